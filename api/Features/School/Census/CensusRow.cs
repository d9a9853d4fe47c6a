using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Census;

/// <summary>A census as a command holds it: locked.</summary>
public sealed record CensusRow(
    Guid Id, Guid OrganizationId, string RegionCode, int SchoolYear, CensusStatus Status, DateOnly DueOn, int Version, string TimeZone) : IVersioned
{
    public DateOnly Today(TimeProvider time) => RegionTime.Today(TimeZone, time);

    public static async Task<CensusRow> Lock(Db db, Guid id, CancellationToken ct)
    {
        var row = await db.One<CensusRow>(LockSql, new { id }, ct);
        return row.Status == CensusStatus.Open ? row : throw new RuleViolation("census.done");
    }

    const string LockSql = """
        select c.id, c.organization_id, c.region_code, c.school_year, c.status, c.due_on, c.version, t.time_zone
          from census c join organization_zone t on t.place_id = c.organization_id where c.id = @id for update of c
        """;
}
