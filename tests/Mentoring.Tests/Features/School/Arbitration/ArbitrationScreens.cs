using Mentoring.Tests.Browser;

namespace Mentoring.Tests.Features.School.Arbitration;

sealed class ArbitrationScreens : IScreens
{
    public IReadOnlyList<Screen> All { get; } =
    [
        new("/cases/", "council"),
        new("/cases/$caseId", "council", "", "/cases"),
    ];
}
