using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Organizations;

sealed class OrganizationsConstraints : INamedConstraints
{
    public IReadOnlyDictionary<string, string> Codes { get; } = new Dictionary<string, string>
    {
        ["organization_ogrn"] = "organization.ogrn-taken",
    };
}
