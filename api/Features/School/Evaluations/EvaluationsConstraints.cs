using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Evaluations;

sealed class EvaluationsConstraints : INamedConstraints
{
    public IReadOnlyDictionary<string, string> Codes { get; } = new Dictionary<string, string>
    {
        ["council_evaluation_once_a_year"] = "evaluation.exists",
    };
}
