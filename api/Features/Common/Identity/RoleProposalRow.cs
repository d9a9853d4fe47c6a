using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Identity;

/// <summary>A proposed role as a command holds it: locked, so that what was checked stays true until the commit.</summary>
public sealed record RoleProposalRow : IVersioned
{
    public Guid Id { get; init; }
    public Guid OrganizationId { get; init; }
    public required string RegionCode { get; init; }
    public Guid AccountId { get; init; }
    public Role Role { get; init; }
    public Guid? SeatId { get; init; }
    public required string Basis { get; init; }
    public DateOnly StartedOn { get; init; }
    public DateOnly? EndedOn { get; init; }
    public RoleProposalStatus Status { get; init; }
    public required string ProposedBy { get; init; }
    public int Version { get; init; }

    public static Task<RoleProposalRow> Lock(Db db, Guid id, int version, CancellationToken ct) => db.Lock<RoleProposalRow>(LockSql, new { id }, version, ct);

    /// <summary>Takes a step; the seat that the role comes with follows it.</summary>
    public async Task<RoleProposalState> Take(
        RoleProposalStep step, string? reason, Db db, ISeats seats, Caller caller, Audit audit, TimeProvider time, CancellationToken ct)
    {
        var next = RoleProposals.Steps.Next(Status, step);
        await db.ExecuteOne(Save, new { Id, Status = next.ToString(), Step = step.ToString(), reason, By = caller.Id, Now = time.GetUtcNow().UtcDateTime }, ct);
        if (SeatId is { } seat) await seats.Follow(seat, step, reason, ct);
        audit.About(OrganizationId, RegionCode, Id, new RoleProposalMoved(step, Role, AccountId));
        return new(next, Version + 1);
    }

    public static Task Propose(NewRoleProposal proposal, Db db, CancellationToken ct) => db.Execute(Insert, proposal, ct);

    const string LockSql = """
        select id, organization_id, region_code, account_id, role, seat_id, basis, started_on, ended_on, status, proposed_by, version
          from role_proposal where id = @id for update
        """;

    const string Save = """
        update role_proposal
           set status = @Status, reason = coalesce(@reason, reason), version = version + 1,
               answered_at = case when @Step in ('Agree', 'Decline') then @Now else answered_at end,
               decided_by = case when @Step in ('Confirm', 'Refuse') then @By else decided_by end,
               decided_at = case when @Step in ('Confirm', 'Refuse', 'Withdraw') then @Now else decided_at end
         where id = @Id
        """;

    const string Insert = """
        insert into role_proposal (
            region_code, id, organization_id, account_id, role, seat_id, basis, started_on, ended_on, status, proposed_by, proposed_at, answered_at)
        values (@RegionCode, @Id, @OrganizationId, @AccountId, @Role, @SeatId, @Basis, @StartedOn, @EndedOn, @Status, @ProposedBy, @ProposedAt, @AnsweredAt)
        """;
}

/// <summary>The seats that roles come with, of whoever keeps them.</summary>
public interface ISeats
{
    /// <summary>The seat goes the way of its role's proposal.</summary>
    Task Follow(Guid seat, RoleProposalStep step, string? reason, CancellationToken ct);
}

/// <summary>A role as it is proposed.</summary>
/// <param name="SeatId">Of the council's chair, who has agreed by taking it.</param>
public sealed record NewRoleProposal(
    Guid Id, Guid OrganizationId, string RegionCode, Guid AccountId, string Role, string Basis, DateOnly StartedOn, DateOnly? EndedOn,
    string ProposedBy, DateTime ProposedAt, Guid? SeatId = null)
{
    public string Status => SeatId is null ? nameof(RoleProposalStatus.Proposed) : nameof(RoleProposalStatus.Agreed);

    public DateTime? AnsweredAt => SeatId is null ? null : ProposedAt;
}
