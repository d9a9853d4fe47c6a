using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Psychology;

/// <summary>Records who came to a training and what came of it.</summary>
public static class HoldTraining
{
    public static void Map(RouteGroupBuilder work) =>
        work.MapPost("/trainings/{trainingId:guid}/hold", async (Guid organizationId, Guid trainingId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(organizationId, trainingId, body.Version, body.Attended, body.Outcome), ct)))
            .Operation(nameof(HoldTraining), Permission.PsychologyWork);

    /// <param name="Attended">Those invited who came; the rest are marked as absent.</param>
    /// <param name="Outcome">At most 4,000 characters.</param>
    public sealed record Body(int Version, IReadOnlyList<Guid> Attended, string Outcome);

    public sealed record Command(Guid OrganizationId, Guid Id, int Version, IReadOnlyList<Guid> Attended, string Outcome) : ICommand<TrainingState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Attended).Must(people => people.Count <= 200 && people.Distinct().Count() == people.Count);
            RuleFor(c => c.Outcome).IsText(4000);
        }
    }

    public sealed class Handler(Db db, Audit audit, TimeProvider time) : IRequestHandler<Command, TrainingState>
    {
        public async Task<TrainingState> Handle(Command command, CancellationToken ct)
        {
            var training = await TrainingRow.Lock(db, command.OrganizationId, command.Id, command.Version, ct);
            var becomes = training.Become(TrainingStatus.Held);
            if (training.StartsAt > time.GetUtcNow().UtcDateTime) throw new RuleViolation("training.not-begun");
            var came = await db.Execute("update training_place set attendance = 'Attended' where training_id = @Id and person_id = any(@Attended)",
                new { command.Id, Attended = command.Attended.ToArray() }, ct);
            if (came != command.Attended.Count) throw new BadInput("training.person-unknown") { Pointer = "/attended" };
            await db.Execute("update training_place set attendance = 'Absent' where training_id = @Id and attendance = 'Invited'", command, ct);
            await db.ExecuteOne("update training set status = 'Held', outcome = @Outcome, version = version + 1 where id = @Id", command, ct);
            audit.About(training.OrganizationId, training.RegionCode, training.Id, new TrainingHeld(came));
            return becomes;
        }
    }
}
