using Mentoring.Api.Features.Common.People;

namespace Mentoring.Api.Features.Monitoring;

/// <summary>
/// The formulas of what mentoring leads to, read by <see cref="IndicatorFacts"/>: results of mentees' pupils, and who stays a teacher.
/// Both count where the figure or the career began, wherever the teacher is by now.
/// </summary>
static class ImpactFacts
{
    /// <summary>Up to this age, in full years on the first day, whoever begins counts among young teachers.</summary>
    const string YoungUntil = "35";

    const string FirstYear = "extract(year from s.first - interval '8 months')::int";

    const string LastYear = "extract(year from s.last_day - interval '8 months')::int";

    /// <summary>
    /// <list type="bullet">
    /// <item><c>pupil_figure</c>: figures of teachers who were mentees on some day of that school year up to the day since which the
    /// figure counts, in that day's month: results of June count also where the program ended in May. Whole school years are read, since
    /// olympiads and terms of a year are told from one another.</item>
    /// <item><c>pupil_term</c>: attainment of a teacher, subject and term beside the same a year before. What has no figure then is left
    /// out, so that it tells of change and not of who has come; the whole year counts only where no shorter term is compared.</item>
    /// <item>Participations in olympiads count at every stage, pupils once a year, with their first one.</item>
    /// <item><c>starter</c>: a first main work as a teacher of somebody young, whose age is known. The denominator of a month is the
    /// cohort that began so many months before, fixed; whoever teaches anywhere in Russia at its end has stayed.</item>
    /// </list>
    /// </summary>
    public const string Ctes = $"""
        pupil_figure as materialized (
            select r.organization_id, r.person_id, r.school_year, r.kind, r.subject_code, r.grade, r.term, r.pupils, r.successful, r.counted_on, r.id,
                   indicator_month(r.counted_on) period
              from indicator_span s
              join pupil_result r on r.organization_id = s.organization_id and r.withdrawn_at is null and r.school_year between {FirstYear} and {LastYear}
             where exists (select from program_participant i join program p on p.region_code = i.region_code and p.id = i.program_id
                            where i.person_id = r.person_id and i.role = 'Mentee' and i.joined_on <= r.counted_on
                              and (i.left_on is null or i.left_on > make_date(r.school_year, 9, 1)) and p.starts_on <= r.counted_on
                              and p.activated_at < (r.counted_on + 1)::timestamp at time zone s.time_zone
                              and (p.finished_at is null or p.finished_at >= make_date(r.school_year, 9, 1)::timestamp at time zone s.time_zone))),
        pupil_term as materialized (
            select organization_id, person_id, subject_code, school_year, term, max(period) period, sum(c.successful) successful, sum(c.pupils) pupils,
                   b.successful successful_before, b.pupils pupils_before
              from pupil_figure c
              join (select r.organization_id, r.person_id, r.subject_code, r.school_year + 1 school_year, r.term, sum(r.successful) successful,
                           sum(r.pupils) pupils
                      from indicator_span s join pupil_result r on r.organization_id = s.organization_id and r.withdrawn_at is null
                           and r.kind = 'Attainment' and r.school_year between {FirstYear} - 1 and {LastYear} - 1
                     group by 1, 2, 3, 4, 5) b using (organization_id, person_id, subject_code, school_year, term)
             where c.kind = 'Attainment'
             group by 1, 2, 3, 4, 5, b.successful, b.pupils),
        pupils as (
            select organization_id, period, sum(n) filter (where kind = 'Vpr') vpr_passed, sum(of) filter (where kind = 'Vpr') vpr,
                   sum(n) filter (where kind = 'Oge') oge_passed, sum(of) filter (where kind = 'Oge') oge,
                   sum(n) filter (where kind = 'Ege') ege_passed, sum(of) filter (where kind = 'Ege') ege,
                   sum(n) filter (where kind = 'Attainment') succeed, sum(of) filter (where kind = 'Attainment') taught,
                   sum(before) succeeded_before, sum(of_before) taught_before,
                   sum(n) filter (where kind = 'Olympiad') olympiads, sum(of) filter (where kind = 'Olympiad') olympiad_pupils
              from (
                select organization_id, period, kind, successful n, pupils "of", null::bigint before, null::bigint of_before
                  from pupil_figure where kind in ('Vpr', 'Oge', 'Ege')
                union all
                select organization_id, period, 'Attainment', successful, pupils, successful_before, pupils_before from pupil_term t
                 where t.term <> 'Year' or not exists (
                       select from pupil_term s where s.organization_id = t.organization_id and s.person_id = t.person_id
                          and s.subject_code = t.subject_code and s.school_year = t.school_year and s.term <> 'Year')
                union all
                select organization_id, period, kind, successful, case when row_number() over (
                           partition by organization_id, person_id, school_year, subject_code, grade order by counted_on, id) = 1 then pupils else 0 end,
                       null, null
                  from pupil_figure where kind = 'Olympiad') figure (organization_id, period, kind, n, "of", before, of_before)
             group by 1, 2),
        starter as materialized (
            select s.organization_id, e.person_id, indicator_month(e.started_on) began
              from indicator_span s
              join employment e on e.organization_id = s.organization_id and {PeopleSql.IsTeacher}
                   and e.started_on between (s.first - interval '36 months')::date and (s.last_day - interval '11 months')::date
              join person p on p.id = e.person_id and e.started_on < p.birth_date + make_interval(years => {YoungUntil} + 1)
             where not exists (select from employment b where b.person_id = e.person_id and b.is_main and b.is_teaching and b.started_on < e.started_on)),
        stayed as (
            select organization_id, period, count(*) filter (where months = 12) of_12, count(*) filter (where months = 12 and teaches) in_12,
                   count(*) filter (where months = 24) of_24, count(*) filter (where months = 24 and teaches) in_24,
                   count(*) filter (where months = 36) of_36, count(*) filter (where months = 36 and teaches) in_36
              from (select c.organization_id, c.period, cohort.months,
                           exists (select from employment e where e.person_id = s.person_id and {IndicatorFacts.EmployedAtEnd}) teaches
                      from starter s cross join (values (12), (24), (36)) cohort (months)
                      join indicator_pair c on c.organization_id = s.organization_id
                           and c.period = (s.began + make_interval(months => cohort.months))::date) began
             group by 1, 2)
        """;

    public const string Joins = """
        left join pupils using (organization_id, period) left join stayed using (organization_id, period)
        """;
}
