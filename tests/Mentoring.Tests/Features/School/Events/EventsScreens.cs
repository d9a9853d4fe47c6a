using Mentoring.Tests.Browser;

namespace Mentoring.Tests.Features.School.Events;

sealed class EventsScreens : IScreens
{
    public IReadOnlyList<Screen> All { get; } =
    [
        new("/school/$orgId/events", "curator"),
    ];
}
