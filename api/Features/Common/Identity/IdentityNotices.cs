using Mentoring.Api.Features.Common.Notifications;
using static Mentoring.Api.Features.Common.Notifications.Audience;
using static Mentoring.Api.Features.Common.Notifications.NotificationKind;
using static Mentoring.Api.Features.Common.Notifications.NotificationRule;

namespace Mentoring.Api.Features.Common.Identity;

/// <summary>Who is told what of accounts and roles.</summary>
sealed class IdentityNotices : INotices
{
    /// <summary>Whoever was given the role.</summary>
    static readonly Audience RoleHolder = Audience.Of("select account_id from role_assignment where id = @SubjectId", _ => true);

    /// <summary>Whose account it is.</summary>
    static readonly Audience AccountHolder = Audience.Of("select id from identity.account where id = @SubjectId", _ => true);

    /// <summary>Whoever is asked to hold a role that has to be confirmed.</summary>
    static readonly Audience RoleCandidate = Audience.Of("select account_id from role_proposal where id = @SubjectId");

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

    public IReadOnlyList<NotificationRule> Rules { get; } =
    [
        On<InvitationRenewed>(AccountLinkIssued, [AccountHolder]),
        On<PasswordLinkSent>(AccountLinkIssued, [AccountHolder]),
        On<PasswordSet>(AccountPasswordSet, [AccountHolder]),
        On<HolderBlocked>(AccountBlocked, [AccountHolder]),
        On<HolderUnblocked>(AccountUnblocked, [AccountHolder]),
        On<HolderUnlocked>(AccountUnlocked, [AccountHolder]),
        On<SessionsEnded>(AccountSessionsEnded, [AccountHolder]),
        On<SecondFactorReset>(AccountFactorReset, [AccountHolder]),
        On<AssignmentGranted>(RoleGranted, [RoleHolder]),
        On<AssignmentProposed>(RoleAsked, [RoleCandidate]),
        On<RoleProposalMoved>(RoleToConfirm, [Coordinators], e => e.Step == RoleProposalStep.Agree),
        On<RoleProposalMoved>(RoleSettled, [Heads], e => e.Step == RoleProposalStep.Decline),
        On<RoleProposalMoved>(RoleSettled, [Heads, Coordinators], e => e.Step is RoleProposalStep.Confirm or RoleProposalStep.Refuse),
        On<RoleProposalMoved>(RoleDecided, [RoleCandidate],
            e => e.Step is RoleProposalStep.Confirm or RoleProposalStep.Refuse or RoleProposalStep.Withdraw),
    ];
}
