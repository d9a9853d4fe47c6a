using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Profiles;

/// <summary>A person at an organization in which they work today: whoever left has nothing to change there.</summary>
public static class Workplace
{
    public static Task<Place> Of(Guid organization, Guid person, Db db, TimeProvider time, CancellationToken ct) =>
        db.One<Place>(Sql, new { organization, person, Now = time.GetUtcNow().UtcDateTime }, ct);

    const string Sql = """
        select e.organization_id, e.region_code, t.time_zone from employment e join organization_zone t on t.place_id = e.organization_id
         where e.organization_id = @organization and e.person_id = @person
           and e.started_on <= (@Now::timestamptz at time zone t.time_zone)::date
           and (e.ended_on is null or e.ended_on > (@Now::timestamptz at time zone t.time_zone)::date)
         limit 1
        """;
}
