using Mentoring.Api.Features.Common.Notifications;
using Mentoring.Api.Platform;
using static Mentoring.Api.Features.Common.Notifications.Audience;
using static Mentoring.Api.Features.Common.Notifications.NotificationKind;
using static Mentoring.Api.Features.Common.Notifications.NotificationRule;

namespace Mentoring.Api.Features.School.Delegations;

/// <summary>Who is told what of components carried by another organization.</summary>
sealed class DelegationsNotices : INotices
{
    public IReadOnlyDictionary<NotificationKind, KindFacts> Kinds { get; } = new Dictionary<NotificationKind, KindFacts>
    {
        [DelegationOffered] = new(NotificationTopic.Delegations, NotificationSubject.AtSchool("/school/{organization}/delegations"), EmailMode.Now),
        [DelegationAccepted] = new(NotificationTopic.Delegations, NotificationSubject.AtSchool("/school/{organization}/delegations"), EmailMode.Now),
        [DelegationDeclined] = new(NotificationTopic.Delegations, NotificationSubject.AtSchool("/school/{organization}/delegations"), EmailMode.Now),
        [DelegationEnding] = new(NotificationTopic.Delegations, NotificationSubject.AtSchool("/school/{organization}/delegations"), EmailMode.Digest),
        [DelegationEnded] = new(NotificationTopic.Delegations, NotificationSubject.AtSchool("/school/{organization}/delegations"), EmailMode.Digest),
        [ConfidentialDelegated] = new(NotificationTopic.Delegations, NotificationSubject.AtSchool("/notifications"), EmailMode.Digest),
    };

    public IReadOnlyList<NotificationRule> Rules { get; } =
    [
        On<DelegationReceived>(DelegationOffered, [Heads]),
        On<GivenDelegationMoved>(DelegationAccepted, [Heads, Curators], e => e.Step == DelegationStep.Accept),
        On<GivenDelegationMoved>(ConfidentialDelegated, [Coordinators], e => e.Step == DelegationStep.Accept && IsConfidential(e.Component)),
        On<TakenDelegationMoved>(ConfidentialDelegated, [Coordinators, Psychologists], e => e.Step == DelegationStep.Accept && IsConfidential(e.Component)),
        On<GivenDelegationMoved>(DelegationDeclined, [Heads, Curators], e => e.Step == DelegationStep.Decline),
        On<TakenDelegationMoved>(DelegationEnded, [Heads], e => e.Step == DelegationStep.Withdraw),
        On<GivenDelegationMoved>(DelegationEnded, [Heads, Curators], e => e.Step == DelegationStep.End),
        On<TakenDelegationMoved>(DelegationEnded, [Heads, Curators], e => e.Step == DelegationStep.End),
        On<GivenDelegationSettled>(DelegationEnded, [Heads, Curators]),
        On<TakenDelegationSettled>(DelegationEnded, [Heads, Curators]),
        On<DelegationNearsEnd>(DelegationEnding, [Heads, Curators]),
    ];

    static bool IsConfidential(Component component) => Confidential.Components.Contains(component);
}
