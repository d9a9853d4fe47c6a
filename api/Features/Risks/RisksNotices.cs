using Mentoring.Api.Features.Notifications;
using static Mentoring.Api.Features.Notifications.Audience;
using static Mentoring.Api.Features.Notifications.NotificationKind;
using static Mentoring.Api.Features.Notifications.When;

namespace Mentoring.Api.Features.Risks;

/// <summary>Who is told what of signals.</summary>
sealed class RisksNotices : INotices
{
    public IReadOnlyDictionary<NotificationKind, KindFacts> Kinds { get; } = new Dictionary<NotificationKind, KindFacts>
    {
        [SignalRaised] = new(NotificationTopic.Risks, NotificationSubject.OfProgram("/support"), EmailMode.Digest),
        [SignalShown] = new(NotificationTopic.Risks, NotificationSubject.OfProgram("/school/{organization}/risks"), EmailMode.Digest),
    };

    public IReadOnlyDictionary<string, NotificationRule[]> Rules { get; } = new Dictionary<string, NotificationRule[]>
    {
        [nameof(RemindOfDays)] =
        [
            new(SignalRaised, [Participants], Says("due", nameof(SignalRaised))),
            new(SignalShown, [Curators], Says("due", nameof(SignalShown))),
        ],
    };
}
