using Mentoring.Tests.Browser;

namespace Mentoring.Tests.Features.School.Psychology;

sealed class PsychologyScreens : IScreens
{
    public IReadOnlyList<Screen> All { get; } =
    [
        new("/support", "mentor"),
        new("/support", "mentee"),
        new("/psych", "psychologist"),
        new("/psych", "psychologist", "?tab=readiness"),
        new("/psych", "psychologist", "?tab=trainings"),
        new("/psych", "psychologist", "?tab=climate"),
        new("/psych", "psychologist", "?tab=plan"),
        new("/psych", "psychologist", "?tab=pairs"),
    ];
}
