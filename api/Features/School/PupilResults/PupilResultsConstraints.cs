using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.PupilResults;

sealed class PupilResultsConstraints : INamedConstraints
{
    public IReadOnlyDictionary<string, string> Codes { get; } = new Dictionary<string, string>
    {
        ["pupil_result_once"] = "pupil-results.exists",
    };
}
