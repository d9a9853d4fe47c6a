using Mentoring.Tests.Browser;

namespace Mentoring.Tests.Features.Region.HelpDesk;

sealed class HelpDeskScreens : IScreens
{
    public IReadOnlyList<Screen> All { get; } =
    [
        new("/help-desk", "mentee"), new("/help-desk/articles", "mentee"), new("/school/$orgId/help-desk", "centre-head"),
        new("/school/$orgId/help-desk", "centre-head", "?tab=load"),
    ];
}
