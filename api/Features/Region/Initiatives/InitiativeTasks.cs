using Mentoring.Api.Features.Common.Agenda;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Initiatives;

/// <summary>
/// What waits around initiatives: an invitation, somebody to let in, a task that one took, a meeting ahead; a report that a school
/// owes, and one that whoever set the task has to look at.
/// </summary>
sealed class InitiativeTasks : IAgenda
{
    public IReadOnlyList<AgendaQuestion> All =>
    [
        new(Permission.InitiativeWork, Invited), new(Permission.InitiativeWork, Asking), new(Permission.InitiativeWork, Mine),
        new(Permission.InitiativeWork, Ahead), new(Permission.SchoolTaskReport, ToReport), new(Permission.SchoolTaskSet, ToAccept),
    ];

    const string Invited = """
        select 'InitiativeToAnswer', m.id, i.title, o.name_short, i.leader_name, null, m.organization_id, null, false, i.version, '/initiatives/' || i.id
          from initiative_member m join initiative i on i.region_code = m.region_code and i.id = m.initiative_id
          join organization o on o.id = i.organization_id
         where m.person_id = @Person and m.status in ('Invited', 'Suggested') and i.status in ('Open', 'Running')
        """;

    const string Asking = """
        select 'InitiativeToLetIn', m.id, i.title, o.name_short, m.person_name, null, i.organization_id, null, false, i.version, '/initiatives/' || i.id
          from initiative i join initiative_member m on m.region_code = i.region_code and m.initiative_id = i.id and m.status = 'Asked'
          join organization o on o.id = m.organization_id
         where i.leader_id = @Person and i.status in ('Open', 'Running')
        """;

    const string Mine = """
        select 'InitiativeTaskDue', t.id, t.title, i.title, null, null, i.organization_id, t.due_on, t.due_on < day.today, t.version, '/initiatives/' || i.id
          from initiative_task t join initiative i on i.region_code = t.region_code and i.id = t.initiative_id
          join day on day.place_id = i.organization_id
         where t.taker_id = @Person and t.status = 'Taken' and (t.due_on is null or t.due_on <= day.today + 14)
        """;

    const string Ahead = """
        select 'InitiativeMeetingAhead', m.id, m.topic, i.title, null, null, i.organization_id, (m.starts_at at time zone z.time_zone)::date, false, m.version,
               '/initiatives/' || i.id
          from initiative_meeting m join initiative i on i.region_code = m.region_code and i.id = m.initiative_id
          join organization_zone z on z.place_id = i.organization_id
         where @Person = any(m.member_ids) and m.status = 'Planned' and m.starts_at between @Now and @Now::timestamptz + interval '14 days'
        """;

    const string ToReport = $"""
        select 'SchoolTaskToReport', r.id, t.title, t.setter, null, null, r.organization_id, r.due_on, r.due_on < day.today, r.version,
               '/school/' || r.organization_id || '/tasks'
          from school_task_report r join school_task t on t.region_code = r.region_code and t.id = r.task_id
          join day on day.place_id = r.organization_id
         where r.organization_id = {AgendaQuestion.Here} and r.status in ('Assigned', 'Returned')
        """;

    // One line a task, however many schools have reported or are late.
    const string ToAccept = """
        select case when count(*) filter (where r.status = 'Reported') > 0 then 'SchoolReportToAccept' else 'SchoolTaskOverdue' end, t.id, t.title,
               case when count(*) = 1 then min(o.name_short) end, null, null, t.body_id, t.due_on, t.due_on < min(day.today), t.version,
               '/school-tasks/' || t.id
          from school_task t join school_task_report r on r.region_code = t.region_code and r.task_id = t.id
          join organization o on o.id = r.organization_id join day on day.place_id = r.organization_id
         where t.withdrawn_at is null and (r.status = 'Reported' or (r.status in ('Assigned', 'Returned') and r.due_on < day.today))
         group by t.id, t.title, t.body_id, t.due_on, t.version
        """;
}
