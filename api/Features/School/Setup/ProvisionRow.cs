using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Setup;

/// <summary>A provision as a command holds it.</summary>
public sealed record ProvisionRow(Guid Id, Guid OrganizationId, string RegionCode, ProvisionStatus Status, int Version, string TimeZone) : IVersioned
{
    public static Task<ProvisionRow> Lock(Db db, Guid id, int version, CancellationToken ct) => db.Lock<ProvisionRow>("""
        select p.id, p.organization_id, p.region_code, p.status, p.version, t.time_zone
          from provision p join organization_zone t on t.place_id = p.organization_id where p.id = @id for update of p
        """, new { id }, version, ct);
}
