using Mentoring.Tests.Browser;

namespace Mentoring.Tests.Features.School.Preparations;

sealed class PreparationsScreens : IScreens
{
    public IReadOnlyList<Screen> All { get; } =
    [
        new("/council/preparations", "council"),
    ];
}
