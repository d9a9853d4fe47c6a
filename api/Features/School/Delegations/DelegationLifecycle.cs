using Mentoring.Api.Platform;
using static Mentoring.Api.Features.School.Delegations.DelegationStatus;

namespace Mentoring.Api.Features.School.Delegations;

/// <summary>The life of a delegation: the school proposes, the other organization accepts, the days begin and end it.</summary>
public static class DelegationLifecycle
{
    public static readonly Lifecycle<DelegationStatus, DelegationStep> Steps =
        new("delegation.step-not-now", new Dictionary<(DelegationStatus, DelegationStep), DelegationStatus>
        {
            [(Proposed, DelegationStep.Accept)] = Accepted,
            [(Proposed, DelegationStep.Decline)] = Declined,
            [(Proposed, DelegationStep.Withdraw)] = Withdrawn,
            [(Accepted, DelegationStep.Withdraw)] = Withdrawn,
            [(Accepted, DelegationStep.Begin)] = InForce,
            [(Accepted, DelegationStep.End)] = Ended,
            [(InForce, DelegationStep.End)] = Ended,
        });

    /// <summary>Which side takes the step; both may end what runs, and nobody begins it but the day.</summary>
    public static bool IsOf(DelegationStep step, DelegationSide side) => step switch
    {
        DelegationStep.Accept or DelegationStep.Decline => side == DelegationSide.Taker,
        DelegationStep.Withdraw => side == DelegationSide.Giver,
        DelegationStep.End => true,
        _ => false,
    };

    public static IReadOnlyList<DelegationStep> Possible(DelegationStatus status, IReadOnlyCollection<DelegationSide> sides) =>
        [.. Steps.From(status).Where(step => sides.Any(side => IsOf(step, side))
            && !(status == Accepted && step == DelegationStep.End))];
}
