using Mentoring.Api.Features.School.Councils;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Incentives;

/// <summary>A proposal of an incentive as a command holds it: locked, so that what was checked stays true until the commit.</summary>
public sealed record IncentiveRow(Guid Id, Guid OrganizationId, string RegionCode, Guid PersonId, Guid ProposedBy, IncentiveStatus Status, int Version)
    : IVersioned
{
    public static Task<IncentiveRow> Lock(Db db, Guid id, int version, CancellationToken ct) => db.Lock<IncentiveRow>("""
        select id, organization_id, region_code, person_id, proposed_by, status, version from incentive_proposal where id = @id for update
        """, new { id }, version, ct);

    public async Task<CouncilState<IncentiveStatus>> Take(
        IncentiveStep step, string? comment, Guid? decision, Db db, Audit audit, TimeProvider time, CancellationToken ct)
    {
        var next = IncentiveLifecycle.Steps.Next(Status, step);
        await db.ExecuteOne(Save, new { Id, Status = next.ToString(), comment, decision, Now = time.GetUtcNow().UtcDateTime }, ct);
        audit.About(OrganizationId, RegionCode, Id, new IncentiveMoved(step));
        return new(Id, next, Version + 1);
    }

    const string Save = """
        update incentive_proposal
           set status = @Status, comment = coalesce(@comment, comment), decision_id = coalesce(@decision, decision_id), decided_at = @Now, version = version + 1
         where id = @Id
        """;
}
