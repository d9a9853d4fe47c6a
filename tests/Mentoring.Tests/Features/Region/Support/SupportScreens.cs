using Mentoring.Tests.Browser;

namespace Mentoring.Tests.Features.Region.Support;

sealed class SupportScreens : IScreens
{
    public IReadOnlyList<Screen> All { get; } =
    [
        new("/school/$orgId/support", "curator"), new("/school/$orgId/supported", "centre-head"),
        new("/territory/$territory/support", "region"), new("/territory/$territory/support", "region", "?tab=gaps"),
        new("/territory/$territory/support", "region", "?tab=bodies"),
    ];
}
