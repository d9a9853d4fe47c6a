using Mentoring.Api.Features.Common.Organizations;
using Mentoring.Api.Features.Common.People;

namespace Mentoring.Api.Features.Monitoring;

/// <summary>
/// The formulas: from the facts in the schools' rows to numerators and denominators of organizations and months. The one
/// place where an indicator is computed; the incremental roll-up, the full one and the reconciliation all read it.
/// </summary>
static class IndicatorFacts
{
    /// <summary>Organizations and months to compute, with the instants that bound each month in the organization's time zone.</summary>
    public const string Tables = """
        create temp table indicator_wanted (organization_id uuid, period date) on commit drop;
        create temp table indicator_pair (
            organization_id uuid, region_code text, territory_code text, period date, last_day date, school_year int, time_zone text,
            starts_at timestamptz, ends_at timestamptz, open boolean, counted boolean, body boolean, sector text, settlement text) on commit drop;
        create temp table indicator_span (
            organization_id uuid, time_zone text, first date, last_day date, starts_at timestamptz, ends_at timestamptz) on commit drop;
        """;

    /// <summary>
    /// Pairs of what is wanted. Counted are the organizations that run the mentoring system, and the bodies behind them by what is
    /// theirs alone; expected are those of them that were open in the month. Months before an organization moved or became another
    /// kind count it as what it was.
    /// </summary>
    public static readonly string Pairs = $"""
        select o.id organization_id, o.region_code, coalesce(past.territory_code, o.territory_code) territory_code, w.period,
               (w.period + interval '1 month' - interval '1 day')::date last_day,
               extract(year from w.period - interval '8 months')::int school_year, t.time_zone,
               w.period::timestamp at time zone t.time_zone starts_at, (w.period + interval '1 month') at time zone t.time_zone ends_at,
               (o.opened_on is null or o.opened_on < w.period + interval '1 month') and coalesce(o.closed_on > w.period, o.status = 'Open') open,
               coalesce(past.kind, o.kind) in {OrganizationKinds.Counted} counted, coalesce(past.kind, o.kind) in {OrganizationKinds.Body} body,
               {OrganizationKinds.SectorOfSql("coalesce(past.kind, o.kind)")} sector, coalesce(place.settlement, 'Unknown') settlement
          from indicator_wanted w join organization o on o.id = w.organization_id join organization_zone t on t.place_id = o.id
          join (select id, settlement_of(address) settlement from organization where id in (select organization_id from indicator_wanted)) place
            on place.id = o.id
          left join lateral (select p.kind, p.territory_code from organization_past p
                              where p.organization_id = o.id and p.until > (w.period + interval '1 month' - interval '1 day')::date
                                 order by p.until limit 1) past on true
        """;

    /// <summary>Of each organization the span of time in which its facts are looked up once.</summary>
    public const string Spans = """
        select organization_id, time_zone, min(period) first, max(last_day) last_day, min(starts_at) starts_at, max(ends_at) ends_at
          from indicator_pair group by 1, 2
        """;

    public static readonly string Fill = $"""
        insert into indicator_pair {Pairs};
        insert into indicator_span {Spans};
        analyze indicator_pair, indicator_span;
        """;

    internal const string EmployedAtEnd = $"{PeopleSql.IsTeacher} and e.started_on <= c.last_day and (e.ended_on is null or e.ended_on > c.last_day)";

    /// <summary>The last month at whose end what ends in a month still holds.</summary>
    internal const string MonthBefore = "- interval '1 month')::date";

