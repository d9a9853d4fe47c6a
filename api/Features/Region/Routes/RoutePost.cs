using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Routes;

/// <summary>Where a route of the caller's begins: at the main employment.</summary>
sealed record RoutePost(Guid OrganizationId, string RegionCode)
{
    public static Task<RoutePost?> Of(Db db, Caller caller, CancellationToken ct) => db.Maybe<RoutePost>("""
        select organization_id, region_code from employment where person_id = @Person and is_main and ended_on is null order by started_on desc limit 1
        """, new { caller.Person }, ct);
}
