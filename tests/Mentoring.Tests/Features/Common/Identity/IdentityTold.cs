using Mentoring.Api.Features.Common.Identity;
using Mentoring.Api.Platform;
using Mentoring.Tests.Features.Common.Notifications;

namespace Mentoring.Tests.Features.Common.Identity;

/// <summary>Who hears of what happens in this area.</summary>
sealed class IdentityTold : ITold
{
    static readonly Guid Any = Guid.Parse("019ab000-0000-7000-8000-000000000001");

    public IEnumerable<ToldOf> All =>
    [
        new(new InvitationRenewed(Any, Any, default), "Account", "AccountLinkIssued: Named"),
        new(new PasswordLinkSent(Any), "Account", "AccountLinkIssued: Named"),
        new(new PasswordSet(Any, Any), "Account", "AccountPasswordSet: Named"),
        new(new HolderBlocked(Any, default), "Account", "AccountBlocked: Named"),
        new(new HolderUnblocked(Any), "Account", "AccountUnblocked: Named"),
        new(new HolderUnlocked(Any), "Account", "AccountUnlocked: Named"),
        new(new SessionsEnded(Any, 1), "Account", "AccountSessionsEnded: Named"),
        new(new SecondFactorReset(Any), "Account", "AccountFactorReset: Named"),
        new(new AssignmentGranted(Any, Role.SiteEditor, null), "Assignment", "RoleGranted: Named"),
        new(new AssignmentProposed(Any, Role.Psychologist), "Proposal", "RoleAsked: Named"),
        new(new RoleProposalMoved(RoleProposalStep.Agree, Role.Psychologist, Any), "Proposal", "RoleToConfirm: Region Town"),
        new(new RoleProposalMoved(RoleProposalStep.Decline, Role.Psychologist, Any), "Proposal", "RoleSettled: Head"),
        new(new RoleProposalMoved(RoleProposalStep.Confirm, Role.Psychologist, Any), "Proposal", "RoleDecided: Named; RoleSettled: Head Region Town"),
        new(new RoleProposalMoved(RoleProposalStep.Refuse, Role.Psychologist, Any), "Proposal", "RoleDecided: Named; RoleSettled: Head Region Town"),
        new(new RoleProposalMoved(RoleProposalStep.Withdraw, Role.Psychologist, Any), "Proposal", "RoleDecided: Named"),
    ];
}