    /// <summary>
    /// Common table expressions over the pairs and spans. Each fact is read once and held as the months from its first to its last,
    /// so that a computation costs what there are facts and not what there are facts and months. An organization that keeps its
    /// staff here has reported, also where nothing happened in the month; what people note once a year counts as reported once it
    /// is noted, and a census that is done is such a note, also where it found nobody.
    /// <list type="bullet">
    /// <item><c>home</c>: whose a program is, from a month to a month: what an organization handed over counts where it was at the month's end.</item>
    /// <item><c>running</c>: a program runs from the first day of its term, or from its activation where that comes later, to its
    /// end; a pause does not end it. Every indicator asks here: until <c>last</c> it runs in the month, until <c>last_whole</c> at its end.</item>
    /// <item><c>program_counts</c>: what is counted of programs, by their form, kind and purpose; <c>programs</c>: the same of all.</item>
    /// <item><c>seasoned</c>: from that month on a program is old enough to be judged.</item>
    /// <item><c>taking</c>: who takes part in running programs at a month's end, counted at the own place of work.</item>
    /// <item><c>helped</c>: mentees in whose program somebody mentors, whosever teacher that is: without one it helps nobody.</item>
    /// </list>
    /// </summary>
    public static readonly string Ctes = $"""
        home as materialized (
            select s.organization_id, s.time_zone, s.starts_at, s.ends_at, h.program_id, {ProgramCounts.Sort}, p.status, p.starts_on, p.created_at,
                   p.activated_at, p.finished_at, indicator_month(h.since) first, (indicator_month(h.until) {MonthBefore} last
              from indicator_span s join program_home h on h.organization_id = s.organization_id and h.since <= s.last_day and h.until > s.first
              join program p on p.id = h.program_id),
        at_home as materialized (
            select organization_id, time_zone, starts_at, ends_at, program_id, {ProgramCounts.Sort}, first, last, status,
                   indicator_month(starts_on) term, indicator_month(activated_at, time_zone) activated, indicator_month(finished_at, time_zone) finished,
                   indicator_month(greatest(starts_on, (activated_at at time zone time_zone)::date) + {SchoolFacts.EarlyDays}) seasoned,
                   (activated_at at time zone time_zone)::date - (created_at at time zone time_zone)::date days
              from home where activated_at < ends_at and (finished_at is null or finished_at >= starts_at)),
        running as materialized (
            select organization_id, time_zone, starts_at, ends_at, program_id, {ProgramCounts.Sort}, greatest(term, activated, first) first,
                   least(finished, last) last, least((finished {MonthBefore}, last) last_whole, greatest(seasoned, first) seasoned
              from at_home),
        running_alike as (
            select organization_id, {ProgramCounts.Sort}, first, last, last_whole, count(*) programs from running group by 1, 2, 3, 4, 5, 6, 7),
        programs_run as (
            select c.organization_id, c.period, {ProgramCounts.Sort}, sum(r.programs) in_month, sum(r.programs) filter (where c.period <= r.last_whole) at_end
              from indicator_pair c join running_alike r on r.organization_id = c.organization_id and c.period between r.first and r.last
             group by 1, 2, 3, 4, 5),
        begun as (
            select organization_id, activated period, {ProgramCounts.Sort}, count(*) begun, sum(days) days from at_home
             where activated between first and last and (finished is null or finished >= activated) group by 1, 2, 3, 4, 5),
        ended as (
            select organization_id, finished period, {ProgramCounts.Sort}, count(*) ended, count(*) filter (where status = 'Completed') completed from at_home
             where finished between first and last and activated <= finished and status in ('Completed', 'EndedEarly') group by 1, 2, 3, 4, 5),
        meetings as (
            select organization_id, period, {ProgramCounts.Sort}, count(*) held
              from (select r.organization_id, {ProgramCounts.Sort}, indicator_month(m.starts_at, r.time_zone) period, r.first, r.last
                      from running r join meeting m on m.program_id = r.program_id and m.starts_at >= r.starts_at and m.starts_at < r.ends_at
                     where m.status = 'Held') met
             where period between first and last group by 1, 2, 3, 4, 5),
        consents as (
            select organization_id, period, {ProgramCounts.Sort}, count(*) decided,
                   count(*) filter (where status not in ('Refused', 'Contested', 'Annulled')) given
              from (select h.organization_id, {ProgramCounts.Sort}, indicator_month(s.decided_at, h.time_zone) period, h.first, h.last, s.status
                      from home h join consent s on s.program_id = h.program_id and s.decided_at >= h.starts_at and s.decided_at < h.ends_at) told
             where period between first and last group by 1, 2, 3, 4, 5),
        activities as (
            select organization_id, period, {ProgramCounts.Sort}, count(*) due, count(done_on) done
              from (select r.organization_id, {ProgramCounts.Sort}, indicator_month(a.due_on) period, r.first, r.last, a.done_on
                      from running r join roadmap_activity a on a.program_id = r.program_id) planned
             where period between first and last group by 1, 2, 3, 4, 5),
        {ProgramCounts.Ctes},
        staff_alike as (
            select s.organization_id, greatest(indicator_month(e.started_on), s.first) first, (indicator_month(e.ended_on) {MonthBefore} last, count(*) people
              from indicator_span s join employment e on e.organization_id = s.organization_id and {PeopleSql.IsTeacher} and e.started_on <= s.last_day
                   and (e.ended_on is null or e.ended_on > s.first)
             group by 1, 2, 3),
        teachers as (
            select c.organization_id, c.period, sum(e.people) teachers
              from indicator_pair c join staff_alike e on e.organization_id = c.organization_id and c.period >= e.first
                   and (e.last is null or c.period <= e.last)
             group by 1, 2),
        taking as materialized (
            select s.organization_id, i.program_id, i.person_id, i.role,
                   greatest(indicator_month(i.joined_on), indicator_month(w.since), indicator_month(p.starts_on),
                       indicator_month(p.activated_at, s.time_zone)) first,
                   (indicator_month(least(i.left_on, w.until, (p.finished_at at time zone s.time_zone)::date)) {MonthBefore} last
              from indicator_span s join participant_home w on w.employer_id = s.organization_id and w.since <= s.last_day and w.until > s.first
              join program_participant i on i.program_id = w.program_id and i.person_id = w.person_id and i.role in ('Mentor', 'Mentee')
              join program p on p.id = i.program_id and p.activated_at < s.ends_at and (p.finished_at is null or p.finished_at >= s.starts_at)),
        mentor_places as materialized (
            select c.organization_id, c.period, c.last_day, t.person_id, count(*) places
              from indicator_pair c join taking t on t.organization_id = c.organization_id and c.period between t.first and t.last
             where t.role = 'Mentor' group by 1, 2, 3, 4),
        mentors as (select organization_id, period, sum(places) places, count(*) people from mentor_places group by 1, 2),
        helped as (
            select distinct c.organization_id, c.period, t.person_id
              from taking t join program_participant m on m.program_id = t.program_id and m.role = 'Mentor'
              join indicator_pair c on c.organization_id = t.organization_id and c.period between greatest(t.first, indicator_month(m.joined_on))
                   and least(t.last, (indicator_month(m.left_on) {MonthBefore})
             where t.role = 'Mentee'),
        needs as (
            select c.organization_id, c.period, count(*) people, count(h.person_id) covered
              from indicator_pair c join mentoring_need n on n.organization_id = c.organization_id and n.school_year = c.school_year
                 and n.noted_on <= c.last_day
              left join helped h on h.organization_id = c.organization_id and h.period = c.period and h.person_id = n.person_id
             where exists (select from employment e where e.person_id = n.person_id and e.organization_id = c.organization_id and {EmployedAtEnd})
             group by 1, 2),
        conditions as (
            select c.organization_id, c.period, count(*) listed, count(*) filter (where a.level = 'Met') met
              from indicator_pair c
              join dictionary_entry d on d.dictionary = 'school-condition' and d.valid_from <= c.last_day and (d.valid_to is null or d.valid_to > c.last_day)
              left join condition_assessment a on a.organization_id = c.organization_id and a.school_year = c.school_year
                    and a.condition_code = d.code and a.assessed_on <= c.last_day
             where exists (select from condition_assessment s where s.organization_id = c.organization_id and s.school_year = c.school_year
                and s.assessed_on <= c.last_day)
             group by 1, 2),
        censuses as (
            select distinct c.organization_id, c.period, true is_done from indicator_pair c
              join census s on s.organization_id = c.organization_id and s.school_year = c.school_year and s.status = 'Done' and s.completed_on <= c.last_day),
        {ContourFacts.Ctes},
        {ImpactFacts.Ctes},
        {SchoolFacts.Ctes},
        {ChangeFacts.Ctes}
        """;

    public const string Joins = """
        left join programs using (organization_id, period) left join teachers using (organization_id, period)
        left join mentors using (organization_id, period) left join needs using (organization_id, period)
        left join conditions using (organization_id, period) left join censuses using (organization_id, period)
        """;
}
