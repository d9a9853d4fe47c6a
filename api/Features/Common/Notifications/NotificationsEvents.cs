using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Notifications;

public sealed record NotificationsMarked(int Marked) : IEvent;

public sealed record NotificationMarked([Capital] bool Read) : IEvent;

public sealed record NotificationSettingsSet(int Choices) : IEvent;
