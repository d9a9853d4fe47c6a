using Mentoring.Tests.Browser;

namespace Mentoring.Tests.Features.School.Incentives;

sealed class IncentivesScreens : IScreens
{
    public IReadOnlyList<Screen> All { get; } =
    [
        new("/council/incentives", "council"),
    ];
}
