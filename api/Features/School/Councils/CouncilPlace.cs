using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Councils;

/// <summary>The organization whose council it is, as far as the caller may be there with the permission that was asked for.</summary>
public sealed record CouncilPlace(Guid Id, string RegionCode, string Name, string TimeZone)
{
    public DateOnly Today(TimeProvider time) => RegionTime.Today(TimeZone, time);

    public static async Task<CouncilPlace> Of(Guid id, Db db, Caller caller, CancellationToken ct) =>
        caller.Scope.Organizations.Contains(id) ? await db.One<CouncilPlace>(Sql, new { id }, ct) : throw new NotFound();

    const string Sql = """
        select o.id, o.region_code, o.name_short name, t.time_zone
          from organization o join organization_zone t on t.place_id = o.id where o.id = @id
        """;
}
