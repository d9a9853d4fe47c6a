using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Psychology;

/// <summary>Plans a psychological training and invites people to it.</summary>
public static class PlanTraining
{
    public static void Map(RouteGroupBuilder work) =>
        work.MapPost("/trainings", async (Guid organizationId, TrainingPlan plan, IMediator mediator, CancellationToken ct) =>
            {
                var planned = await mediator.Send(new Command(organizationId, plan), ct);
                return TypedResults.Created($"/api/v1/organizations/{organizationId}/psychology/trainings", planned);
            })
            .Operation(nameof(PlanTraining), Permission.PsychologyWork);

    public sealed record Command(Guid OrganizationId, TrainingPlan Plan) : ICommand<TrainingState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Plan).SetValidator(new TrainingPlan.Validator()).OverridePropertyName("");
    }

    public sealed class Handler(Db db, Audit audit, Caller caller, TimeProvider time) : IRequestHandler<Command, TrainingState>
    {
        public async Task<TrainingState> Handle(Command command, CancellationToken ct)
        {
            var (place, plan, now) = (await Place.Of(command.OrganizationId, db, caller, ct), command.Plan, time.GetUtcNow());
            if (plan.StartsAt < now) throw new BadInput("training.in-the-past") { Pointer = "/startsAt" };
            var id = Guid.CreateVersion7(now);
            await db.ExecuteOne("""
                insert into training (id, organization_id, region_code, title, topic, about, starts_at, duration_minutes, place)
                values (@id, @OrganizationId, @RegionCode, @Title, @Topic, @About, @StartsAt, @DurationMinutes, @Place)
                """, new
            {
                id, place.OrganizationId, place.RegionCode, plan.Title, Topic = plan.Topic.ToString(), plan.About,
                StartsAt = plan.StartsAt.UtcDateTime, plan.DurationMinutes, plan.Place,
            }, ct);
            await TrainingRow.Invite(id, plan.People, place, place.Today(time), db, ct);
            audit.About(place.OrganizationId, place.RegionCode, id, new TrainingPlanned(plan.People.Count), concerned: plan.People);
            return new(id, TrainingStatus.Planned, 1);
        }
    }
}
