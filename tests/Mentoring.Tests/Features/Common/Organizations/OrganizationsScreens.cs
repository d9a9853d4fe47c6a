using Mentoring.Tests.Browser;

namespace Mentoring.Tests.Features.Common.Organizations;

sealed class OrganizationsScreens : IScreens
{
    public IReadOnlyList<Screen> All { get; } =
    [
        new("/organizations/", "federal"),
        new("/organizations/$organizationId", "federal", "", "/organizations"),
    ];
}
