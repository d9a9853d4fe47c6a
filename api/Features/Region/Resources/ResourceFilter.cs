using Dapper;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Resources;

/// <summary>Which resources are wanted.</summary>
/// <param name="Search">Words in any form, or a part of the title.</param>
/// <param name="Kind">Code of the dictionary `resource-kind`.</param>
/// <param name="Area">Code of the dictionary `competence-area`; those under it too.</param>
/// <param name="Sector">Code of the dictionary `sector`: what is for it, or for all.</param>
/// <param name="Region">Code of a region.</param>
/// <param name="BodyId">The body that keeps it.</param>
/// <param name="HasFreePlaces">Only with a run in which a place is free.</param>
public sealed record ResourceFilter(
    string? Search = null, string? Kind = null, string? Area = null, string? Sector = null, string? Region = null, Guid? BodyId = null,
    ResourceFormat? Format = null, bool? HasFreePlaces = null)
{
    internal DynamicParameters Args(Caller caller, DateTime now)
    {
        var all = new DynamicParameters(ResourceReach.Args(caller));
        var words = string.IsNullOrWhiteSpace(Search) ? null : Search.Trim();
        all.AddDynamicParams(new
        {
            Now = now, Words = words, Pattern = Like.Containing(words), Kind, Area, Sector, Region, Body = BodyId, Format = Format?.ToString(),
            Free = HasFreePlaces == true,
        });
        return all;
    }

    internal const string Sql = $"""
        select {ResourceFacts.Columns}, near.next_run_on, near.free_places, near.on_day near_on, far.away
          {ResourceFacts.From} {ResourceLife.Day}
         cross join lateral (
              select min(n.starts_on) next_run_on, sum(n.places - n.taken)::int free_places,
                     coalesce(min(n.starts_on), case when r.starts_on > day.today then r.starts_on end, '9999-12-31') on_day
                from resource_run n
               where n.region_code = r.region_code and n.resource_id = r.id and n.called_off_at is null and n.apply_until >= day.today) near
         cross join lateral (select not {ResourceReach.Own} away) far
         where {ResourceReach.Seen} and b.status = 'Open' and (r.ends_on is null or r.ends_on > day.today or r.body_id = any(@Kept))
           and (@Words::text is null or r.search @@ websearch_to_tsquery('russian', @Words) or r.title ilike @Pattern)
           and (@Kind::text is null or r.kind_code = @Kind)
           and (@Area::text is null or r.areas && array(select d.code from dictionary_entry d where d.dictionary = 'competence-area'
                                                          and (d.code = @Area or d.data ->> 'parent' = @Area)))
           and (@Sector::text is null or r.sectors = '{"{}"}' or @Sector = any(r.sectors))
           and (@Region::text is null or r.region_code = @Region)
           and (@Body::uuid is null or r.body_id = @Body)
           and (@Format::text is null or r.format = @Format)
           and (not @Free or near.free_places > 0)
           and (@AfterId::uuid is null or (far.away, near.on_day, r.title, r.id) > (@AfterAway, @AfterOn::date, @AfterTitle, @AfterId))
         order by far.away, near.on_day, r.title, r.id
         limit @Take
        """;
}
