using Mentoring.Api.Features.Common.Notifications;
using static Mentoring.Api.Features.Common.Notifications.Audience;
using static Mentoring.Api.Features.Common.Notifications.NotificationKind;
using static Mentoring.Api.Features.Common.Notifications.NotificationRule;

namespace Mentoring.Api.Features.School.Impact;

/// <summary>Who is told what of measures: whom the school reminds, and the pair of a day of having settled in.</summary>
sealed class ImpactNotices : INotices
{
    public IReadOnlyDictionary<NotificationKind, KindFacts> Kinds { get; } = new Dictionary<NotificationKind, KindFacts>
    {
        [ImpactDue] = new(NotificationTopic.Programs, NotificationSubject.OfProgram("/my-impact"), EmailMode.Now),
        [AdaptationAsked] = new(NotificationTopic.Programs, NotificationSubject.InProgram("impact"), EmailMode.Digest),
        [AdaptationAgreed] = new(NotificationTopic.Programs, NotificationSubject.InProgram("impact"), EmailMode.Digest),
    };

    public IReadOnlyList<NotificationRule> Rules { get; } =
    [
        On<ImpactReminded>(ImpactDue, [Concerned]),
        On<AdaptationSaid>(AdaptationAsked, [Participants], e => !e.Agreed),
        On<AdaptationSaid>(AdaptationAgreed, [Participants, Curators], e => e.Agreed),
    ];
}
