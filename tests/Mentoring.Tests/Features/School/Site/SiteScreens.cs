using Mentoring.Tests.Browser;

namespace Mentoring.Tests.Features.School.Site;

sealed class SiteScreens : IScreens
{
    public IReadOnlyList<Screen> All { get; } =
    [
        new("/school/$orgId/site/", "curator"),
        new("/school/$orgId/site/$postId", "curator", "", "/school/$orgId/site"),
    ];
}
