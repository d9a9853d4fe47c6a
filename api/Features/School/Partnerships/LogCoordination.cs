using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Partnerships;

/// <summary>Writes into the log in what the school took part and what was agreed.</summary>
public static class LogCoordination
{
    public static void Map(RouteGroupBuilder log) =>
        log.MapPost("/", async (Guid organizationId, CoordinationNote note, IMediator mediator, CancellationToken ct) =>
            {
                var logged = await mediator.Send(new Command(organizationId, note), ct);
                return TypedResults.Created($"/api/v1/organizations/{organizationId}/coordination", logged);
            })
            .Operation(nameof(LogCoordination), Permission.PartnerManage);

    public sealed record Command(Guid OrganizationId, CoordinationNote Note) : ICommand<CoordinationState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Note).SetValidator(new CoordinationNote.Validator()).OverridePropertyName("");
    }

    public sealed class Handler(Db db, Audit audit, Caller caller, TimeProvider time) : IRequestHandler<Command, CoordinationState>
    {
        public async Task<CoordinationState> Handle(Command command, CancellationToken ct)
        {
            var (place, note, id) = (await Place.Of(command.OrganizationId, db, caller, ct), command.Note, Guid.CreateVersion7(time.GetUtcNow()));
            await note.Check(place, place.Today(time), db, ct);
            await db.ExecuteOne("""
                insert into coordination_entry (region_code, id, organization_id, kind, held_on, title, agreed, next_step, next_due_on, next_responsible_id)
                values (@RegionCode, @id, @OrganizationId, @Kind, @HeldOn, @Title, @Agreed, @NextText, @NextDueOn, @NextResponsibleId)
                """, note.Row(id, place), ct);
            await note.With(id, place, db, ct);
            audit.About(place.OrganizationId, place.RegionCode, id, new CoordinationLogged(note.Kind));
            return new(id, 1);
        }
    }
}
