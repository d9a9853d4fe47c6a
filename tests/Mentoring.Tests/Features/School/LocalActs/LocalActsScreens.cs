using Mentoring.Tests.Browser;

namespace Mentoring.Tests.Features.School.LocalActs;

sealed class LocalActsScreens : IScreens
{
    public IReadOnlyList<Screen> All { get; } =
    [
        new("/school/$orgId/documents", "curator"),
        new("/school/$orgId/document-templates", "curator"),
        new("/documents/$actId", "curator", "", "/school/$orgId/documents"),
        new("/documents/$actId", "curator", "?tab=drafting", "/school/$orgId/documents"),
    ];
}
