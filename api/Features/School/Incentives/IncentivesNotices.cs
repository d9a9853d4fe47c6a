using Mentoring.Api.Features.Common.Notifications;
using static Mentoring.Api.Features.Common.Notifications.Audience;
using static Mentoring.Api.Features.Common.Notifications.NotificationKind;
using static Mentoring.Api.Features.Common.Notifications.NotificationRule;

namespace Mentoring.Api.Features.School.Incentives;

/// <summary>Who is told what of a reward on its way.</summary>
sealed class IncentivesNotices : INotices
{
    public IReadOnlyDictionary<NotificationKind, KindFacts> Kinds { get; } = new Dictionary<NotificationKind, KindFacts>
    {
        [IncentiveProposed] = new(NotificationTopic.Council, NotificationSubject.AtSchool("/council/incentives"), EmailMode.Digest),
        [IncentiveAwaitsHead] = new(NotificationTopic.Council, NotificationSubject.AtSchool("/council/incentives"), EmailMode.Digest),
        [IncentiveDecided] = new(NotificationTopic.Council, NotificationSubject.AtSchool("/council/incentives"), EmailMode.Digest),
        [IncentiveGranted] = new(NotificationTopic.Council, NotificationSubject.AtSchool("/my-profile?tab=incentives"), EmailMode.Now),
    };

    public IReadOnlyList<NotificationRule> Rules { get; } =
    [
        On<IncentivePutForward>(IncentiveProposed, [Audience.Council]),
        On<IncentiveMoved>(IncentiveAwaitsHead, [Heads], e => e.Step == IncentiveStep.Support),
        On<IncentiveMoved>(IncentiveDecided, [IncentiveProposer], e => e.Step is IncentiveStep.Support or IncentiveStep.NotSupport),
        On<IncentiveMoved>(IncentiveGranted, [IncentivePerson], e => e.Step == IncentiveStep.Grant),
        On<IncentiveMoved>(IncentiveDecided, [IncentiveProposer, Audience.CouncilChair], e => e.Step is IncentiveStep.Grant or IncentiveStep.Decline),
    ];
}
