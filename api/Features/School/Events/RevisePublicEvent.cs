using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Events;

/// <summary>Changes the plan of an event. What the site section tells is changed by telling it again.</summary>
public static class RevisePublicEvent
{
    public static void Map(RouteGroupBuilder events) =>
        events.MapPut("/{eventId:guid}", async (Guid organizationId, Guid eventId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(organizationId, eventId, body.Version, body.Plan), ct)))
            .Operation(nameof(RevisePublicEvent), Permission.EventManage);

    public sealed record Body(int Version, PublicEventPlan Plan);

    public sealed record Command(Guid OrganizationId, Guid Id, int Version, PublicEventPlan Plan) : ICommand<PublicEventState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Plan).SetValidator(new PublicEventPlan.Validator());
    }

    public sealed class Handler(Db db, Audit audit, Caller caller, TimeProvider time) : IRequestHandler<Command, PublicEventState>
    {
        public async Task<PublicEventState> Handle(Command command, CancellationToken ct)
        {
            var (place, plan) = (await Place.Of(command.OrganizationId, db, caller, ct), command.Plan);
            var row = await PublicEventRow.Lock(db, command.OrganizationId, command.Id, command.Version, ct);
            row.MustBePlanned();
            await plan.Check(place, place.Today(time), db, ct);
            await db.ExecuteOne("""
                update public_event
                   set kind = @Kind, audience = @Audience, title = @Title, starts_at = @StartsAt, duration_minutes = @DurationMinutes, place = @Place,
                       link = @Link,
                       responsible_id = @ResponsibleId, programme = @Programme, version = version + 1
                 where id = @id
                """, plan.Row(row.Id, place), ct);
            await plan.Invite(row.Id, place, place.Today(time), db, ct);
            audit.About(place.OrganizationId, place.RegionCode, row.Id, new PublicEventRevised(plan.Kind));
            return new(row.Id, row.Status, row.Version + 1);
        }
    }
}
