using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Setup;

sealed class SetupConstraints : INamedConstraints
{
    public IReadOnlyDictionary<string, string> Codes { get; } = new Dictionary<string, string>
    {
        ["monitoring_review_once"] = "setup.review-recorded",
    };
}
