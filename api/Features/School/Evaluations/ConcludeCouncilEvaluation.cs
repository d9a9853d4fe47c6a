using FluentValidation;
using MediatR;
using Mentoring.Api.Features.School.Councils;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Evaluations;

/// <summary>
/// The chair enters the conclusion and the recommendation that the council adopted; from then on the pair reads the result. Answers 409
/// <c>evaluation.too-few</c> before at least two members have marked the program.
/// </summary>
public static class ConcludeCouncilEvaluation
{
    public static void Map(RouteGroupBuilder council) =>
        council.MapPost("/evaluations/{evaluationId:guid}/conclude", async (Guid evaluationId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(evaluationId, body.Version, body.Conclusion, body.Recommendation, body.DecisionId), ct)))
            .Operation(nameof(ConcludeCouncilEvaluation), Permission.CouncilLead);

    /// <param name="Conclusion">At most 4,000 characters.</param>
    /// <param name="Recommendation">What the pair or the school should do; at most 4,000 characters.</param>
    /// <param name="DecisionId">An adopted decision on a point about evaluation.</param>
    public sealed record Body(int Version, string Conclusion, string Recommendation, Guid DecisionId);

    public sealed record Command(Guid Id, int Version, string Conclusion, string Recommendation, Guid DecisionId) : ICommand<CouncilState<EvaluationStatus>>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Conclusion).NotEmpty().MaximumLength(4000);
            RuleFor(c => c.Recommendation).NotEmpty().MaximumLength(4000);
        }
    }

    public sealed class Handler(Db db, Audit audit, TimeProvider time) : IRequestHandler<Command, CouncilState<EvaluationStatus>>
    {
        public async Task<CouncilState<EvaluationStatus>> Handle(Command command, CancellationToken ct)
        {
            var evaluation = await EvaluationRow.Lock(db, command.Id, command.Version, ct);
            var next = EvaluationLifecycle.Steps.Next(evaluation.Status, EvaluationStep.Conclude);
            if (await db.One<int>("select count(distinct person_id)::int from council_evaluation_mark where evaluation_id = @Id", command,
                ct) < EvaluationRow.FewestMembers)
                throw new RuleViolation("evaluation.too-few", ("needed", EvaluationRow.FewestMembers));
            if (!await db.One<bool>(Adopted, new { command.DecisionId, evaluation.OrganizationId },
                ct)) throw new BadInput("evaluation.decision-not-adopted") { Pointer = "/decisionId" };
            await db.ExecuteOne(Save, new { command.Id, command.Conclusion, command.Recommendation, command.DecisionId, Now = time.GetUtcNow().UtcDateTime },
                ct);
            audit.About(evaluation.OrganizationId, evaluation.RegionCode, evaluation.Id, new CouncilEvaluationConcluded(), evaluation.ProgramId);
            return new(evaluation.Id, next, evaluation.Version + 1);
        }
    }

    const string Adopted = """
        select exists (select from council_decision d join council_agenda_item i on i.id = d.agenda_item_id
                        where d.id = @DecisionId and d.organization_id = @OrganizationId and d.status in ('Adopted', 'CarriedOut') and i.kind = 'Evaluation')
        """;

    const string Save = """
        update council_evaluation
           set status = 'Concluded', conclusion = @Conclusion, recommendation = @Recommendation, decision_id = @DecisionId, finished_at = @Now,
               version = version + 1
         where id = @Id
        """;
}
