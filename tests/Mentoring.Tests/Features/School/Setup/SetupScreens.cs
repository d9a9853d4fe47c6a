using Mentoring.Tests.Browser;

namespace Mentoring.Tests.Features.School.Setup;

sealed class SetupScreens : IScreens
{
    public IReadOnlyList<Screen> All { get; } =
    [
        new("/school/$orgId/setup", "head"),
        new("/school/$orgId/setup", "head", "?tab=structure"),
        new("/school/$orgId/setup", "head", "?tab=monitoring"),
        new("/school/$orgId/setup", "head", "?tab=provision"),
    ];
}
