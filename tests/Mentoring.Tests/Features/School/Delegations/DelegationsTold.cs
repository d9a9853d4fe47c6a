using Mentoring.Api.Features.School.Delegations;
using Mentoring.Api.Platform;
using Mentoring.Tests.Features.Common.Notifications;

namespace Mentoring.Tests.Features.School.Delegations;

/// <summary>Who hears of what happens in this area.</summary>
sealed class DelegationsTold : ITold
{
    static readonly Guid Any = Guid.Parse("019ab000-0000-7000-8000-000000000001");

    public IEnumerable<ToldOf> All =>
    [
        new(new DelegationSent(Component.Events, Any), "School", ""),
        new(new DelegationReceived(Component.Events, Any), "School", "DelegationOffered: Head"),
        new(new GivenDelegationMoved(DelegationStep.Accept, Component.Events, Any), "School", "DelegationAccepted: Curator Head"),
        new(new TakenDelegationMoved(DelegationStep.Accept, Component.Events, Any), "School", ""),
        new(new GivenDelegationMoved(DelegationStep.Accept, Component.Psychologist, Any), "School",
            "ConfidentialDelegated: Region Town; DelegationAccepted: Curator Head"),
        new(new TakenDelegationMoved(DelegationStep.Accept, Component.Psychologist, Any), "School", "ConfidentialDelegated: Psychologist Region Town"),
        new(new GivenDelegationMoved(DelegationStep.Decline, Component.Events, Any), "School", "DelegationDeclined: Curator Head"),
        new(new TakenDelegationMoved(DelegationStep.Withdraw, Component.Events, Any), "School", "DelegationEnded: Head"),
        new(new GivenDelegationMoved(DelegationStep.Withdraw, Component.Events, Any), "School", ""),
        new(new GivenDelegationMoved(DelegationStep.End, Component.Events, Any), "School", "DelegationEnded: Curator Head"),
        new(new TakenDelegationMoved(DelegationStep.End, Component.Events, Any), "School", "DelegationEnded: Curator Head"),
        new(new GivenDelegationMoved(DelegationStep.Begin, Component.Events, Any), "School", ""),
        new(new GivenDelegationSettled(DelegationStep.Withdraw, Component.Events, Any), "School", "DelegationEnded: Curator Head"),
        new(new TakenDelegationSettled(DelegationStep.End, Component.Events, Any), "School", "DelegationEnded: Curator Head"),
        new(new DelegationNearsEnd(), "School", "DelegationEnding: Curator Head"),
    ];
}
