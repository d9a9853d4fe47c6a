using Mentoring.Api.Features.Notifications;
using Mentoring.Api.Features.Organizations;
using Mentoring.Api.Platform;
using static Mentoring.Api.Features.Notifications.Audience;
using static Mentoring.Api.Features.Notifications.NotificationKind;
using static Mentoring.Api.Features.Notifications.When;

namespace Mentoring.Api.Features.Delegations;

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

    public IReadOnlyDictionary<string, NotificationRule[]> Rules { get; } = new Dictionary<string, NotificationRule[]>
    {
        [nameof(ProposeDelegation)] = [new(DelegationOffered, [Heads], OfTaker)],
        [nameof(AcceptDelegation)] =
        [
            new(DelegationAccepted, [Heads, Curators], OfGiver),
            new(ConfidentialDelegated, [Coordinators], All(OfGiver, OpensConfidential)),
            new(ConfidentialDelegated, [Coordinators, Psychologists], All(OfTaker, OpensConfidential)),
        ],
        [nameof(DeclineDelegation)] = [new(DelegationDeclined, [Heads, Curators], OfGiver)],
        [nameof(WithdrawDelegation)] = [new(DelegationEnded, [Heads], OfTaker)],
        [nameof(EndDelegation)] = [new(DelegationEnded, [Heads, Curators])],
        [nameof(TurnDelegations)] = [new(DelegationEnded, [Heads, Curators], Says("step", nameof(DelegationStep.End)))],
        [nameof(SettleOrganization)] = [new(DelegationEnded, [Heads, Curators], Has("component"))],
        [nameof(RemindOfDays)] = [new(DelegationEnding, [Heads, Curators], Says("due", nameof(DelegationEnding)))],
    };

    // A delegation is written into the trails of both organizations, each with the other's id.
    static readonly Func<Happened, string?, bool> OfGiver = Has("TakerId"), OfTaker = Has("OrganizationId");

    static readonly Func<Happened, string?, bool> OpensConfidential =
        Any([.. Confidential.Components.Select(component => Says("component", component.ToString()))]);
}
