using Mentoring.Api.Features.Common.Notifications;
using static Mentoring.Api.Features.Common.Notifications.Audience;
using static Mentoring.Api.Features.Common.Notifications.NotificationKind;
using static Mentoring.Api.Features.Common.Notifications.NotificationRule;

namespace Mentoring.Api.Features.School.Meetings;

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

    public IReadOnlyList<NotificationRule> Rules { get; } =
    [
        On<MeetingSet>(MeetingPlanned, [Participants]),
        On<MeetingPutOff>(MeetingMoved, [Participants]),
        On<MeetingCalledOff>(MeetingCancelled, [Participants]),
        On<MeetingTookPlace>(MeetingHeld, [Participants]),
        On<MeetingLogged>(MeetingHeld, [Participants]),
        On<MeetingNears>(MeetingReminder, [Participants]),
    ];
}
