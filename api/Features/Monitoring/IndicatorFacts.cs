using Mentoring.Api.Features.Common.Organizations;
using Mentoring.Api.Features.Common.People;

namespace Mentoring.Api.Features.Monitoring;

/// <summary>
/// The formulas: from the facts in the schools' rows to numerators and denominators of organizations and months. The one
/// place where an indicator is computed; the incremental roll-up, the full one and the reconciliation all read it.
/// </summary>
static class IndicatorFacts
{
    /// <summary>Organizations and months to compute, with the instants that bound each month in the region's time zone.</summary>
    public const string Tables = """
        create temp table indicator_wanted (organization_id uuid, period date) on commit drop;
        create temp table indicator_pair (
            organization_id uuid, region_code text, territory_code text, period date, last_day date, school_year int,
            starts_at timestamptz, ends_at timestamptz, open boolean, counted boolean, body boolean) on commit drop;
        """;

    /// <summary>
    /// Makes pairs of what is wanted. Counted are the organizations that run the mentoring system, and the bodies behind them by
    /// what is theirs alone; expected are those of them that were open in the month. Months before an organization moved or
    /// became another kind count it as what it was.
    /// </summary>
    public const string Fill = $"""
        insert into indicator_pair
        select o.id, o.region_code, coalesce(past.territory_code, o.territory_code), w.period, (w.period + interval '1 month' - interval '1 day')::date,
               extract(year from w.period - interval '8 months')::int,
               w.period::timestamp at time zone t.time_zone, (w.period + interval '1 month') at time zone t.time_zone,
               (o.opened_on is null or o.opened_on < w.period + interval '1 month') and coalesce(o.closed_on > w.period, o.status = 'Open'),
               coalesce(past.kind, o.kind) in {OrganizationKinds.Counted}, coalesce(past.kind, o.kind) in {OrganizationKinds.Body}
          from indicator_wanted w join organization o on o.id = w.organization_id join organization_zone t on t.place_id = o.id
          left join lateral (select p.kind, p.territory_code from organization_past p
                              where p.organization_id = o.id and p.until > (w.period + interval '1 month' - interval '1 day')::date
                                 order by p.until limit 1) past on true;
        analyze indicator_pair;
        """;

    /// <summary>In force in some part of the month: what was decided of the program in it counts, even before its term begins.</summary>
    const string InForce = "p.activated_at < c.ends_at and (p.finished_at is null or p.finished_at >= c.starts_at)";

    /// <summary>
    /// A program runs from the first day of its term, or from its activation where that comes later, to its end; a pause does
    /// not end it. Every indicator asks here.
    /// </summary>
    const string RunningInMonth = $"{InForce} and p.starts_on <= c.last_day";

    const string RunningAtEnd = "p.activated_at < c.ends_at and p.starts_on <= c.last_day and (p.finished_at is null or p.finished_at >= c.ends_at)";

    /// <summary>Whose the program was in the month: what an organization handed over counts where it was until then.</summary>
    const string Home = "program_home h on h.organization_id = c.organization_id and h.since <= c.last_day and h.until > c.last_day";

    /// <summary>For whom somebody took part at the end of the month, asked the same way.</summary>
    const string AtPlace = "w.employer_id = c.organization_id and w.since <= c.last_day and w.until > c.last_day";

    const string Place = $"participant_home w on {AtPlace}";

    const string PlaceAtEnd = "i.joined_on <= c.last_day and (i.left_on is null or i.left_on > c.last_day)";

    /// <summary>Somebody mentors in the program at the end of the month, whosever teacher that is: without one it helps nobody.</summary>
    const string MentoredAtEnd = """
        exists (select from program_participant m where m.program_id = i.program_id and m.role = 'Mentor'
                   and m.joined_on <= c.last_day and (m.left_on is null or m.left_on > c.last_day))
        """;

    internal const string EmployedAtEnd = $"{PeopleSql.IsTeacher} and e.started_on <= c.last_day and (e.ended_on is null or e.ended_on > c.last_day)";

