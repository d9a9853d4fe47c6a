using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Entitlements;

sealed class EntitlementsConstraints : INamedConstraints
{
    public IReadOnlyDictionary<string, string> Codes { get; } = new Dictionary<string, string>
    {
        ["entitlement_dates"] = "entitlement.dates",
        ["entitlement_no_overlap"] = "entitlement.exists",
    };
}
