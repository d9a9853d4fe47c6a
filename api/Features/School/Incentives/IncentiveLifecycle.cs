using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Incentives;

/// <summary>The life of a proposal of a reward.</summary>
public static class IncentiveLifecycle
{
    /// <summary>The council supports, the head grants: neither can go before the other.</summary>
    public static readonly Lifecycle<IncentiveStatus, IncentiveStep> Steps =
        new("incentive.not-now", new Dictionary<(IncentiveStatus, IncentiveStep), IncentiveStatus>
        {
            [(IncentiveStatus.Proposed, IncentiveStep.Support)] = IncentiveStatus.Supported,
            [(IncentiveStatus.Proposed, IncentiveStep.NotSupport)] = IncentiveStatus.NotSupported,
            [(IncentiveStatus.Proposed, IncentiveStep.Withdraw)] = IncentiveStatus.Withdrawn,
            [(IncentiveStatus.Supported, IncentiveStep.Grant)] = IncentiveStatus.Granted,
            [(IncentiveStatus.Supported, IncentiveStep.Decline)] = IncentiveStatus.Declined,
            [(IncentiveStatus.Supported, IncentiveStep.Withdraw)] = IncentiveStatus.Withdrawn,
        });
}
