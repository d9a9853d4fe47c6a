namespace Mentoring.Api.Features.Monitoring;

/// <summary>
/// The formulas of stage two, read by <see cref="IndicatorFacts"/>: pairs of measures of the same person and program, in the month of the one
/// after, and mentees who have settled in, on the day that mentor and mentee agree on. Both count where the program was in that month.
/// </summary>
static class ChangeFacts
{
    /// <summary>Results of a measure are turned so that more is better: 1 own results, 2 motivation and awareness, 3 innovation, 4 adaptation.</summary>
    public const string Ctes = """
        impact_pair as (
            select h.organization_id, indicator_month(m.taken_on) period, h.first, h.last, m.role, b.results before, a.results after
              from home h
              join impact_measure m on m.program_id = h.program_id and m.moment = 'After' and m.taken_on is not null
              join impact_answer a on a.region_code = m.region_code and a.measure_id = m.id and a.results is not null
              join impact_measure f on f.region_code = m.region_code and f.program_id = m.program_id and f.person_id = m.person_id and f.moment = 'Before'
              join impact_answer b on b.region_code = f.region_code and b.measure_id = f.id and b.results is not null),
        impact as (
            select organization_id, period,
                   count(*) filter (where role = 'Mentee' and after[2] > before[2]) motivated,
                   count(*) filter (where role = 'Mentee' and after[2] is not null and before[2] is not null) mentees,
                   count(*) filter (where role = 'Mentor' and after[1] > before[1]) improved,
                   count(*) filter (where role = 'Mentor' and after[1] is not null and before[1] is not null) mentors,
                   count(*) filter (where after[3] > before[3]) included,
                   count(*) filter (where after[3] is not null and before[3] is not null) participants
              from impact_pair where period between first and last group by 1, 2),
        adapted as (
            select organization_id, period, count(*) mentees, count(*) filter (where in_plan) in_plan, sum(days) days
              from (select h.organization_id, indicator_month(a.adapted_on) period, h.first, h.last, a.in_plan, a.days
                      from home h join adaptation a on a.program_id = h.program_id and a.mentor_said_at is not null and a.mentee_said_at is not null) said
             where period between first and last group by 1, 2)
        """;

    public const string Joins = """
        left join impact using (organization_id, period) left join adapted using (organization_id, period)
        """;
}
