namespace Mentoring.Api.Features.Agenda;

/// <summary>The three questions of the agenda, asked in one round trip.</summary>
public static class AgendaSql
{
    public const string Meetings = """
        select m.id, m.program_id, p.title program_title, m.starts_at, m.duration_minutes, m.mode, m.topic, m.place, m.version,
               array(select person_name from program_participant part where part.program_id = m.program_id and part.person_id <> @Person order by person_name) "with"
          from meeting m join program p on p.id = m.program_id
         where m.program_id = any(@Mine) and m.status = 'Planned' and m.starts_at between @Now and @Now::timestamptz + interval '14 days'
         order by m.starts_at, m.id limit 20;

        """;

    /// <summary>Each kind is capped and counted; days are days of the program's own region.</summary>
    public const string Tasks = """
        with mine as (
            select p.*, part.role, (@Now::timestamptz at time zone t.time_zone)::date today
              from program p join program_participant part on part.program_id = p.id and part.person_id = @Person join territory t on t.code = p.region_code
             where p.id = any(@Mine)),
        kept as (
            select p.*, (@Now::timestamptz at time zone t.time_zone)::date today,
                   (select c.status from consent c where c.program_id = p.id and c.terms_version = p.terms_version and c.status in ('Refused', 'Revoked') limit 1) refused,
                   (select a.decision from program_approval a where a.program_id = p.id order by a.decided_at desc limit 1) decision
              from program p join territory t on t.code = p.region_code
             where p.organization_id = any(@Curator) and (p.status = 'Draft' or p.status in ('Active', 'Paused') and (p.notice_until is not null or p.ends_on < @Now::date + 1))),
        task as (
            select 'ConsentToDecide' kind, p.id program_id, p.title program_title, c.id subject_id, p.title, null::date due_on, false overdue
              from consent c join mine p on p.id = c.program_id where c.person_id = @Person and c.status = 'Requested'
            union all
            select 'ActivityDue', p.id, p.title, a.id, a.activity, a.due_on, a.due_on < p.today
              from mine p join roadmap_activity a on a.program_id = p.id
             where p.status = 'Active' and a.done_on is null and a.responsible in ('Both', p.role) and a.due_on <= p.today + 14
            union all
            select 'MeetingToConfirm', p.id, p.title, m.id, m.topic, (m.starts_at at time zone 'UTC')::date, true
              from mine p join meeting m on m.program_id = p.id
             where p.status in ('Active', 'Paused') and m.status = 'Planned' and m.starts_at + make_interval(mins => m.duration_minutes) < @Now
            union all
            select 'EvaluationDue', p.id, p.title, null, p.title, least(p.ends_on, p.notice_until), least(p.ends_on, p.notice_until) < p.today
              from mine p
             where p.status in ('Active', 'Paused') and least(p.ends_on, p.notice_until) <= p.today + 14
               and not exists (select from program_evaluation e where e.program_id = p.id and e.person_id = @Person)
            union all
            select 'ProgramToApproveCouncil', p.id, p.title, null, p.title, null, false
              from program p where p.organization_id = any(@Council) and p.status = 'Council' and p.id <> all(@Mine)
            union all
            select 'ProgramToApproveHead', p.id, p.title, null, p.title, null, false
              from program p where p.organization_id = any(@Head) and p.status = 'Approved' and p.id <> all(@Mine)
            union all
            select case when p.refused is not null then 'ConsentRefused' when p.decision = 'Returned' then 'ProgramReturned' else 'DraftStalled' end, p.id, p.title, null, p.title, null, false
              from kept p
             where p.status = 'Draft' and (p.refused is not null or p.decision = 'Returned' or p.updated_at < @Now::timestamptz - interval '14 days')
            union all
            select 'ProgramEnding', p.id, p.title, null, p.title, p.notice_until, p.notice_until < p.today
              from kept p where p.status <> 'Draft' and p.notice_until is not null
            union all
            select 'ProgramToComplete', p.id, p.title, null, p.title, p.ends_on, true
              from kept p where p.status = 'Active' and p.notice_until is null and p.ends_on < p.today),
        ranked as (
            select task.*, count(*) over (partition by kind)::int of_kind, row_number() over (partition by kind order by overdue desc, due_on nulls last, program_id) place
              from task)
        select kind, program_id, program_title, subject_id, title, due_on, overdue, of_kind from ranked where place <= @MostOfAKind;

        """;

    public const string Programs = """
        select p.id, p.title, p.status, part.role,
               array(select person_name from program_participant other where other.program_id = p.id and other.person_id <> @Person order by person_name) partners,
               roadmap.done activities_done, roadmap.total activities_total,
               (select min(m.starts_at) from meeting m where m.program_id = p.id and m.status = 'Planned' and m.starts_at >= @Now) next_meeting_at
          from program p
          join program_participant part on part.program_id = p.id and part.person_id = @Person
          cross join lateral (select count(done_on)::int done, count(*)::int total from roadmap_activity where program_id = p.id) roadmap
         where p.id = any(@Mine) and p.status not in ('Completed', 'EndedEarly', 'Cancelled')
         order by p.starts_on desc, p.id limit 50;
        """;
}
