using Mentoring.Tests.Browser;

namespace Mentoring.Tests.Features.School.Practices;

sealed class PracticesScreens : IScreens
{
    public IReadOnlyList<Screen> All { get; } =
    [
        new("/practices/", "mentor"),
        new("/practices/", "mentee", "?view=Own"),
        new("/practices/", "council", "?view=Queue"),
        new("/practices/new", "mentor"),
        new("/practices/$practiceId/", "mentor", "", "/practices"),
        new("/practices/$practiceId/", "council", "", "/practices?view=Queue"),
        new("/practices/$practiceId/edit", "mentor", "", "/practices?view=Own&status=Draft"),
    ];
}