    /// <summary>
    /// Common table expressions over <c>indicator_pair</c>; the last one, <c>fresh</c>, has a row per pair and indicator. An
    /// organization that keeps its staff here has reported, also where nothing happened in the month; what people note once a
    /// year counts as reported once it is noted, and a census that is done is such a note, also where it found nobody.
    /// </summary>
    public const string Ctes = $"""
        programs as (
            select c.organization_id, c.period, count(*) filter (where {RunningInMonth}) in_month,
                   count(*) filter (where {RunningAtEnd}) at_end,
                   count(*) filter (where p.activated_at >= c.starts_at) begun,
                   sum((p.activated_at at time zone t.time_zone)::date - (p.created_at at time zone t.time_zone)::date)
                       filter (where p.activated_at >= c.starts_at) days,
                   count(*) filter (where p.finished_at < c.ends_at and p.status = 'Completed') completed,
                   count(*) filter (where p.finished_at < c.ends_at and p.status in ('Completed', 'EndedEarly')) finished
              from indicator_pair c join {Home} join program p on p.id = h.program_id and {InForce}
              join organization_zone t on t.place_id = c.organization_id
             group by 1, 2),
        meetings as (
            select c.organization_id, c.period, count(*) held
              from indicator_pair c join {Home}
              join program p on p.id = h.program_id and {RunningInMonth}
              join meeting m on m.program_id = h.program_id and m.starts_at >= c.starts_at and m.starts_at < c.ends_at
             where m.status = 'Held' group by 1, 2),
        consents as (
            select c.organization_id, c.period, count(*) decided, count(*) filter (where s.status not in ('Refused', 'Contested', 'Annulled')) given
              from indicator_pair c join {Home}
              join consent s on s.program_id = h.program_id and s.decided_at >= c.starts_at and s.decided_at < c.ends_at
             group by 1, 2),
        activities as (
            select c.organization_id, c.period, count(*) due, count(a.done_on) done
              from indicator_pair c join {Home} join roadmap_activity a on a.program_id = h.program_id and a.due_on between c.period and c.last_day
              join program p on p.id = a.program_id and {RunningInMonth}
             group by 1, 2),
        teachers as (
            select c.organization_id, c.period, count(*) teachers
              from indicator_pair c join employment e on e.organization_id = c.organization_id and {EmployedAtEnd}
             group by 1, 2),
        mentors as (
            select c.organization_id, c.period, count(*) places, count(distinct i.person_id) people
              from indicator_pair c join {Place}
              join program_participant i on i.program_id = w.program_id and i.person_id = w.person_id and i.role = 'Mentor' and {PlaceAtEnd}
              join program p on p.id = i.program_id and {RunningAtEnd}
             group by 1, 2),
        needs as (
            select c.organization_id, c.period, count(*) people, count(*) filter (where exists (
                       select from program_participant i join program p on p.id = i.program_id and {RunningAtEnd}
                         join participant_home w on w.program_id = i.program_id and w.person_id = i.person_id and {AtPlace}
                        where i.person_id = n.person_id and i.role = 'Mentee' and {PlaceAtEnd}
                          and {MentoredAtEnd})) covered
              from indicator_pair c join mentoring_need n on n.organization_id = c.organization_id and n.school_year = c.school_year
                 and n.noted_on <= c.last_day
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
        {ContourFacts.Ctes},
        fresh as (
            select c.region_code, c.organization_id, c.territory_code, c.period, v.indicator,
                   case when v.counts then coalesce(v.numerator, 0) else 0 end::numeric numerator,
                   case when v.counts then coalesce(v.denominator, 0) else 0 end::numeric denominator,
                   v.expected, v.expected and (coalesce(v.denominator, 0) <> 0 or v.said) reported
              from indicator_pair c
              left join programs using (organization_id, period) left join meetings using (organization_id, period)
              left join consents using (organization_id, period) left join activities using (organization_id, period)
              left join teachers using (organization_id, period) left join mentors using (organization_id, period)
              left join needs using (organization_id, period) left join conditions using (organization_id, period)
              {ContourFacts.Joins}
              cross join lateral (
                  select of_school.*, c.counted counts, c.counted and c.open expected from (values
                      ('need-coverage', needs.covered, needs.people, exists (
                          select from census s where s.organization_id = c.organization_id and s.school_year = c.school_year and s.status = 'Done'
                             and s.completed_on <= c.last_day)),
                      ('active-programs', programs.at_end, teachers.teachers, teachers.teachers is not null),
                      ('consent-share', consents.given, consents.decided, teachers.teachers is not null),
                      ('meetings-per-program', meetings.held, programs.in_month, teachers.teachers is not null),
                      ('roadmap-completion', activities.done, activities.due, teachers.teachers is not null),
                      ('completion-rate', programs.completed, programs.finished, teachers.teachers is not null),
                      ('mentor-load', mentors.places, mentors.people, teachers.teachers is not null),
                      ('days-to-active', programs.days, programs.begun, teachers.teachers is not null),
                      ('conditions-met', conditions.met, conditions.listed, false),
                      {ContourFacts.OfSchools}) of_school (indicator, numerator, denominator, said)
                  union all
                  {ContourFacts.OfBodies}) v)
        """;
}
