using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Delegations;

sealed class DelegationsConstraints : INamedConstraints
{
    public IReadOnlyDictionary<string, string> Codes { get; } = new Dictionary<string, string>
    {
        ["delegation_no_overlap"] = "delegation.overlap",
        ["delegation_two_people"] = "delegation.second-person",
        ["delegation_dates"] = "delegation.dates",
        ["delegation_two_organizations"] = "delegation.two-organizations",
    };
}
