using Mentoring.Tests.Browser;

namespace Mentoring.Tests.Features.School.Delegations;

sealed class DelegationsScreens : IScreens
{
    public IReadOnlyList<Screen> All { get; } =
    [
        new("/school/$orgId/delegations", "curator"),
    ];
}
