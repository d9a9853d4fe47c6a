using Mentoring.Tests.Browser;

namespace Mentoring.Tests.Features.Common.Imports;

sealed class ImportsScreens : IScreens
{
    public IReadOnlyList<Screen> All { get; } =
    [
        new("/school/$orgId/imports", "curator"),
        new("/imports/$importId", "curator", "", "/school/$orgId/imports"),
        new("/admin/imports", "admin"),
    ];
}
