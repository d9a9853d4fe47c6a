using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Evaluations;

/// <summary>The life of an evaluation of a program.</summary>
public static class EvaluationLifecycle
{
    public static readonly Lifecycle<EvaluationStatus, EvaluationStep> Steps =
        new("evaluation.not-now", new Dictionary<(EvaluationStatus, EvaluationStep), EvaluationStatus>
        {
            [(EvaluationStatus.Open, EvaluationStep.Mark)] = EvaluationStatus.Open,
            [(EvaluationStatus.Open, EvaluationStep.Conclude)] = EvaluationStatus.Concluded,
            [(EvaluationStatus.Open, EvaluationStep.Cancel)] = EvaluationStatus.Cancelled,
        });
}
