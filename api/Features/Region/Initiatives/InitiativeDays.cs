using Mentoring.Api.Features.Common.Notifications;

namespace Mentoring.Api.Features.Region.Initiatives;

/// <summary>Three days before a term, whoever took the task and the school that has not reported hear of it: once.</summary>
sealed class InitiativeDays : IDayNews
{
    public IReadOnlyList<DayNews> All => [new(new InitiativeTaskNears(), Tasks), new(new SchoolTaskNears(), Reports)];

    const string Tasks = """
        select md5('initiative-task' || t.id || t.due_on || t.taker_id)::uuid, i.organization_id, i.region_code, t.id, null::uuid
          from initiative_task t join initiative i on i.region_code = t.region_code and i.id = t.initiative_id
          join day on day.place_id = i.organization_id
         where t.status = 'Taken' and t.due_on between day.today and day.today + 3 and t.set_at < @Now::timestamptz - interval '1 day'
        """;

    const string Reports = """
        select md5('school-task' || r.id || r.due_on)::uuid, r.organization_id, r.region_code, r.id, null::uuid
          from school_task_report r join school_task t on t.region_code = r.region_code and t.id = r.task_id
          join day on day.place_id = r.organization_id
         where r.status in ('Assigned', 'Returned') and r.due_on between day.today and day.today + 3
           and t.set_at < @Now::timestamptz - interval '1 day'
        """;
}
