using Mentoring.Api.Features.School.Incentives;
using Mentoring.Tests.Features.Common.Notifications;

namespace Mentoring.Tests.Features.School.Incentives;

/// <summary>Who hears of what happens in this area.</summary>
sealed class IncentivesTold : ITold
{
    public IEnumerable<ToldOf> All =>
    [
        new(new IncentivePutForward(IncentiveKind.Material, default), "Incentive", "IncentiveProposed: Chair Member"),
        new(new IncentiveMoved(IncentiveStep.Support), "Incentive", "IncentiveAwaitsHead: Head; IncentiveDecided: Proposer"),
        new(new IncentiveMoved(IncentiveStep.NotSupport), "Incentive", "IncentiveDecided: Proposer"),
        new(new IncentiveMoved(IncentiveStep.Grant), "Incentive", "IncentiveDecided: Chair Proposer; IncentiveGranted: Named"),
        new(new IncentiveMoved(IncentiveStep.Decline), "Incentive", "IncentiveDecided: Chair Proposer"),
        new(new IncentiveMoved(IncentiveStep.Withdraw), "Incentive", ""),
    ];
}
