using Mentoring.Tests.Browser;

namespace Mentoring.Tests.Features.School.Evaluations;

sealed class EvaluationsScreens : IScreens
{
    public IReadOnlyList<Screen> All { get; } =
    [
        new("/council/evaluations/", "council"),
        new("/council/evaluations/$evaluationId", "council", "", "/council/evaluations"),
    ];
}
