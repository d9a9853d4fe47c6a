using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Programs;

/// <summary>
/// Proposes other goals or another roadmap while the program is in force. Both sides own the plan: the change holds when
/// each side has signed it. What is done already stays.
/// </summary>
public static class CorrectPlan
{
    public static void Map(RouteGroupBuilder programs) =>
        programs.MapPost("/{programId:guid}/plan-versions", async (Guid programId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(programId, body.Version, body.Reason, body.Goals, body.Activities), ct)))
            .Operation(nameof(CorrectPlan), Permission.ProgramPlan);

    /// <param name="Reason">Why the plan changes; at most 1,000 characters.</param>
    /// <param name="Goals">All of them; at most 30.</param>
    /// <param name="Activities">All of them, those done too; at most 100.</param>
    public sealed record Body(int Version, string Reason, IReadOnlyList<Goal> Goals, IReadOnlyList<Activity> Activities);

    /// <param name="Id">Of a goal that stays or changes; absent for a new one.</param>
    /// <param name="AreaCode">Code of the dictionary `competence-area`.</param>
    /// <param name="Difficulty">At most 1,000 characters, as the goal.</param>
    public sealed record Goal(string AreaCode, string Difficulty, [property: System.Text.Json.Serialization.JsonPropertyName("goal")] string Text,
        string? Measure = null, decimal? MeasureBefore = null, decimal? MeasureTarget = null, Guid? Id = null);

    /// <param name="Id">Of an activity that stays or changes; absent for a new one.</param>
    /// <param name="DueOn">Within the term.</param>
    public sealed record Activity([property: System.Text.Json.Serialization.JsonPropertyName("activity")] string Text, DateOnly DueOn,
        Responsible Responsible, string ExpectedResult, Guid? Id = null);

    public sealed record Command(Guid Id, int Version, string Reason, IReadOnlyList<Goal> Goals, IReadOnlyList<Activity> Activities)
        : ICommand<PlanVersionState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Reason).NotEmpty().MaximumLength(1000);
            RuleFor(c => c.Goals).Must(all => all.Count <= 30).WithMessage(_ => ProblemTexts.Of("program.too-many-goals", []));
            RuleFor(c => c.Activities).Must(all => all.Count <= 100).WithMessage(_ => ProblemTexts.Of("program.too-many-activities", []));
            RuleForEach(c => c.Goals).ChildRules(goal =>
            {
                goal.RuleFor(g => g.Difficulty).NotEmpty().MaximumLength(1000);
                goal.RuleFor(g => g.Text).NotEmpty().MaximumLength(1000).OverridePropertyName("Goal");
                goal.RuleFor(g => g.Measure).MaximumLength(300);
            });
            RuleForEach(c => c.Activities).ChildRules(activity =>
            {
                activity.RuleFor(a => a.Text).NotEmpty().MaximumLength(1000).OverridePropertyName("Activity");
                activity.RuleFor(a => a.ExpectedResult).NotEmpty().MaximumLength(1000);
            });
        }
    }

    public sealed class Handler(Db db, PlanVersionStore versions, PlanChanges changes, Audit audit, Caller caller, TimeProvider time)
        : IRequestHandler<Command, PlanVersionState>
    {
        public async Task<PlanVersionState> Handle(Command command, CancellationToken ct)
        {
            var program = await ProgramRow.Lock(db, command.Id, command.Version, caller.Scope.Person, ct);
            var standing = await versions.Standing(program, ct);
            var done = (await db.List<Guid>("select id from roadmap_activity where program_id = @Id and done_on is not null", command, ct)).ToHashSet();
            await ProgramPlanStore.CheckAreas(command.Goals.Select(g => g.AreaCode), program.Today(time), db, ct);
            var plan = standing with { Goals = Goals(command, standing), Activities = Activities(command, standing, done) };
            if (plan.Goals.DistinctBy(g => g.Id).Count() != plan.Goals.Count) throw new BadInput("plan.row-unknown") { Pointer = "/goals" };
            if (plan.Goals.Count == 0 || plan.Activities.Count == 0) throw new RuleViolation("program.roadmap-empty");
            if (PlanDiff.Between(standing, plan).Count == 0) throw new RuleViolation("plan.nothing-changed");

            var version = await versions.Propose(program, PlanVersionKind.Correction, plan, command.Reason, null, ct);
            if (program.TakesPart) await versions.Sign(program, version, ct);
            audit.About(program.OrganizationId, program.RegionCode, version.Id, new PlanCorrected(version.Number), program.Id);
            var next = await changes.AdoptIfAgreed(program, version, ct);
            return new(version.Number, next.Version == program.Version ? PlanVersionStatus.Proposed : PlanVersionStatus.Current, next.Version);
        }

        List<PlanSnapshot.PlannedGoal> Goals(Command command, PlanSnapshot standing) =>
            [.. command.Goals.Select((g, i) => new PlanSnapshot.PlannedGoal(
                Known(g.Id, standing.Goals.Select(s => s.Id), $"/goals/{i}/id"), g.AreaCode, g.Difficulty, g.Text, g.Measure, g.MeasureBefore,
                    g.MeasureTarget))];

        List<PlanSnapshot.PlannedActivity> Activities(Command command, PlanSnapshot standing, HashSet<Guid> done)
        {
            var planned = new List<PlanSnapshot.PlannedActivity>();
            for (var i = 0; i < command.Activities.Count; i++)
            {
                var a = command.Activities[i];
                var row = new PlanSnapshot.PlannedActivity(Known(a.Id, standing.Activities.Select(s => s.Id), $"/activities/{i}/id"), a.Text, a.DueOn,
                    a.Responsible, a.ExpectedResult);
                if (!done.Contains(row.Id) && (a.DueOn < standing.StartsOn
                    || a.DueOn > standing.EndsOn)) throw new BadInput("program.activity-outside-term") { Pointer = $"/activities/{i}/dueOn" };
                planned.Add(row);
            }

            if (planned.Select(a => a.Id).Distinct().Count() != planned.Count) throw new BadInput("plan.row-unknown") { Pointer = "/activities" };
            return standing.Activities.Where(a => done.Contains(a.Id)).All(planned.Contains) ? planned
                : throw new BadInput("plan.done-activity-kept") { Pointer = "/activities" };
        }

        Guid Known(Guid? id, IEnumerable<Guid> ids, string pointer) => id switch
        {
            null => Guid.CreateVersion7(time.GetUtcNow()),
            { } known when ids.Contains(known) => known,
            _ => throw new BadInput("plan.row-unknown") { Pointer = pointer },
        };
    }
}
