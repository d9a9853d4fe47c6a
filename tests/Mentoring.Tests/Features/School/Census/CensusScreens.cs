using Mentoring.Tests.Browser;

namespace Mentoring.Tests.Features.School.Census;

sealed class CensusScreens : IScreens
{
    public IReadOnlyList<Screen> All { get; } =
    [
        new("/school/$orgId/census", "curator"),
    ];
}
