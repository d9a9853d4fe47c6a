using Mentoring.Tests.Browser;

namespace Mentoring.Tests.Features.School.Reports;

sealed class ReportsScreens : IScreens
{
    public IReadOnlyList<Screen> All { get; } =
    [
        new("/school/$orgId/report", "curator"),
    ];
}
