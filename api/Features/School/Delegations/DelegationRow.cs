using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Delegations;

/// <summary>A delegation as a command holds it: locked, so that what was checked stays true until the commit.</summary>
sealed record DelegationRow : IVersioned
{
    public Guid Id { get; init; }
    public Guid OrganizationId { get; init; }
    public required string RegionCode { get; init; }
    public Guid TakerId { get; init; }
    public required string TakerRegion { get; init; }
    public Component Component { get; init; }
    public required string ProposedBy { get; init; }
    public DelegationStatus Status { get; init; }
    public DateOnly StartsOn { get; init; }
    public DateOnly EndsOn { get; init; }
    public required string TimeZone { get; init; }
    public int Version { get; init; }

    public DateOnly Today(TimeProvider time) => RegionTime.Today(TimeZone, time);

    /// <param name="version">What the caller saw; null for a job.</param>
    public static Task<DelegationRow> Lock(Db db, Guid id, int? version, CancellationToken ct) => db.Lock<DelegationRow>(LockSql, new { id }, version, ct);

    /// <summary>A step that people take, in one of the two organizations.</summary>
    public Task<DelegationState> Take(DelegationStep step, string? reason, Db db, Caller caller, Audit audit, TimeProvider time, CancellationToken ct)
    {
        var giver = caller.Scope.Reaches(OrganizationId) && DelegationLifecycle.IsOf(step, DelegationSide.Giver);
        var taker = caller.Scope.Reaches(TakerId) && DelegationLifecycle.IsOf(step, DelegationSide.Taker);
        if (!giver && !taker) throw new RuleViolation("delegation.not-yours");
        // Who leads both organizations would otherwise hand over to themselves.
        if (step == DelegationStep.Accept && ProposedBy == caller.Id) throw new Forbidden("delegation.second-person");
        return Turn(step, reason, db, audit, time, ct, by: caller.Id);
    }

    /// <summary>Takes the step; what ends before its last day ends today, and the access that followed it with it.</summary>
    /// <param name="settled">It ends with one of the two organizations, and nobody took the step.</param>
    public async Task<DelegationState> Turn(
        DelegationStep step, string? reason, Db db, Audit audit, TimeProvider time, CancellationToken ct, string? by = null, bool settled = false)
    {
        var next = DelegationLifecycle.Steps.Next(Status, step);
        var today = Today(time);
        var ends = next != DelegationStatus.Ended || EndsOn <= today ? EndsOn : today < StartsOn ? StartsOn : today;
        var now = time.GetUtcNow().UtcDateTime;
        await db.ExecuteOne(Save, new { Id, Status = next.ToString(), Ends = ends, Reason = reason, Step = step.ToString(), By = by, Now = now }, ct);
        audit.About(OrganizationId, RegionCode, Id,
            settled ? new GivenDelegationSettled(step, Component, TakerId) : new GivenDelegationMoved(step, Component, TakerId));
        if (TakerId != OrganizationId)
            audit.About(TakerId, TakerRegion, Id,
                settled ? new TakenDelegationSettled(step, Component, OrganizationId) : new TakenDelegationMoved(step, Component, OrganizationId));
        return new(next, ends, Version + 1);
    }

    const string LockSql = """
        select d.id, d.organization_id, d.region_code, d.taker_id, o.region_code taker_region, d.component, d.proposed_by, d.status,
               d.starts_on, d.ends_on, t.time_zone, d.version
          from delegation d join organization o on o.id = d.taker_id join organization_zone t on t.place_id = d.organization_id where d.id = @id for update of d
        """;

    const string Save = """
        update delegation set status = @Status, ends_on = @Ends, reason = coalesce(@Reason, reason), version = version + 1,
               decided_at = case when @Step in ('Accept', 'Decline') then @Now else decided_at end,
               decided_by = case when @Step in ('Accept', 'Decline') then @By else decided_by end,
               ended_at = case when @Step in ('End', 'Withdraw') then @Now else ended_at end
         where id = @Id
        """;
}
