using Mentoring.Tests.Browser;

namespace Mentoring.Tests.Features.Common.Notifications;

sealed class NotificationsScreens : IScreens
{
    public IReadOnlyList<Screen> All { get; } =
    [
        new("/notifications", "mentor"),
    ];
}
