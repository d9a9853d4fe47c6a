using Mentoring.Tests.Browser;

namespace Mentoring.Tests.Features.School.Risks;

sealed class RisksScreens : IScreens
{
    public IReadOnlyList<Screen> All { get; } =
    [
        new("/school/$orgId/risks", "curator"),
    ];
}
