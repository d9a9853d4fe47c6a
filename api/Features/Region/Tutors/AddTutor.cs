using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Tutors;

/// <summary>Enters a tutor into the registry of a body: somebody who holds the role of a tutor there.</summary>
public static class AddTutor
{
    public static void Map(RouteGroupBuilder ofBody) =>
        ofBody.MapPost("/tutors", async (Guid organizationId, Body body, IMediator mediator, CancellationToken ct) =>
            {
                var made = await mediator.Send(new Command(organizationId, body.PersonId, body.Card), ct);
                return TypedResults.Created($"/api/v1/organizations/{organizationId}/tutors", made);
            })
            .Operation(nameof(AddTutor), Permission.TutorManage);

    public sealed record Body(Guid PersonId, TutorCard Card);

    public sealed record Command(Guid OrganizationId, Guid PersonId, TutorCard Card) : ICommand<TutorState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Card).NotNull().SetValidator(new TutorCard.Validator());
    }

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, TutorState>
    {
        public async Task<TutorState> Handle(Command command, CancellationToken ct)
        {
            var place = await TutorRow.DemandBody(command.OrganizationId, db, caller, ct);
            await command.Card.Demand(db, ct);
            var now = time.GetUtcNow();
            var id = Guid.CreateVersion7(now);
            var added = await db.Execute(Insert, command.Card.Args(new
            {
                Id = id, Body = place.OrganizationId, place.RegionCode, command.PersonId, Today = place.Today(time), Now = now.UtcDateTime, By = caller.Id,
            }), ct);
            if (added == 0) throw new BadInput("tutor.no-role") { Pointer = "/personId" };
            audit.About(place.OrganizationId, place.RegionCode, id, new TutorAdded(command.PersonId, command.Card.Capacity));
            return new(id, 1);
        }
    }

    const string Insert = $"""
        insert into tutor (region_code, id, body_id, person_id, person_name, kind, zones, sectors, territories, capacity, accepts_new, starts_on, ends_on,
            created_at, created_by)
        select @RegionCode, @Id, @Body, h.person_id, h.name, @Kind, @Zones, @Sectors, @Territories, @Capacity, @AcceptsNew, @StartsOn, @EndsOn, @Now, @By
          from ({ListTutorStaff.Holders}) h where h.person_id = @PersonId limit 1
        """;
}
