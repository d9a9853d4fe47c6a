using Mentoring.Api.Features.Common.Notifications;
using Mentoring.Api.Platform;
using static Mentoring.Api.Features.Common.Notifications.Audience;
using static Mentoring.Api.Features.Common.Notifications.NotificationKind;
using static Mentoring.Api.Features.Common.Notifications.NotificationRule;

namespace Mentoring.Api.Features.School.Incentives;

/// <summary>Who is told what of a reward on its way.</summary>
sealed class IncentivesNotices : INotices
{
    /// <summary>Whoever is to be rewarded.</summary>
    static readonly Audience IncentivePerson = Audience.Of(
        "select a.id from incentive_proposal i join identity.account a on a.person_id = i.person_id where i.id = @SubjectId");

    /// <summary>Whoever proposed the reward.</summary>
    static readonly Audience IncentiveProposer = Audience.Of(
        "select a.id from incentive_proposal i join identity.account a on a.person_id = i.proposed_by where i.id = @SubjectId",
        grants => grants.Permissions.Contains(Permission.IncentivePropose));

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
