using MediatR;
using Mentoring.Api.Features.Region.Resources;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Routes;

/// <summary>Which resources of the map fit the open deficits of a route, and why: those of the route's own region first; at most 30.</summary>
public static class SuggestRouteResources
{
    public static void Map(RouteGroupBuilder route) =>
        route.MapGet("/resource-suggestions", async (Guid routeId, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(routeId), ct)))
            .WithDescription("A resource is suggested where it has the competence area of a deficit, is for the school's sector, is open to the route's "
                + "region, is not in the roadmap yet, and has a run within the horizon with a free place, or no runs at all. At most 30; none for a route "
                + "that is over.")
            .Operation(nameof(SuggestRouteResources), Permission.RouteOwn);

    public sealed record Query(Guid RouteId) : IQuery<IReadOnlyList<Item>>;

    public sealed record Item
    {
        public required Guid ResourceId { get; init; }

        /// <summary>Code of the dictionary `resource-kind`.</summary>
        public required string Kind { get; init; }
        public required string Title { get; init; }
        public required string Host { get; init; }
        public required string BodyName { get; init; }
        public required string RegionNameRu { get; init; }

        /// <summary>It is kept in the region of the route.</summary>
        public required bool OwnRegion { get; init; }
        public required ResourceFormat Format { get; init; }

        /// <summary>The open deficits whose area of competence it has, in the teacher's order.</summary>
        public required Guid[] FindingIds { get; init; }

        /// <summary>The nearest run within the horizon that has a free place; null where it has no runs and is always there.</summary>
        public required Guid? RunId { get; init; }
        public required DateOnly? StartsOn { get; init; }

        /// <summary>The last day of that run.</summary>
        public required DateOnly? EndsOn { get; init; }

        /// <summary>The last day on which a place can be taken.</summary>
        public required DateOnly? ApplyUntil { get; init; }

        /// <summary>Of that run.</summary>
        public required int? FreePlaces { get; init; }

        /// <summary>Where in the roadmap such a resource usually goes.</summary>
        public required RoadmapSection Section { get; init; }
    }

    public sealed class Handler(Db db, TimeProvider time) : IRequestHandler<Query, IReadOnlyList<Item>>
    {
        public async Task<IReadOnlyList<Item>> Handle(Query query, CancellationToken ct)
        {
            await db.One<Guid>("select id from route where id = @RouteId", query, ct);
            var items = await db.List<Item>(Sql, new { query.RouteId, Now = time.GetUtcNow().UtcDateTime }, ct);
            return [.. items.Select(item => item with { Section = RouteResource.SectionOf(item.Kind) })];
        }
    }

    const string Sql = $"""
        with here as (
            select r.id, r.region_code, r.starts_on, r.ends_on, o.sector from route r join organization o on o.id = r.organization_id
             where r.id = @RouteId and r.status not in ('Completed', 'Closed')),
        lack as (
            select f.id, f.position, array_remove(array[f.area_code, d.data ->> 'parent'], null) areas
              from here join route_finding f on f.region_code = here.region_code and f.route_id = here.id
              left join dictionary_entry d on d.dictionary = 'competence-area' and d.code = f.area_code
             where f.kind = 'Deficit' and f.closed_on is null and f.dropped_at is null)
        select r.id resource_id, r.kind_code kind, r.title, r.host, b.name_short body_name, t.name_ru region_name_ru,
               (r.region_code = here.region_code) own_region, r.format, fits.finding_ids, run.id run_id, run.starts_on, run.ends_on - 1 ends_on,
               run.apply_until, run.places - run.taken free_places
          from here join resource r on r.status = 'Offered' and (r.is_open or r.region_code = here.region_code)
          join organization b on b.id = r.body_id and b.status = 'Open' join territory t on t.code = r.region_code {ResourceLife.Day}
         cross join lateral (select array_agg(l.id order by l.position, l.id) finding_ids from lack l where l.areas && r.areas) fits
          left join lateral (
               select n.id, n.starts_on, n.ends_on, n.apply_until, n.places, n.taken from resource_run n
                where n.region_code = r.region_code and n.resource_id = r.id and {ResourceLife.RunStanding} = 'Open'
                  and n.starts_on >= here.starts_on and n.ends_on - 1 <= here.ends_on
                order by n.starts_on, n.id limit 1) run on true
         where fits.finding_ids is not null and (r.sectors = '{"{}"}' or here.sector = any(r.sectors))
           and (r.ends_on is null or r.ends_on > day.today) and (r.starts_on is null or r.starts_on <= here.ends_on)
           and (run.id is not null or not exists (select from resource_run n where n.region_code = r.region_code and n.resource_id = r.id
                                                                               and n.called_off_at is null and n.ends_on > day.today))
           and not exists (select from route_activity a where a.region_code = here.region_code and a.route_id = here.id and a.resource_id = r.id
                                                          and a.dropped_at is null and a.status <> 'CalledOff')
         order by own_region desc, cardinality(fits.finding_ids) desc, run.starts_on, r.title, r.id
         limit 30
        """;
}
