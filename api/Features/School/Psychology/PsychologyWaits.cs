namespace Mentoring.Api.Features.School.Psychology;

/// <summary>What waits for a psychologist: one statement for the workspace's queue and for the day's list, so that both say the same.</summary>
public static class PsychologyWaits
{
    /// <summary>
    /// Rows of the organizations in <c>here</c> (<c>place_id</c>, <c>time_zone</c>, <c>today</c>) at the instant <c>@Now</c>: kind, subject,
    /// both sides of a pair, text, the day that is or was due, the organization.
    /// </summary>
    public const string Sql = """
        select 'TrainingToClose' kind, t.id subject_id, null::uuid mentor_id, null::uuid mentee_id, t.title text,
               (t.starts_at at time zone here.time_zone)::date due_on, t.organization_id
          from training t join here on here.place_id = t.organization_id where t.status = 'Planned' and t.starts_at < @Now
        union all
        select 'PulseToClose', p.id, null, null, p.title, p.closes_on, p.organization_id
          from pulse p join here on here.place_id = p.organization_id where p.status = 'Open' and p.closes_on < here.today
        union all
        select 'TaskDue', t.id, null, null, t.text, t.due_on, t.organization_id
          from psychology_task t join here on here.place_id = t.organization_id where t.done_on is null and t.due_on <= here.today + 14
        union all
        select 'OpinionToGive', pr.id, a.person_id, b.person_id, a.person_name || ' → ' || b.person_name, null, pr.organization_id
          from program pr join here on here.place_id = pr.organization_id
          join program_participant a on a.program_id = pr.id and a.role = 'Mentor' and a.left_on is null
          join program_participant b on b.program_id = pr.id and b.role = 'Mentee' and b.left_on is null
         where pr.status in ('Draft', 'Consent', 'Council', 'Approved', 'Active', 'Paused')
           and not exists (
               select from compatibility_opinion c
                where c.organization_id = pr.organization_id and c.mentor_id = a.person_id and c.mentee_id = b.person_id)
        union all
        select distinct on (pr.organization_id, b.person_id)
               'ReadinessToCheck', b.person_id, null::uuid, null::uuid, b.person_name, null::date, pr.organization_id
          from program pr join here on here.place_id = pr.organization_id
          join program_participant b on b.program_id = pr.id and b.role = 'Mentee' and b.left_on is null
         where pr.status in ('Draft', 'Consent', 'Council', 'Approved', 'Active', 'Paused')
           and not exists (select from readiness_check c where c.organization_id = pr.organization_id and c.person_id = b.person_id)
        """;
}
