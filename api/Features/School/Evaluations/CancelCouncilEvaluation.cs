using FluentValidation;
using MediatR;
using Mentoring.Api.Features.School.Councils;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Evaluations;

/// <summary>The chair calls off an evaluation; the program can be taken up anew in the same year.</summary>
public static class CancelCouncilEvaluation
{
    public static void Map(RouteGroupBuilder council) =>
        council.MapPost("/evaluations/{evaluationId:guid}/cancel", async (Guid evaluationId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(evaluationId, body.Version, body.Reason), ct)))
            .Operation(nameof(CancelCouncilEvaluation), Permission.CouncilLead);

    /// <param name="Reason">At most 1,000 characters.</param>
    public sealed record Body(int Version, string Reason);

    public sealed record Command(Guid Id, int Version, string Reason) : ICommand<CouncilState<EvaluationStatus>>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(1000);
    }

    public sealed class Handler(Db db, Audit audit, TimeProvider time) : IRequestHandler<Command, CouncilState<EvaluationStatus>>
    {
        public async Task<CouncilState<EvaluationStatus>> Handle(Command command, CancellationToken ct)
        {
            var evaluation = await EvaluationRow.Lock(db, command.Id, command.Version, ct);
            var next = EvaluationLifecycle.Steps.Next(evaluation.Status, EvaluationStep.Cancel);
            await db.ExecuteOne("""
                update council_evaluation set status = 'Cancelled', cancel_reason = @Reason, finished_at = @Now, version = version + 1 where id = @Id
                """,
                new { command.Id, command.Reason, Now = time.GetUtcNow().UtcDateTime }, ct);
            audit.About(evaluation.OrganizationId, evaluation.RegionCode, evaluation.Id, new CouncilEvaluationCancelled(), evaluation.ProgramId);
            return new(evaluation.Id, next, evaluation.Version + 1);
        }
    }
}
