using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Partnerships;

/// <summary>Corrects an entry of the log. A next step that is done stays as it was.</summary>
public static class ReviseCoordination
{
    public static void Map(RouteGroupBuilder log) =>
        log.MapPut("/{entryId:guid}", async (Guid organizationId, Guid entryId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(organizationId, entryId, body.Version, body.Note), ct)))
            .Operation(nameof(ReviseCoordination), Permission.PartnerManage);

    public sealed record Body(int Version, CoordinationNote Note);

    public sealed record Command(Guid OrganizationId, Guid Id, int Version, CoordinationNote Note) : ICommand<CoordinationState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Note).SetValidator(new CoordinationNote.Validator());
    }

    public sealed class Handler(Db db, Audit audit, Caller caller, TimeProvider time) : IRequestHandler<Command, CoordinationState>
    {
        public async Task<CoordinationState> Handle(Command command, CancellationToken ct)
        {
            var (place, note) = (await Place.Of(command.OrganizationId, db, caller, ct), command.Note);
            var entry = await CoordinationRow.Lock(db, command.OrganizationId, command.Id, command.Version, ct);
            await note.Check(place, place.Today(time), db, ct);
            await db.ExecuteOne("""
                update coordination_entry
                   set kind = @Kind, held_on = @HeldOn, title = @Title, agreed = @Agreed,
                       next_step = case when next_done_on is null then @NextText else next_step end,
                       next_due_on = case when next_done_on is null then @NextDueOn else next_due_on end,
                       next_responsible_id = case when next_done_on is null then @NextResponsibleId else next_responsible_id end, version = version + 1
                 where id = @id
                """, note.Row(entry.Id, place), ct);
            await note.With(entry.Id, place, db, ct);
            audit.About(place.OrganizationId, place.RegionCode, entry.Id, new CoordinationRevised(note.Kind));
            return new(entry.Id, entry.Version + 1);
        }
    }
}
