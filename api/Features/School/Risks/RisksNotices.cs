using Mentoring.Api.Features.Common.Notifications;
using static Mentoring.Api.Features.Common.Notifications.Audience;
using static Mentoring.Api.Features.Common.Notifications.NotificationKind;
using static Mentoring.Api.Features.Common.Notifications.NotificationRule;

namespace Mentoring.Api.Features.School.Risks;

/// <summary>Who is told what of signals.</summary>
sealed class RisksNotices : INotices
{
    public IReadOnlyDictionary<NotificationKind, KindFacts> Kinds { get; } = new Dictionary<NotificationKind, KindFacts>
    {
        [SignalRaised] = new(NotificationTopic.Risks, NotificationSubject.OfProgram("/support"), EmailMode.Digest),
        [SignalShown] = new(NotificationTopic.Risks, NotificationSubject.OfProgram("/school/{organization}/risks"), EmailMode.Digest),
    };

    public IReadOnlyList<NotificationRule> Rules { get; } =
    [
        On<SignalReachedPair>(SignalRaised, [Participants]),
        On<SignalReachedSchool>(SignalShown, [Curators]),
    ];
}
