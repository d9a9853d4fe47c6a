using Mentoring.Api.Features.Common.Notifications;
using static Mentoring.Api.Features.Common.Notifications.Audience;
using static Mentoring.Api.Features.Common.Notifications.NotificationKind;
using static Mentoring.Api.Features.Common.Notifications.When;

namespace Mentoring.Api.Features.Common.Identity;

/// <summary>Who is told what of accounts and roles.</summary>
sealed class IdentityNotices : INotices
{
    static readonly KindFacts Urgent = new(NotificationTopic.Roles, NotificationSubject.Account, EmailMode.Now, Urgent: true);

    public IReadOnlyDictionary<NotificationKind, KindFacts> Kinds { get; } = new Dictionary<NotificationKind, KindFacts>
    {
        [RoleGranted] = new(NotificationTopic.Roles, NotificationSubject.Assignment, EmailMode.Now),
        [AccountLinkIssued] = new(NotificationTopic.Roles, NotificationSubject.Account, EmailMode.Now),
        [AccountPasswordSet] = new(NotificationTopic.Roles, NotificationSubject.Account, EmailMode.Now),
        [AccountBlocked] = Urgent,
        [AccountUnblocked] = Urgent,
        [AccountUnlocked] = Urgent,
        [AccountSessionsEnded] = Urgent,
        [AccountFactorReset] = Urgent,
        [RoleAsked] = new(NotificationTopic.Roles, NotificationSubject.AtSchool("/today"), EmailMode.Now),
        [RoleDecided] = new(NotificationTopic.Roles, NotificationSubject.AtSchool("/profile"), EmailMode.Now),
        [RoleSettled] = new(NotificationTopic.Roles, NotificationSubject.AtSchool("/notifications"), EmailMode.Digest),
    };

    public IReadOnlyDictionary<string, NotificationRule[]> Rules { get; } = new Dictionary<string, NotificationRule[]>
    {
        [nameof(RenewInvitation)] = [new(AccountLinkIssued, [AccountHolder])],
        [nameof(SetPassword)] = [new(AccountPasswordSet, [AccountHolder], (happened, _) => happened.SubjectId is not null)],
        [nameof(SendPasswordLink)] = [new(AccountLinkIssued, [AccountHolder])],
        [nameof(BlockAccount)] = [new(AccountBlocked, [AccountHolder])],
        [nameof(UnblockAccount)] = [new(AccountUnblocked, [AccountHolder])],
        [nameof(UnlockAccount)] = [new(AccountUnlocked, [AccountHolder])],
        [nameof(EndAccountSessions)] = [new(AccountSessionsEnded, [AccountHolder])],
        [nameof(ResetSecondFactor)] = [new(AccountFactorReset, [AccountHolder])],
        // A role that is proposed has no assignment yet, and so no holder to tell of it.
        [nameof(GrantRole)] = [new(RoleGranted, [RoleHolder]), new(RoleAsked, [RoleCandidate])],
        [nameof(AnswerRoleProposal)] =
        [
            new(RoleToConfirm, [Coordinators], Says("step", nameof(RoleProposalStep.Agree))),
            new(RoleSettled, [Heads], Says("step", nameof(RoleProposalStep.Decline))),
        ],
        [nameof(DecideRoleProposal)] = [new(RoleDecided, [RoleCandidate]), new(RoleSettled, [Heads, Coordinators])],
        [nameof(WithdrawRoleProposal)] = [new(RoleDecided, [RoleCandidate])],
    };
}
