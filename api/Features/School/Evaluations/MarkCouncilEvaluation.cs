using FluentValidation;
using MediatR;
using Mentoring.Api.Features.School.Councils;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Evaluations;

/// <summary>
/// A member of the council marks a program by every criterion, each with a ground. Answers 403 <c>evaluation.takes-part</c> to whoever takes or
/// took part in the program.
/// </summary>
public static class MarkCouncilEvaluation
{
    public static void Map(RouteGroupBuilder council) =>
        council.MapPut("/evaluations/{evaluationId:guid}/marks", async (Guid evaluationId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(evaluationId, body.Marks), ct)))
            .Operation(nameof(MarkCouncilEvaluation), Permission.CouncilWork);

    /// <param name="Marks">One for each criterion of the dictionary `evaluation-criterion`.</param>
    public sealed record Body(IReadOnlyList<Given> Marks);

    /// <param name="Mark">0 (not seen) to 3 (fully).</param>
    /// <param name="Ground">What it rests on; at most 500 characters.</param>
    public sealed record Given(string Criterion, int Mark, string Ground);

    public sealed record Command(Guid Id, IReadOnlyList<Given> Marks) : ICommand<CouncilState<EvaluationStatus>>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Marks).NotEmpty();
            RuleForEach(c => c.Marks).ChildRules(given =>
            {
                given.RuleFor(g => g.Mark).InclusiveBetween(0, EvaluationRow.LargestMark);
                given.RuleFor(g => g.Ground).NotEmpty().MaximumLength(500);
            });
        }
    }

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, CouncilState<EvaluationStatus>>
    {
        public async Task<CouncilState<EvaluationStatus>> Handle(Command command, CancellationToken ct)
        {
            var evaluation = await EvaluationRow.Lock(db, command.Id, null, ct);
            var next = EvaluationLifecycle.Steps.Next(evaluation.Status, EvaluationStep.Mark);
            if (await db.One<bool>(TakesPart, new { evaluation.ProgramId, caller.Person }, ct)) throw new Forbidden("evaluation.takes-part");
            if (!(await EvaluationRow.Criteria(db, ct)).Order()
                .SequenceEqual(command.Marks.Select(m => m.Criterion).Order())) throw new BadInput("evaluation.criteria") { Pointer = "/marks" };
            foreach (var (criterion, mark, ground) in command.Marks)
                await db.Execute(Save, new { evaluation.Id, criterion, mark, ground, caller.Person, Name = caller.Name, Now = time.GetUtcNow().UtcDateTime },
                    ct);
            await db.ExecuteOne("update council_evaluation set version = version + 1 where id = @Id", new { command.Id }, ct);
            audit.About(evaluation.OrganizationId, evaluation.RegionCode, evaluation.Id, new CouncilEvaluationMarked(), evaluation.ProgramId);
            return new(evaluation.Id, next, evaluation.Version + 1);
        }
    }

    const string TakesPart = "select exists (select from program_participant where program_id = @ProgramId and person_id = @Person)";

    const string Save = """
        insert into council_evaluation_mark (evaluation_id, program_id, organization_id, region_code, person_id, person_name, criterion_code, mark, ground,
            marked_at)
        select id, program_id, organization_id, region_code, @Person, @Name, @criterion, @mark, @ground, @Now from council_evaluation where id = @Id
        on conflict (evaluation_id, person_id, criterion_code, region_code) do update
           set mark = excluded.mark, ground = excluded.ground, marked_at = excluded.marked_at
        """;
}
