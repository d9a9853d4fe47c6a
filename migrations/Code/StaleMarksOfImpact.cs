namespace Mentoring.Migrations.Code;

/// <summary>Facts of what changed with participants: pairs of measures in the month of the one after, and days of having settled in.</summary>
static partial class StaleMarks
{
    static readonly (string Table, string Facts)[] s_ofImpact =
    [
        // The measure is written before its answers, so that a day that comes later is known here; a withdrawn one keeps its day.
        ("impact_answer", $$"""
            select w.measure_id id, w.organization_id, w.region_code, indicator_month(a.taken_on) from_period, indicator_month(a.taken_on) to_period,
                   concat(w.results) detail
              from {{Homes("measure_id, program_id, person_id, results")}} w
              join impact_measure a on a.program_id = w.program_id and a.person_id = w.person_id and a.moment = 'After' and a.taken_on is not null
             where w.results is not null
            """),

        ("adaptation", $$"""
            select w.person_id id, w.organization_id, w.region_code, indicator_month(w.adapted_on) from_period, indicator_month(w.adapted_on) to_period,
                   concat(w.days, w.in_plan) detail
              from {{Homes("program_id, person_id, adapted_on, days, in_plan, mentor_said_at, mentee_said_at")}} w
             where w.mentor_said_at is not null and w.mentee_said_at is not null
            """),
    ];
}
