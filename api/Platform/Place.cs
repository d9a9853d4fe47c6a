namespace Mentoring.Api.Platform;

/// <summary>An organization in the caller's reach, with its region and the day there.</summary>
public sealed record Place(Guid OrganizationId, string RegionCode, string TimeZone)
{
    public DateOnly Today(TimeProvider time) => RegionTime.Today(TimeZone, time);

    /// <summary>An organization out of the caller's reach is not found.</summary>
    public static async Task<Place> Of(Guid organization, Db db, Caller caller, CancellationToken ct) =>
        caller.Scope.Organizations.Contains(organization) ? await db.One<Place>(Sql, new { organization }, ct) : throw new NotFound();

    const string Sql = """
        select o.id organization_id, o.region_code, t.time_zone
          from organization o join organization_zone t on t.place_id = o.id where o.id = @organization
        """;
}
