using Mentoring.Tests.Browser;

namespace Mentoring.Tests.Features.School.Conditions;

sealed class ConditionsScreens : IScreens
{
    public IReadOnlyList<Screen> All { get; } =
    [
        new("/school/$orgId/conditions", "curator"),
        new("/school/$orgId/rooms", "curator"),
    ];
}
