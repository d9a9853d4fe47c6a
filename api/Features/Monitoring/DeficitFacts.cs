using Mentoring.Api.Features.Common.Organizations;
using Mentoring.Api.Features.Common.People;

namespace Mentoring.Api.Features.Monitoring;

/// <summary>
/// Which difficulties the teachers of an organization have today: the one place where that is counted. Each teacher counts once in an
/// area at the main employment, and once in the area above it, so that organizations add up to their territories.
/// </summary>
static class DeficitFacts
{
    /// <summary>From this level on a diagnosis says that something is hard: it comes often, or is a half of what was asked.</summary>
    public const string Hard = "50";

    /// <summary>
    /// A difficulty is open that stands in a running route, or that the diagnosis that holds tells of and no route has overcome since.
    /// Closed is one that a route overcame in this month or the eleven before. Diagnosed is whoever has a diagnosis of
    /// difficulties that holds, or names one in a route.
    /// </summary>
    const string Fresh = $"""
        taken as (
            select o.id organization_id, o.region_code, o.territory_code, zone.time_zone, day.today,
                   (date_trunc('month', day.today) - interval '11 months')::date since
              from (select distinct organization_id from indicator_taken) w
              join organization o on o.id = w.organization_id and o.status = 'Open' and o.kind in {OrganizationKinds.Counted}
              join organization_zone zone on zone.place_id = o.id
             cross join lateral (select (@Now::timestamptz at time zone zone.time_zone)::date today) day),
        teacher as (
            select t.*, e.person_id from taken t join employment e on e.organization_id = t.organization_id and {PeopleSql.IsTeacher}
               and e.started_on <= t.today and (e.ended_on is null or e.ended_on > t.today)),
        named as (
            select t.organization_id, t.person_id, f.area_code, f.closed_on, r.ended_at is null and f.closed_on is null is_open,
                   coalesce(f.closed_on >= t.since, false) is_closed
              from teacher t join route r on r.person_id = t.person_id
              join route_finding f on f.region_code = r.region_code and f.route_id = r.id and f.kind = 'Deficit' and f.dropped_at is null),
        told as (
            select t.organization_id, t.person_id, a.area_code, (d.done_at at time zone t.time_zone)::date done_on
              from teacher t join diagnosis d on d.person_id = t.person_id and d.kind = 'Deficits' and d.status = 'Done'
              left join diagnosis_area a on a.region_code = d.region_code and a.diagnosis_id = d.id and a.level >= {Hard}),
        area as (
            select code, code counted_code from dictionary_entry where dictionary = 'competence-area'
            union select code, data ->> 'parent' from dictionary_entry where dictionary = 'competence-area' and data ->> 'parent' is not null),
        found as (
            select organization_id, person_id, 'Diagnosed' counted, '' area_code from told
            union select organization_id, person_id, 'Diagnosed', '' from named where is_open or is_closed
            union select organization_id, person_id, 'Open', area_code from named where is_open
            union select organization_id, person_id, 'Closed', area_code from named where is_closed
            union select d.organization_id, d.person_id, 'Open', d.area_code from told d
                   where d.area_code is not null and not exists (
                         select from named n where n.person_id = d.person_id and n.area_code = d.area_code and n.closed_on >= d.done_on)),
        fresh as (
            select t.region_code, s.organization_id, t.territory_code, s.counted, s.area_code, s.teachers
              from (select organization_id, counted, area_code, count(*)::int teachers from found where counted = 'Diagnosed' group by 1, 2, 3
                    union all
                    select f.organization_id, f.counted, a.counted_code, count(distinct f.person_id)::int
                      from found f join area a on a.code = f.area_code group by 1, 2, 3) s
              join taken t using (organization_id))
        """;

    /// <summary>Of the organizations that were taken: what is no more goes, what differs is written.</summary>
    public const string Apply = $"with {Kept}";

    /// <summary>The same of @Organizations.</summary>
    public const string Of = $"with indicator_taken as (select unnest(@Organizations::uuid[]) organization_id), {Kept}";

    const string Kept = $"""
        {Fresh},
        gone as (
            delete from organization_deficit d
             where d.organization_id in (select organization_id from indicator_taken) and not exists (
                   select from fresh f where f.organization_id = d.organization_id and f.counted = d.counted and f.area_code = d.area_code))
        insert into organization_deficit as d (region_code, organization_id, territory_code, counted, area_code, teachers)
        select region_code, organization_id, territory_code, counted, area_code, teachers from fresh
            on conflict (region_code, organization_id, counted, area_code) do update
           set territory_code = excluded.territory_code, teachers = excluded.teachers, changed_at = clock_timestamp()
         where (d.territory_code, d.teachers) is distinct from (excluded.territory_code, excluded.teachers)
        """;
}
