using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Programs;

/// <summary>A participant evaluates the program and notes where its goals stand; until the end it can be written anew.</summary>
public static class EvaluateProgram
{
    public static void Map(RouteGroupBuilder programs) =>
        programs.MapPut("/{programId:guid}/evaluation", async (Guid programId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(programId, body.GoalsReached, body.Usefulness, body.Atmosphere, body.Summary, body.Goals), ct)))
            .Operation(nameof(EvaluateProgram), Permission.ProgramEvaluate);

    /// <param name="GoalsReached">1 (not at all) to 5 (fully), as the others.</param>
    /// <param name="Summary">At most 4,000 characters.</param>
    /// <param name="Goals">Goals of this program whose measure was taken again.</param>
    public sealed record Body(int GoalsReached, int Usefulness, int Atmosphere, string Summary, IReadOnlyList<Measured> Goals);

    public sealed record Measured(Guid GoalId, decimal MeasureAfter);

    public sealed record Command(Guid Id, int GoalsReached, int Usefulness, int Atmosphere, string Summary, IReadOnlyList<Measured> Goals)
        : ICommand<ProgramState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.GoalsReached).InclusiveBetween(1, 5);
            RuleFor(c => c.Usefulness).InclusiveBetween(1, 5);
            RuleFor(c => c.Atmosphere).InclusiveBetween(1, 5);
            RuleFor(c => c.Summary).NotEmpty().MaximumLength(4000);
        }
    }

    public sealed class Handler(Db db, Audit audit, Caller caller, TimeProvider time) : IRequestHandler<Command, ProgramState>
    {
        public async Task<ProgramState> Handle(Command command, CancellationToken ct)
        {
            var program = await ProgramRow.Lock(db, command.Id, null, caller.Person, ct);
            if (!program.IsInForce) throw new RuleViolation("program.not-in-force");
            await db.ExecuteOne(Save, new
            {
                command.Id, caller.Person, command.GoalsReached, command.Usefulness, command.Atmosphere, command.Summary, Now = time.GetUtcNow().UtcDateTime,
            }, ct);
            for (var i = 0; i < command.Goals.Count; i++)
            {
                var goal = command.Goals[i];
                if (await db.Execute(Measure, new { command.Id, goal.GoalId, goal.MeasureAfter },
                    ct) == 0) throw new BadInput("program.goal-unknown") { Pointer = $"/goals/{i}/goalId" };
            }

            audit.About(program.OrganizationId, program.RegionCode, program.Id,
                new ProgramEvaluated(command.GoalsReached, command.Usefulness, command.Atmosphere), program.Id);
            return program.State;
        }
    }

    const string Save = """
        insert into program_evaluation (program_id, organization_id, region_code, person_id, role, goals_reached, usefulness, atmosphere, summary, evaluated_at)
        select program_id, organization_id, region_code, person_id, role, @GoalsReached, @Usefulness, @Atmosphere, @Summary, @Now
          from program_participant where program_id = @Id and person_id = @Person and left_on is null
        on conflict (program_id, person_id, region_code) do update
           set goals_reached = excluded.goals_reached, usefulness = excluded.usefulness, atmosphere = excluded.atmosphere,
               summary = excluded.summary, evaluated_at = excluded.evaluated_at
        """;
    const string Measure = "update program_goal set measure_after = @MeasureAfter where program_id = @Id and id = @GoalId";
}
