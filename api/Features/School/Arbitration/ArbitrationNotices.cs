using Mentoring.Api.Features.Common.Notifications;
using static Mentoring.Api.Features.Common.Notifications.Audience;
using static Mentoring.Api.Features.Common.Notifications.NotificationKind;
using static Mentoring.Api.Features.Common.Notifications.NotificationRule;

namespace Mentoring.Api.Features.School.Arbitration;

/// <summary>Who is told what of a case.</summary>
sealed class ArbitrationNotices : INotices
{
    public IReadOnlyDictionary<NotificationKind, KindFacts> Kinds { get; } = new Dictionary<NotificationKind, KindFacts>
    {
        [CaseOpened] = new(NotificationTopic.Cases, NotificationSubject.AtSchool("/cases/{subject}"), EmailMode.Now),
        [CaseAssigned] = new(NotificationTopic.Cases, NotificationSubject.AtSchool("/cases/{subject}"), EmailMode.Now),
        [CaseNews] = new(NotificationTopic.Cases, NotificationSubject.AtSchool("/cases/{subject}"), EmailMode.Digest),
        [CaseDecided] = new(NotificationTopic.Cases, NotificationSubject.AtSchool("/cases/{subject}"), EmailMode.Now),
    };

    public IReadOnlyList<NotificationRule> Rules { get; } =
    [
        On<CaseEntered>(CaseOpened, [Concerned], e => e.Entry == CaseEntryKind.Opened),
        On<CaseEntered>(CaseAssigned, [Concerned], e => e.Entry == CaseEntryKind.Assigned),
        On<CaseEntered>(CaseNews, [Concerned],
            e => e.Entry is CaseEntryKind.Heard or CaseEntryKind.Said or CaseEntryKind.Appealed or CaseEntryKind.Withdrawn),
        On<CaseEntered>(CaseDecided, [Concerned], e => e.Entry is CaseEntryKind.Decided or CaseEntryKind.Settled or CaseEntryKind.Declined),
    ];
}
