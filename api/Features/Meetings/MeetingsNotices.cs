using Mentoring.Api.Features.Notifications;
using static Mentoring.Api.Features.Notifications.Audience;
using static Mentoring.Api.Features.Notifications.NotificationKind;

namespace Mentoring.Api.Features.Meetings;

/// <summary>Who is told what of a pair's meetings.</summary>
sealed class MeetingsNotices : INotices
{
    public IReadOnlyDictionary<NotificationKind, KindFacts> Kinds { get; } = new Dictionary<NotificationKind, KindFacts>
    {
        [MeetingPlanned] = new(NotificationTopic.Meetings, NotificationSubject.Meeting, EmailMode.Now),
        [MeetingMoved] = new(NotificationTopic.Meetings, NotificationSubject.Meeting, EmailMode.Now),
        [MeetingCancelled] = new(NotificationTopic.Meetings, NotificationSubject.Meeting, EmailMode.Now),
        [MeetingReminder] = new(NotificationTopic.Meetings, NotificationSubject.Meeting, EmailMode.Now),
        [MeetingHeld] = new(NotificationTopic.Meetings, NotificationSubject.Meeting, EmailMode.Digest),
    };

    public IReadOnlyDictionary<string, NotificationRule[]> Rules { get; } = new Dictionary<string, NotificationRule[]>
    {
        [nameof(PlanMeeting)] = [new(MeetingPlanned, [Participants])],
        [nameof(MoveMeeting)] = [new(MeetingMoved, [Participants])],
        [nameof(CancelMeeting)] = [new(MeetingCancelled, [Participants])],
        [nameof(HoldMeeting)] = [new(MeetingHeld, [Participants])],
        [nameof(LogMeeting)] = [new(MeetingHeld, [Participants])],
        [nameof(RemindMeetings)] = [new(MeetingReminder, [Participants])],
    };
}
