namespace Mentoring.Api.Features.School.PupilResults;

/// <summary>
/// Formulas of the indicators of mentees' pupils: from the figures in schools' rows to numerators and denominators of organizations and
/// months, for the roll-up.
/// </summary>
public static class PupilResultFacts
{
    /// <summary>
    /// Common table expressions over <c>indicator_pair (organization_id, period)</c>. The last one, <c>pupil_measure</c>, has at most a row
    /// for each organization, month and measure: <c>organization_id, period, measure, numerator, denominator, numerator_before,
    /// denominator_before</c>, all sums that add over months and organizations.
    /// <para>Counted are figures of teachers who were mentees on some day of that school year up to the day since which the figure counts, in
    /// the month of that day: results of June count also where the program ended in May.</para>
    /// <para><c>vpr-success</c>, <c>oge-success</c>, <c>ege-success</c> (I4a, b, c): passed / sat.</para>
    /// <para><c>attainment-change</c> (I5): succeed / taught, beside the same of the same teachers, subjects and terms a year before; the
    /// measure is the difference of both shares. What has no figure in the year before is left out, so that it tells of change and not of
    /// who has come; a figure of the whole year only where no shorter term is compared.</para>
    /// <para><c>olympiad-participation</c> (I6): participations / pupils taught, who count once a year, with their first stage.</para>
    /// </summary>
    public const string Ctes = """
        pupil_counted as (
            select r.*, date_trunc('month', r.counted_on)::date period
              from pupil_result r join organization_zone z on z.place_id = r.organization_id
             where r.withdrawn_at is null and r.organization_id in (select organization_id from indicator_pair)
               and exists (select from program_participant i join program p on p.region_code = i.region_code and p.id = i.program_id
                            where i.person_id = r.person_id and i.role = 'Mentee' and i.joined_on <= r.counted_on
                              and (i.left_on is null or i.left_on > make_date(r.school_year, 9, 1)) and p.starts_on <= r.counted_on
                              and p.activated_at < (r.counted_on + 1)::timestamp at time zone z.time_zone
                              and (p.finished_at is null or p.finished_at >= make_date(r.school_year, 9, 1)::timestamp at time zone z.time_zone))),
        pupil_term as (
            select c.organization_id, c.person_id, c.subject_code, c.school_year, c.term, max(c.period) period, sum(c.successful) successful,
                   sum(c.pupils) pupils, b.successful successful_before, b.pupils pupils_before
              from pupil_counted c
             cross join lateral (
                   select sum(x.successful) successful, sum(x.pupils) pupils from pupil_result x
                    where x.organization_id = c.organization_id and x.person_id = c.person_id and x.school_year = c.school_year - 1 and x.kind = 'Attainment'
                      and x.subject_code = c.subject_code and x.term = c.term and x.withdrawn_at is null) b
             where c.kind = 'Attainment' and b.pupils is not null
             group by c.organization_id, c.person_id, c.subject_code, c.school_year, c.term, b.successful, b.pupils),
        pupil_measure as (
            select organization_id, period, measure, sum(numerator) numerator, sum(denominator) denominator, sum(numerator_before) numerator_before,
                   sum(denominator_before) denominator_before
              from (
                select organization_id, period, case kind when 'Vpr' then 'vpr-success' when 'Oge' then 'oge-success' else 'ege-success' end measure,
                       successful numerator, pupils denominator, null::bigint numerator_before, null::bigint denominator_before
                  from pupil_counted where kind in ('Vpr', 'Oge', 'Ege')
                union all
                select organization_id, period, 'attainment-change', successful, pupils, successful_before, pupils_before
                  from pupil_term t
                 where t.term <> 'Year' or not exists (
                       select from pupil_term s where s.organization_id = t.organization_id and s.person_id = t.person_id
                          and s.subject_code = t.subject_code and s.school_year = t.school_year and s.term <> 'Year')
                union all
                select organization_id, period, 'olympiad-participation', successful, case when n = 1 then pupils else 0 end, null, null
                  from (select c.*, row_number() over (
                                 partition by organization_id, person_id, school_year, subject_code, grade order by counted_on, id) n
                          from pupil_counted c where kind = 'Olympiad') c) figure
              join indicator_pair using (organization_id, period)
             group by organization_id, period, measure)
        """;
}
