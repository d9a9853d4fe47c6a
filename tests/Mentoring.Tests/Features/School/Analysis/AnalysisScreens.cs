using Mentoring.Tests.Browser;

namespace Mentoring.Tests.Features.School.Analysis;

sealed class AnalysisScreens : IScreens
{
    public IReadOnlyList<Screen> All { get; } =
    [
        new("/council/analysis", "council"),
    ];
}
