using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Partnerships;

sealed class PartnershipsConstraints : INamedConstraints
{
    public IReadOnlyDictionary<string, string> Codes { get; } = new Dictionary<string, string>
    {
        ["partner_contract_number"] = "partner-contract.number-taken",
    };
}
