using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Identity;

/// <summary>
/// Where a role that opens what is confidential stands: proposed at the school, agreed to by the person, confirmed or
/// refused by somebody outside the school.
/// </summary>
public enum RoleProposalStatus { Proposed, Agreed, Confirmed, Refused, Declined, Withdrawn }

public enum RoleProposalStep { Agree, Decline, Confirm, Refuse, Withdraw }

/// <summary>How a proposal stands after a step.</summary>
/// <param name="Version">To be given with the next step.</param>
public sealed record RoleProposalState(RoleProposalStatus Status, int Version);

/// <summary>A role that waits, or the last word on it.</summary>
/// <param name="Name">Who is to hold it.</param>
/// <param name="Seat">It comes with the seat of the council's chair, and goes with it.</param>
/// <param name="Basis">The order that it rests on.</param>
/// <param name="StartedOn">Not before the day on which it is confirmed.</param>
/// <param name="EndedOn">The first day on which it is no longer held.</param>
/// <param name="ProposedByName">Absent where the account is gone or was a system's.</param>
/// <param name="Reason">Why it was declined, refused or taken back.</param>
/// <param name="May">The caller may take the next step: not as its proposer, nor as whoever has a role at that organization.</param>
public sealed record RoleProposal(
    Guid Id, Role Role, string Name, Guid OrganizationId, string OrganizationName, bool Seat, string Basis, DateOnly StartedOn, DateOnly? EndedOn,
    RoleProposalStatus Status, DateTime ProposedAt, string? ProposedByName, string? Reason, int Version, bool May);

/// <summary>The life of a proposal, and the query that its lists share.</summary>
public static class RoleProposals
{
    public const int Most = 200;

    public static readonly Lifecycle<RoleProposalStatus, RoleProposalStep> Steps = new(
        "assignment.step-not-now", new Dictionary<(RoleProposalStatus, RoleProposalStep), RoleProposalStatus>
        {
            [(RoleProposalStatus.Proposed, RoleProposalStep.Agree)] = RoleProposalStatus.Agreed,
            [(RoleProposalStatus.Proposed, RoleProposalStep.Decline)] = RoleProposalStatus.Declined,
            [(RoleProposalStatus.Proposed, RoleProposalStep.Withdraw)] = RoleProposalStatus.Withdrawn,
            [(RoleProposalStatus.Agreed, RoleProposalStep.Decline)] = RoleProposalStatus.Declined,
            [(RoleProposalStatus.Agreed, RoleProposalStep.Confirm)] = RoleProposalStatus.Confirmed,
            [(RoleProposalStatus.Agreed, RoleProposalStep.Refuse)] = RoleProposalStatus.Refused,
            [(RoleProposalStatus.Agreed, RoleProposalStep.Withdraw)] = RoleProposalStatus.Withdrawn,
        });

    /// <param name="where">Which of them, as <c>p</c>.</param>
    /// <param name="may">Whether the caller may take the next step.</param>
    public static string Select(string where, string may = "true") => $"""
        select p.id, p.role, holder.display_name name, p.organization_id, o.name_short organization_name, p.seat_id is not null seat, p.basis,
               p.started_on, p.ended_on, p.status, p.proposed_at, giver.display_name proposed_by_name, p.reason, p.version, {may} may
          from role_proposal p
          join organization o on o.id = p.organization_id
          join identity.account holder on holder.id = p.account_id
          left join identity.account giver on giver.id::text = p.proposed_by
         where {where}
         order by p.proposed_at, p.id
         limit {Most}
        """;
}
