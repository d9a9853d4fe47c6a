using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Impact;

sealed class ImpactConstraints : INamedConstraints
{
    public IReadOnlyDictionary<string, string> Codes { get; } = new Dictionary<string, string>
    {
        ["impact_reminder_pkey"] = "impact.reminded-today",
    };
}
