using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Programs;

/// <summary>The mentee says which goals matter most: the trajectory is the mentee's own.</summary>
public static class SetGoalPriorities
{
    public static void Map(RouteGroupBuilder programs) =>
        programs.MapPut("/{programId:guid}/priorities", async (Guid programId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(programId, body.Version, body.GoalIds), ct)))
            .Operation(nameof(SetGoalPriorities), Permission.ProgramPace);

    /// <param name="GoalIds">Every goal of the program once, the most important first.</param>
    public sealed record Body(int Version, IReadOnlyList<Guid> GoalIds);

    public sealed record Command(Guid Id, int Version, IReadOnlyList<Guid> GoalIds) : ICommand<ProgramState>;

    public sealed class Handler(Db db, Audit audit, Caller caller, TimeProvider time) : IRequestHandler<Command, ProgramState>
    {
        public async Task<ProgramState> Handle(Command command, CancellationToken ct)
        {
            var program = await ProgramRow.Lock(db, command.Id, command.Version, caller.Person, ct);
            if (!program.IsInForce) throw new RuleViolation("program.not-in-force");
            if (!await db.One<bool>("""
                select exists (select from program_participant where program_id = @Id and person_id = @Person and role = 'Mentee' and left_on is null)
                """,
                new { command.Id, caller.Person }, ct)) throw new Forbidden("priority.mentee-only");

            var goals = await db.List<Guid>("select id from program_goal where program_id = @Id", new { command.Id }, ct);
            if (command.GoalIds.Count != goals.Count
                || !goals.ToHashSet().SetEquals(command.GoalIds)) throw new BadInput("priority.every-goal") { Pointer = "/goalIds" };
            await db.Execute("update program_goal set priority = array_position(@Goals, id) where program_id = @Id",
                new { command.Id, Goals = command.GoalIds.ToArray() }, ct);
            await db.ExecuteOne("update program set version = version + 1, updated_at = @Now where id = @Id",
                new { command.Id, Now = time.GetUtcNow().UtcDateTime }, ct);
            audit.About(program.OrganizationId, program.RegionCode, program.Id, new GoalPrioritiesSet(), program.Id);
            return program.State with { Version = program.Version + 1 };
        }
    }
}
