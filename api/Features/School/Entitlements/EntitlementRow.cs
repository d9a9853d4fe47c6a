using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Entitlements;

/// <summary>A measure of support as a command holds it: locked. One whose last day is over stays as it was.</summary>
public sealed record EntitlementRow(Guid Id, Guid OrganizationId, string RegionCode, Guid PersonId, DateOnly StartsOn, DateOnly? EndsOn, int Version,
    string TimeZone) : IVersioned
{
    public static async Task<EntitlementRow> Lock(Db db, Guid id, int version, TimeProvider time, CancellationToken ct)
    {
        var row = await db.Lock<EntitlementRow>(LockSql, new { id }, version, ct);
        return row.EndsOn is null || row.EndsOn > RegionTime.Today(row.TimeZone, time) ? row : throw new RuleViolation("entitlement.ended");
    }

    const string LockSql = """
        select e.id, e.organization_id, e.region_code, e.person_id, e.starts_on, e.ends_on, e.version, t.time_zone
          from entitlement e join organization_zone t on t.place_id = e.organization_id where e.id = @id for update of e
        """;
}
