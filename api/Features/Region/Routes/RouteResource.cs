using Mentoring.Api.Features.Region.Resources;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Routes;

/// <summary>A resource of the map that is open to a route, with the run that is wanted of it.</summary>
sealed record RouteResource
{
    public required string Title { get; init; }
    public required string Host { get; init; }
    public required string BodyName { get; init; }
    public Guid? RunId { get; init; }
    public DateOnly? StartsOn { get; init; }
    public DateOnly? EndsOn { get; init; }
    public ResourceRunStanding? Status { get; init; }

    /// <summary>The teacher has a place in the run: then its standing no longer matters, unless it was called off.</summary>
    public bool HasPlace { get; init; }
    public bool IsPlanned { get; init; }

    /// <summary>Where in the roadmap a kind of resource usually goes.</summary>
    public static RoadmapSection SectionOf(string kind) => kind switch
    {
        "course" => RoadmapSection.A,
        "growth-point" => RoadmapSection.B,
        "conference" or "innovation-fair" => RoadmapSection.V,
        _ => RoadmapSection.G,
    };

    /// <summary>Not found, called off, full, closed or there already: each is said.</summary>
    public static async Task<RouteResource> Of(RouteRow route, Guid resource, Guid? run, Db db, TimeProvider time, CancellationToken ct)
    {
        var one = await db.Maybe<RouteResource>(Sql,
            new { route.Id, route.RegionCode, route.PersonId, resource, run, Now = time.GetUtcNow().UtcDateTime }, ct)
            ?? throw new BadInput("route.resource-unknown") { Pointer = "/resourceId" };
        if (run is not null && one.RunId is null) throw new BadInput("route.resource-unknown") { Pointer = "/runId" };
        if (one.IsPlanned) throw new RuleViolation("route.resource-planned");
        return one.Status switch
        {
            ResourceRunStanding.CalledOff => throw new RuleViolation("resource.run-called-off"),
            ResourceRunStanding.Closed when !one.HasPlace => throw new RuleViolation("resource.run-closed"),
            ResourceRunStanding.Full when !one.HasPlace => throw new RuleViolation("resource.run-full"),
            _ => one,
        };
    }

    const string Sql = $"""
        select r.title, r.host, b.name_short body_name, n.id run_id, n.starts_on, n.ends_on - 1 ends_on,
               case when n.id is not null then {ResourceLife.RunStanding} end status,
               exists (select from resource_place p where p.region_code = n.region_code and p.run_id = n.id and p.person_id = @PersonId
                                                      and p.given_up_at is null) has_place,
               exists (select from route_activity a where a.region_code = @RegionCode and a.route_id = @Id and a.resource_id = r.id
                                                      and a.resource_run_id is not distinct from n.id and a.dropped_at is null
                                                      and a.status <> 'CalledOff') is_planned
          from resource r join organization b on b.id = r.body_id {ResourceLife.Day}
          left join resource_run n on n.region_code = r.region_code and n.resource_id = r.id and n.id = @run
         where r.id = @resource and r.status = 'Offered' and (r.is_open or r.region_code = @RegionCode)
        """;
}
