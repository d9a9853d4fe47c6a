using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Identity;

sealed class IdentityConstraints : INamedConstraints
{
    public IReadOnlyDictionary<string, string> Codes { get; } = new Dictionary<string, string>
    {
        ["role_assignment_once"] = "assignment.exists",
        ["role_assignment_apart"] = "assignment.kept-apart",
        ["role_assignment_not_own"] = "assignment.own",
        ["account_own"] = "account.own",
        ["account_reach"] = "account.role-beyond",
        ["role_proposal_one_open"] = "assignment.proposed",
        ["role_proposal_three_people"] = "assignment.third-person",
        ["account_email"] = "account.email-taken",
        ["account_person"] = "account.person-taken",
        ["account_user_name"] = "account.email-taken",
    };
}
