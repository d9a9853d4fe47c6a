using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Census;

sealed class CensusConstraints : INamedConstraints
{
    public IReadOnlyDictionary<string, string> Codes { get; } = new Dictionary<string, string>
    {
        ["census_once_a_year"] = "census.exists",
        ["census_dates"] = "census.dates",
    };
}
