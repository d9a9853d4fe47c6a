using Mentoring.Api.Features.Notifications;
using static Mentoring.Api.Features.Notifications.Audience;
using static Mentoring.Api.Features.Notifications.NotificationKind;
using static Mentoring.Api.Features.Notifications.When;

namespace Mentoring.Api.Features.Census;

/// <summary>Who is told what of the census.</summary>
sealed class CensusNotices : INotices
{
    public IReadOnlyDictionary<NotificationKind, KindFacts> Kinds { get; } = new Dictionary<NotificationKind, KindFacts>
    {
        [CensusOpened] = new(NotificationTopic.Census, NotificationSubject.AtSchool("/school/{organization}/census"), EmailMode.Now),
        [CensusDue] = new(NotificationTopic.Census, NotificationSubject.AtSchool("/school/{organization}/census"), EmailMode.Now),
        [CensusOverdue] = new(NotificationTopic.Census, NotificationSubject.AtSchool("/school/{organization}/census"), EmailMode.Now),
    };

    public IReadOnlyDictionary<string, NotificationRule[]> Rules { get; } = new Dictionary<string, NotificationRule[]>
    {
        [nameof(OpenCensus)] = [new(CensusOpened, [Curators])],
        [nameof(RemindOfCensus)] =
        [
            new(CensusDue, [Curators], Not(Says("reminder", nameof(ReminderKind.Overdue)))),
            new(CensusOverdue, [Curators, Heads], Says("reminder", nameof(ReminderKind.Overdue))),
        ],
    };
}
