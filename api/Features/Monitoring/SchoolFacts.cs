using Mentoring.Api.Features.Common.People;

namespace Mentoring.Api.Features.Monitoring;

/// <summary>
/// The formulas of what schools know of their own mentoring, read by <see cref="IndicatorFacts"/>: risks and signals, load, wishes, joint
/// projects, what mentees do beyond their lessons.
/// </summary>
static class SchoolFacts
{
    /// <summary>A program is too young to be judged for so many days: as long as signals keep silent.</summary>
    internal const string EarlyDays = "30";

    /// <summary>Programs at once that whoever has agreed on no number may lead, as where signals look for overload.</summary>
    const string UsualPlaces = "3";

    /// <summary>Signals of work for show.</summary>
    const string Formal = "('BurstEntry', 'CopiedTexts', 'OneSidedLog', 'RoadmapUntouched', 'NoProducts')";

    /// <summary>
    /// <list type="bullet">
    /// <item><c>risk_state</c>: what a risk of the register was, from a day to a day; open is what is not closed, high from probability times
    /// impact of 15 on.</item>
    /// <item><c>alarmed</c>: programs old enough in which a signal stood on some day of the month, from the day since which the school sees
    /// it until the curator decided or it passed; one that was dismissed never counts.</item>
    /// <item><c>capacity</c>: how many programs at once a mentor agreed on, from a day to a day.</item>
    /// <item><c>wishes</c>: teachers who at the month's end wish to become a mentor or a mentee.</item>
    /// <item><c>deed</c>: what a mentee does beyond lessons counts from its month to the end of its school year: leading a public event that
    /// was held, being in an initiative of several schools, handing in a practice.</item>
    /// </list>
    /// </summary>
    public const string Ctes = $"""
        risk_state as (
            select r.organization_id, state.kind_code, state.is_high, state.since, state.until
              from indicator_span s join risk r on r.organization_id = s.organization_id and r.opened_on <= s.last_day
             cross join lateral (
                select kind_code, is_high, until, coalesce(lag(until) over (order by until), r.opened_on) since
                  from (select p.kind_code, p.is_high, p.until from risk_past p where p.region_code = r.region_code and p.risk_id = r.id
                        union all select r.kind_code, r.status <> 'Closed' and r.probability * r.impact >= 15, date 'infinity') known) state),
        risks as (
            select c.organization_id, c.period, 1 kept, {HighRisks}
              from indicator_pair c join risk_state r on r.organization_id = c.organization_id and r.since <= c.last_day and r.until > c.last_day
             group by 1, 2),
        judged as (
            select c.organization_id, c.period, sum(r.programs) programs
              from indicator_pair c
              join (select organization_id, seasoned, last, count(*) programs from running where seasoned <= last group by 1, 2, 3) r
                   on r.organization_id = c.organization_id and c.period between r.seasoned and r.last
             group by 1, 2),
        alarmed as (
            select organization_id, period, count(distinct program_id) programs, count(distinct program_id) filter (where formal) formal
              from (select c.organization_id, c.period, r.program_id, g.kind in {Formal} formal
                      from running r join risk_signal g on g.program_id = r.program_id and g.status <> 'Dismissed'
                           and coalesce(g.passed_on, g.decided_on, g.shown_on) >= g.shown_on
                      join indicator_pair c on c.organization_id = r.organization_id and c.period between greatest(r.seasoned, indicator_month(g.shown_on))
                           and least(r.last, indicator_month(coalesce(g.passed_on, g.decided_on)))) told
             group by 1, 2),
        capacity as (
            select m.organization_id, m.person_id, state.programs, state.since, state.until
              from indicator_span s join mentor_profile m on m.organization_id = s.organization_id
             cross join lateral (
                select programs, until, coalesce(lag(until) over (order by until), date '-infinity') since
                  from (select p.programs, p.until from mentor_profile_past p
                         where p.region_code = m.region_code and p.organization_id = m.organization_id and p.person_id = m.person_id
                        union all
                        select case m.status when 'Confirmed' then m.capacity_programs else {UsualPlaces} end, date 'infinity') known) state),
        overloaded as (
            select p.organization_id, p.period, count(*) people
              from mentor_places p
              left join capacity k on k.organization_id = p.organization_id and k.person_id = p.person_id and k.since <= p.last_day and k.until > p.last_day
             where p.places > coalesce(k.programs, {UsualPlaces})
             group by 1, 2),
        wishes as (
            select c.organization_id, c.period, count(*) filter (where w.wish = 'Mentor') mentors, count(*) filter (where w.wish = 'Mentee') mentees
              from (select s.organization_id, w.wish, indicator_month(greatest(w.expressed_on, e.started_on)) first,
                           (indicator_month(least(w.withdrawn_on, e.ended_on)) {IndicatorFacts.MonthBefore} last
                      from indicator_span s join wish_to_join w on w.organization_id = s.organization_id and w.expressed_on <= s.last_day
                      join employment e on e.organization_id = w.organization_id and e.person_id = w.person_id and {PeopleSql.IsTeacher}) w
              join indicator_pair c on c.organization_id = w.organization_id and c.period >= w.first and (w.last is null or c.period <= w.last)
             group by 1, 2),
        projects as (
            select s.organization_id, indicator_month(i.ended_at, s.time_zone) period, count(*) ended, count(*) filter (where i.status = 'Completed') completed
              from indicator_span s join initiative i on i.organization_id = s.organization_id and i.opened_at is not null
                   and i.ended_at >= s.starts_at and i.ended_at < s.ends_at
             group by 1, 2),
        deed as (
            select m.organization_id, m.person_id, work.kind, work.first, work.last
              from (select distinct t.organization_id, t.person_id, s.time_zone from taking t join indicator_span s using (organization_id)
                     where t.role = 'Mentee') m
              join (select w.person_id, 'active' kind, v.starts_at since, v.starts_at until
                      from public_event_person w join public_event v on v.id = w.event_id and v.region_code = w.region_code and v.status = 'Held'
                    union all
                    select w.person_id, 'active', w.joined_at, least(w.ended_at, i.ended_at)
                      from initiative_member w join initiative i on i.region_code = w.region_code and i.id = w.initiative_id where w.joined_at is not null
                    union all
                    select w.person_id, 'innovative', p.submitted_at, p.submitted_at
                      from practice_author w join practice p on p.id = w.practice_id and p.region_code = w.region_code
                     where p.submitted_at is not null) done using (person_id)
             cross join lateral (
                select done.kind, indicator_month(done.since, m.time_zone) first,
                       coalesce(school_year_end(indicator_month(done.until, m.time_zone)), date 'infinity') last) work),
        mentee_work as (
            select m.organization_id, m.period, count(distinct m.person_id) people, count(distinct m.person_id) filter (where d.kind = 'active') active,
                   count(distinct m.person_id) filter (where d.kind = 'innovative') innovative
              from (select c.organization_id, c.period, t.person_id
                      from taking t join indicator_pair c on c.organization_id = t.organization_id and c.period between t.first and t.last
                     where t.role = 'Mentee') m
              left join deed d on d.organization_id = m.organization_id and d.person_id = m.person_id and m.period between d.first and d.last
             group by 1, 2)
        """;

    public const string Joins = """
        left join risks using (organization_id, period) left join judged using (organization_id, period)
        left join alarmed using (organization_id, period) left join overloaded using (organization_id, period)
        left join wishes using (organization_id, period) left join projects using (organization_id, period)
        left join mentee_work using (organization_id, period)
        """;

    const string HighRisks = """
        max((r.is_high and r.kind_code = 'misunderstood')::int) misunderstood, max((r.is_high and r.kind_code = 'overload')::int) overload,
                   max((r.is_high and r.kind_code = 'mentor-motivation')::int) mentor_motivation,
                   max((r.is_high and r.kind_code = 'formalism')::int) formalism,
                   max((r.is_high and r.kind_code = 'mentee-motivation')::int) mentee_motivation,
                   max((r.is_high and r.kind_code = 'weak-contours')::int) weak_contours
        """;
}
