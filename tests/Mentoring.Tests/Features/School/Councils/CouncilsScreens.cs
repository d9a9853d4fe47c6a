using Mentoring.Tests.Browser;

namespace Mentoring.Tests.Features.School.Councils;

sealed class CouncilsScreens : IScreens
{
    public IReadOnlyList<Screen> All { get; } =
    [
        new("/council/", "council"),
        new("/council/", "council", "?tab=decisions"),
        new("/council/", "council", "?tab=members"),
        new("/council/meetings/$meetingId", "council", "", "/council?tab=meetings"),
        new("/council/", "council", "?tab=drafts"),
    ];
}
