using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Events;

/// <summary>Plans an event that makes mentoring known.</summary>
public static class PlanPublicEvent
{
    public static void Map(RouteGroupBuilder events) =>
        events.MapPost("/", async (Guid organizationId, PublicEventPlan plan, IMediator mediator, CancellationToken ct) =>
            {
                var planned = await mediator.Send(new Command(organizationId, plan), ct);
                return TypedResults.Created($"/api/v1/organizations/{organizationId}/events", planned);
            })
            .Operation(nameof(PlanPublicEvent), Permission.EventManage);

    public sealed record Command(Guid OrganizationId, PublicEventPlan Plan) : ICommand<PublicEventState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Plan).SetValidator(new PublicEventPlan.Validator()).OverridePropertyName("");
    }

    public sealed class Handler(Db db, Audit audit, Caller caller, TimeProvider time) : IRequestHandler<Command, PublicEventState>
    {
        public async Task<PublicEventState> Handle(Command command, CancellationToken ct)
        {
            var (place, plan, id) = (await Place.Of(command.OrganizationId, db, caller, ct), command.Plan, Guid.CreateVersion7(time.GetUtcNow()));
            await plan.Check(place, place.Today(time), db, ct);
            await db.ExecuteOne("""
                insert into public_event (id, organization_id, region_code, kind, audience, title, starts_at, duration_minutes, place, link, responsible_id,
                    programme)
                values (@id, @OrganizationId, @RegionCode, @Kind, @Audience, @Title, @StartsAt, @DurationMinutes, @Place, @Link, @ResponsibleId, @Programme)
                """, plan.Row(id, place), ct);
            await plan.Invite(id, place, place.Today(time), db, ct);
            audit.About(place.OrganizationId, place.RegionCode, id, new PublicEventPlanned(plan.Kind));
            return new(id, PublicEventStatus.Planned, 1);
        }
    }
}
