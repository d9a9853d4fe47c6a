using Mentoring.Tests.Browser;

namespace Mentoring.Tests.Features.School.Partnerships;

sealed class PartnershipsScreens : IScreens
{
    public IReadOnlyList<Screen> All { get; } =
    [
        new("/school/$orgId/partners", "curator"),
        new("/school/$orgId/partners", "curator", "?tab=contacts"),
        new("/school/$orgId/partners", "curator", "?tab=log"),
        new("/school/$orgId/partners", "centre-head", "?tab=contacts"),
        new("/school/$orgId/partners", "centre-head", "?tab=log"),
    ];
}
