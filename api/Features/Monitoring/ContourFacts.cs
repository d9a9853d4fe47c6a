namespace Mentoring.Api.Features.Monitoring;

/// <summary>
/// The formulas of the external contour, read by <see cref="IndicatorFacts"/>. Routes and their deficits count at the school that
/// employs the teacher at the end of the month, wherever the route's rows are by now; help and exchange at the school that gets
/// them; a tutor's load at the body that keeps the tutor.
/// </summary>
static class ContourFacts
{
    /// <summary>In force on some whole day of the month.</summary>
    const string LinkInMonth = "l.starts_on <= c.last_day and (l.ends_on is null or l.ends_on > greatest(c.period, l.starts_on))";

    const string HelpTold = "(h.kind = 'Answer' or h.step = 'Escalate')";

    /// <summary>
    /// A route is under way once its first roadmap is in force, until it is completed or closed. A deficit is due with the last
    /// activity against it, or with the route where there is none, unless it or the route is closed before. A question counts
    /// once: when it is answered first, or when its term runs out unanswered.
    /// </summary>
    public const string Ctes = $"""
        route_of_month as (
            select c.organization_id, c.period, c.last_day, c.starts_at, c.ends_at, r.region_code, r.id, r.person_id, r.ends_on,
                   (r.ended_at at time zone t.time_zone)::date ended_on, r.ended_at is null or r.ended_at >= c.ends_at at_end,
                   f.made_at < c.ends_at and r.starts_on <= c.last_day under_way
              from indicator_pair c join employment e on e.organization_id = c.organization_id and {IndicatorFacts.EmployedAtEnd}
              join route r on r.person_id = e.person_id and r.created_at < c.ends_at and (r.ended_at is null or r.ended_at >= c.starts_at)
              join organization_zone t on t.place_id = c.organization_id
              left join route_version f on f.region_code = r.region_code and f.route_id = r.id and f.number = 1),
        routes as (
            select organization_id, period, count(distinct person_id) filter (where at_end) wanted,
                   count(distinct person_id) filter (where at_end and under_way) running, count(*) filter (where under_way) in_month
              from (select organization_id, period, person_id, at_end, under_way from route_of_month
                    union all
                    select c.organization_id, c.period, a.person_id, true, false
                      from indicator_pair c join employment e on e.organization_id = c.organization_id and {IndicatorFacts.EmployedAtEnd}
                      join tutor_assignment a on a.person_id = e.person_id and (a.asked_at < c.ends_at or a.starts_on <= c.last_day)
                           and (a.status in ('Requested', 'Proposed', 'Active') or a.changed_at >= c.ends_at)) wish
             group by 1, 2),
        corrections as (
            select r.organization_id, r.period, count(*) made
              from route_of_month r
              join route_version v on v.region_code = r.region_code and v.route_id = r.id and v.number > 1
                   and v.made_at >= r.starts_at and v.made_at < r.ends_at
             where r.under_way group by 1, 2),
        route_work as (
            select r.organization_id, r.period, count(*) due, count(a.done_on) done
              from route_of_month r
              join route_activity a on a.region_code = r.region_code and a.route_id = r.id and a.ends_on between r.period and r.last_day
                   and a.status <> 'CalledOff' and a.dropped_at is null
             where r.under_way group by 1, 2),
        deficits as (
            select r.organization_id, r.period, count(*) due, count(f.closed_on) closed
              from route_of_month r
              join route_finding f on f.region_code = r.region_code and f.route_id = r.id and f.kind = 'Deficit' and f.dropped_at is null
             cross join lateral (
                select max(a.ends_on) ends_on from route_activity a
                 where a.region_code = r.region_code and a.route_id = r.id and f.id = any(a.finding_ids)
                   and a.status <> 'CalledOff' and a.dropped_at is null) plan
             where r.under_way and least(f.closed_on, r.ended_on, coalesce(plan.ends_on, r.ends_on)) between r.period and r.last_day
             group by 1, 2),
        help as (
            select c.organization_id, c.period, count(*) settled, count(*) filter (where h.kind = 'Answer' and q.answered_in_time) in_time
              from indicator_pair c
              join help_entry h on h.organization_id = c.organization_id and {HelpTold} and h.written_at >= c.starts_at and h.written_at < c.ends_at
              join help_request q on q.region_code = h.region_code and q.id = h.request_id
             where not exists (select from help_entry b where b.request_id = h.request_id and (b.kind = 'Answer' or b.step = 'Escalate')
                                  and (b.written_at, b.id) < (h.written_at, h.id))
             group by 1, 2),
        supported as (
            select distinct c.organization_id, c.period, 1 is_supported
              from indicator_pair c join support_link l on l.organization_id = c.organization_id and {LinkInMonth}),
        exchange as (
            select organization_id, period, max((kind = 'help')::int) help, max((kind = 'tutoring')::int) tutoring,
                   max((kind = 'resources')::int) resources, max((kind = 'delegation')::int) delegation
              from (select c.organization_id, c.period, 'help' kind
                      from indicator_pair c join help_entry h on h.organization_id = c.organization_id and h.kind = 'Answer'
                           and h.written_at >= c.starts_at and h.written_at < c.ends_at
                    union all
                    select c.organization_id, c.period, 'tutoring'
                      from indicator_pair c join consultation s on s.organization_id = c.organization_id and s.status = 'Held'
                           and s.starts_at >= c.starts_at and s.starts_at < c.ends_at
                    union all
                    select c.organization_id, c.period, 'resources'
                      from indicator_pair c join resource_place s on s.organization_id = c.organization_id and s.given_up_at is null
                           and s.taken_at >= c.starts_at and s.taken_at < c.ends_at
                      join resource_run n on n.region_code = s.region_code and n.id = s.run_id and n.called_off_at is null
                    union all
                    select c.organization_id, c.period, 'delegation'
                      from indicator_pair c join delegation d on d.organization_id = c.organization_id and d.status in ('InForce', 'Ended')
                           and d.starts_on <= c.last_day and d.ends_on > greatest(c.period, d.starts_on)
                      join support_link l on l.organization_id = c.organization_id and l.body_id = d.taker_id and {LinkInMonth}) happened
             group by 1, 2),
        tutors as (
            select c.organization_id, c.period, sum(coalesce(before.capacity, t.capacity)) places
              from indicator_pair c
              join tutor t on t.body_id = c.organization_id and t.starts_on <= c.last_day and (t.ends_on is null or t.ends_on > c.last_day)
              left join lateral (select p.capacity from tutor_past p where p.region_code = t.region_code and p.tutor_id = t.id and p.until > c.last_day
                                  order by p.until limit 1) before on true
             group by 1, 2),
        tutored as (
            select c.organization_id, c.period, count(*) teachers
              from indicator_pair c join tutor_assignment a on a.body_id = c.organization_id and a.starts_on <= c.last_day
                   and (a.ends_on is null or a.ends_on > c.last_day)
             group by 1, 2),
        tutoring as (
            select distinct c.organization_id, c.period, true is_tutoring
              from indicator_pair c join support_link l on l.body_id = c.organization_id and l.service_code = 'route-tutoring' and {LinkInMonth})
        """;

    public const string Joins = """
        left join routes using (organization_id, period) left join corrections using (organization_id, period)
        left join route_work using (organization_id, period) left join deficits using (organization_id, period)
        left join help using (organization_id, period) left join supported using (organization_id, period)
        left join exchange using (organization_id, period) left join tutors using (organization_id, period)
        left join tutored using (organization_id, period) left join tutoring using (organization_id, period)
        """;
}
