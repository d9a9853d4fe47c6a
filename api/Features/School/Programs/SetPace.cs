using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Programs;

/// <summary>The pair sets its own pace: how often it meets, how much time and depth each goal gets. No schedule is imposed.</summary>
public static class SetPace
{
    public static void Map(RouteGroupBuilder programs) =>
        programs.MapPut("/{programId:guid}/pace", async (Guid programId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(programId, body.Version, body.Rhythm, body.Goals), ct)))
            .Operation(nameof(SetPace), Permission.ProgramPace);

    /// <param name="Rhythm">How often and how the pair meets, in its own words; at most 500 characters.</param>
    /// <param name="Goals">Goals of this program; those not named stay as they are.</param>
    public sealed record Body(int Version, string? Rhythm, IReadOnlyList<Goal> Goals);

    /// <param name="Hours">More than 0, at most 1,000; null where the pair sets none.</param>
    public sealed record Goal(Guid GoalId, decimal? Hours, PaceDepth? Depth);

    public sealed record Command(Guid Id, int Version, string? Rhythm, IReadOnlyList<Goal> Goals) : ICommand<ProgramState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Rhythm).MaximumLength(500);
            RuleForEach(c => c.Goals).ChildRules(goal => goal.RuleFor(g => g.Hours).GreaterThan(0).LessThanOrEqualTo(1000));
        }
    }

    public sealed class Handler(Db db, Audit audit, Caller caller, TimeProvider time) : IRequestHandler<Command, ProgramState>
    {
        public async Task<ProgramState> Handle(Command command, CancellationToken ct)
        {
            var program = await ProgramRow.Lock(db, command.Id, command.Version, caller.Person, ct);
            if (!program.IsInForce) throw new RuleViolation("program.not-in-force");
            await db.ExecuteOne("update program set rhythm = @Rhythm, version = version + 1, updated_at = @Now where id = @Id",
                new { command.Id, command.Rhythm, Now = time.GetUtcNow().UtcDateTime }, ct);
            for (var i = 0; i < command.Goals.Count; i++)
            {
                var goal = command.Goals[i];
                if (await db.Execute("update program_goal set pace_hours = @Hours, pace_depth = @Depth where program_id = @Id and id = @GoalId",
                    new { command.Id, goal.GoalId, goal.Hours, Depth = goal.Depth?.ToString() },
                        ct) == 0) throw new BadInput("program.goal-unknown") { Pointer = $"/goals/{i}/goalId" };
            }

            audit.About(program.OrganizationId, program.RegionCode, program.Id, new PaceSet(command.Goals.Count), program.Id);
            return program.State with { Version = program.Version + 1 };
        }
    }
}
