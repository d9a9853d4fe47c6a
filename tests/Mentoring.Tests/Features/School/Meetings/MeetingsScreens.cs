using Mentoring.Tests.Browser;

namespace Mentoring.Tests.Features.School.Meetings;

sealed class MeetingsScreens : IScreens
{
    public IReadOnlyList<Screen> All { get; } =
    [
        new("/school/$orgId/meetings", "curator"),
    ];
}
