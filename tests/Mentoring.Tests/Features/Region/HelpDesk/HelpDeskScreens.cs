using Mentoring.Tests.Browser;

namespace Mentoring.Tests.Features.Region.HelpDesk;

sealed class HelpDeskScreens : IScreens
{
    public IReadOnlyList<Screen> All { get; } =
    [
        new("/help-desk/", "mentee"), new("/help-desk/articles/", "mentee"),
        new("/help-desk/$requestId", "mentee", ListedOn: "/help-desk/"),
        new("/help-desk/articles/$articleId", "mentee", ListedOn: "/help-desk/articles/"),
        new("/school/$orgId/help-desk", "centre-head"),
        new("/school/$orgId/help-desk", "centre-head", "?tab=load"),
    ];
}
