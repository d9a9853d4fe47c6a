using Mentoring.Api.Features.Common.Notifications;
using static Mentoring.Api.Features.Common.Notifications.Audience;
using static Mentoring.Api.Features.Common.Notifications.NotificationKind;
using static Mentoring.Api.Features.Common.Notifications.NotificationRule;

namespace Mentoring.Api.Features.School.Census;

/// <summary>Who is told what of the census.</summary>
sealed class CensusNotices : INotices
{
    public IReadOnlyDictionary<NotificationKind, KindFacts> Kinds { get; } = new Dictionary<NotificationKind, KindFacts>
    {
        [CensusOpened] = new(NotificationTopic.Census, NotificationSubject.AtSchool("/school/{organization}/census"), EmailMode.Now),
        [CensusDue] = new(NotificationTopic.Census, NotificationSubject.AtSchool("/school/{organization}/census"), EmailMode.Now),
        [CensusOverdue] = new(NotificationTopic.Census, NotificationSubject.AtSchool("/school/{organization}/census"), EmailMode.Now),
    };

    public IReadOnlyList<NotificationRule> Rules { get; } =
    [
        On<SchoolYearCensusOpened>(CensusOpened, [Curators]),
        On<CensusReminded>(CensusDue, [Curators], e => e.Reminder != ReminderKind.Overdue),
        On<CensusReminded>(CensusOverdue, [Curators, Heads], e => e.Reminder == ReminderKind.Overdue),
    ];
}
