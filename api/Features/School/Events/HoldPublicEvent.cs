using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Events;

/// <summary>Says that an event was held: how many came, and what came of it.</summary>
public static class HoldPublicEvent
{
    public static void Map(RouteGroupBuilder events) =>
        events.MapPost("/{eventId:guid}/hold", async (Guid organizationId, Guid eventId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(organizationId, eventId, body), ct)))
            .Operation(nameof(HoldPublicEvent), Permission.EventManage);

    /// <param name="CameStaff">How many of the school; 0 to 100,000.</param>
    /// <param name="CameGuests">How many from elsewhere; 0 to 100,000.</param>
    /// <param name="Result">At most 4,000 characters.</param>
    /// <param name="EntryId">The entry of the coordination log where it is told with whom.</param>
    public sealed record Body(int Version, int CameStaff, int CameGuests, string Result, Guid? EntryId = null);

    public sealed record Command(Guid OrganizationId, Guid Id, Body Report) : ICommand<PublicEventState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Report.CameStaff).InclusiveBetween(0, 100_000).OverridePropertyName("CameStaff");
            RuleFor(c => c.Report.CameGuests).InclusiveBetween(0, 100_000).OverridePropertyName("CameGuests");
            RuleFor(c => c.Report.Result).NotEmpty().MaximumLength(4000).OverridePropertyName("Result");
        }
    }

    public sealed class Handler(Db db, Audit audit, Caller caller, TimeProvider time) : IRequestHandler<Command, PublicEventState>
    {
        public async Task<PublicEventState> Handle(Command command, CancellationToken ct)
        {
            var (place, report) = (await Place.Of(command.OrganizationId, db, caller, ct), command.Report);
            var row = await PublicEventRow.Lock(db, command.OrganizationId, command.Id, report.Version, ct);
            var next = PublicEventLifecycle.Life.Next(row.Status, PublicEventStep.Hold);
            if (row.StartsAt > time.GetUtcNow().UtcDateTime) throw new RuleViolation("event.not-begun");
            if (report.EntryId is not null && await db.List<int>("""
                select 1 from coordination_entry where organization_id = @OrganizationId and id = @EntryId
                """, new { command.OrganizationId, report.EntryId }, ct) is [])
                throw new BadInput("event.entry-unknown") { Pointer = "/entryId" };
            await db.ExecuteOne("""
                update public_event set status = 'Held', came_staff = @CameStaff, came_guests = @CameGuests, result = @Result, entry_id = @EntryId,
                    version = version + 1 where id = @Id
                """, new { command.Id, report.CameStaff, report.CameGuests, report.Result, report.EntryId }, ct);
            audit.About(place.OrganizationId, place.RegionCode, row.Id, new PublicEventHeld(report.CameStaff, report.CameGuests));
            return new(row.Id, next, row.Version + 1);
        }
    }
}
