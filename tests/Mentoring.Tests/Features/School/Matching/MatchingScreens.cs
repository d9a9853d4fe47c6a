using Mentoring.Tests.Browser;

namespace Mentoring.Tests.Features.School.Matching;

sealed class MatchingScreens : IScreens
{
    public IReadOnlyList<Screen> All { get; } =
    [
        new("/requests", "mentor"),
        new("/requests", "mentee"),
        new("/school/$orgId/matching", "curator"),
        new("/school/$orgId/matching", "curator", "?view=requests"),
        new("/school/$orgId/matching", "curator", "?view=rules"),
        new("/regions/$region/matching", "region"),
    ];
}
