using Mentoring.Tests.Browser;

namespace Mentoring.Tests.Features.School.Impact;

sealed class ImpactScreens : IScreens
{
    public IReadOnlyList<Screen> All { get; } =
    [
        new("/my-impact/", "mentee"), new("/my-impact/$programId", "mentee", ListedOn: "/my-impact/"),
        new("/school/$orgId/impact", "curator"), new("/school/$orgId/impact", "curator", "?view=takings"),
        new("/school/$orgId/impact", "head", "?view=school"),
    ];
}
