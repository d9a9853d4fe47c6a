using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Psychology;

/// <summary>Changes a planned training and who is invited to it.</summary>
public static class ReviseTraining
{
    public static void Map(RouteGroupBuilder work) =>
        work.MapPut("/trainings/{trainingId:guid}", async (Guid organizationId, Guid trainingId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(organizationId, trainingId, body.Version, body.Plan), ct)))
            .Operation(nameof(ReviseTraining), Permission.PsychologyWork);

    public sealed record Body(int Version, TrainingPlan Plan);

    public sealed record Command(Guid OrganizationId, Guid Id, int Version, TrainingPlan Plan) : ICommand<TrainingState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Plan).SetValidator(new TrainingPlan.Validator());
    }

    public sealed class Handler(Db db, Audit audit, Caller caller, TimeProvider time) : IRequestHandler<Command, TrainingState>
    {
        public async Task<TrainingState> Handle(Command command, CancellationToken ct)
        {
            var (place, plan) = (await Place.Of(command.OrganizationId, db, caller, ct), command.Plan);
            var training = await TrainingRow.Lock(db, command.OrganizationId, command.Id, command.Version, ct);
            var becomes = training.Become(TrainingStatus.Planned);
            if (plan.StartsAt.UtcDateTime != training.StartsAt
                && plan.StartsAt < time.GetUtcNow()) throw new BadInput("training.in-the-past") { Pointer = "/plan/startsAt" };
            await db.ExecuteOne("""
                update training set title = @Title, topic = @Topic, about = @About, starts_at = @StartsAt, duration_minutes = @DurationMinutes,
                                    place = @Place, version = version + 1 where id = @Id
                """, new
            {
                training.Id, plan.Title, Topic = plan.Topic.ToString(), plan.About, StartsAt = plan.StartsAt.UtcDateTime, plan.DurationMinutes, plan.Place,
            }, ct);
            await TrainingRow.Invite(training.Id, plan.People, place, place.Today(time), db, ct);
            audit.About(place.OrganizationId, place.RegionCode, training.Id, new TrainingRevised(plan.People.Count), concerned: plan.People);
            return becomes;
        }
    }
}
