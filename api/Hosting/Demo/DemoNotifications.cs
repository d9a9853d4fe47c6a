using Dapper;
using Npgsql;

namespace Mentoring.Api.Hosting.Demo;

/// <summary>Inboxes of the demo accounts: what the showcase schools' programs and meetings would have told them.</summary>
static class DemoNotifications
{
    public static Task Tell(NpgsqlConnection connection, DateTimeOffset now) => connection.ExecuteAsync(Sql, new { Now = now.UtcDateTime });

    // Who was told more than three days ago has read it. Nothing is left to be sent by e-mail.
    const string Sql = """
        with reader as (select a.id, a.person_id from identity.account a where a.email like '%@demo.example'),
        role as (
            select r.account_id, r.role, r.organization_id from role_assignment r join reader on reader.id = r.account_id
             where r.ended_on is null and r.organization_id is not null),
        part as (
            select reader.id account_id, p.program_id from program_participant p join reader on reader.person_id = p.person_id where p.left_on is null),
        told as (
            select p.region_code, p.organization_id, part.account_id, 'ConsentRequested' kind, 'Consents' topic, p.title, null::text about, null::timestamptz starts_at,
                   '/programs/' || p.id path, p.id subject_id, p.id program_id, p.submitted_at at
              from part join program p on p.id = part.program_id where p.status = 'Consent'
            union all
            select p.region_code, p.organization_id, part.account_id, 'ProgramActivated', 'Programs', p.title, null, null, '/programs/' || p.id, p.id, p.id, p.activated_at
              from part join program p on p.id = part.program_id where p.activated_at is not null
            union all
            select p.region_code, p.organization_id, part.account_id, 'ProgramPaused', 'Programs', p.title, null, null, '/programs/' || p.id, p.id, p.id, p.updated_at
              from part join program p on p.id = part.program_id where p.status = 'Paused'
            union all
            select p.region_code, p.organization_id, role.account_id, 'ProgramAwaitsCouncil', 'Approvals', p.title, null, null, '/programs/' || p.id, p.id, p.id, p.updated_at
              from role join program p on p.organization_id = role.organization_id and p.status = 'Council' where role.role in ('CouncilChair', 'CouncilMember')
            union all
            select p.region_code, p.organization_id, role.account_id, 'ProgramAwaitsHead', 'Approvals', p.title, null, null, '/programs/' || p.id, p.id, p.id, p.updated_at
              from role join program p on p.organization_id = role.organization_id and p.status = 'Approved' where role.role = 'Head'
            union all
            select p.region_code, p.organization_id, role.account_id, 'ProgramActivated', 'Programs', p.title, null, null, '/programs/' || p.id, p.id, p.id, p.activated_at
              from role join program p on p.organization_id = role.organization_id and p.activated_at > @Now::timestamptz - interval '80 days' where role.role = 'Curator'
            union all
            select m.region_code, m.organization_id, part.account_id, 'MeetingPlanned', 'Meetings', p.title, m.topic, m.starts_at,
                   '/programs/' || p.id || '?tab=meetings', m.id, p.id, least(m.created_at, @Now::timestamptz - interval '5 hours')
              from part join program p on p.id = part.program_id join meeting m on m.program_id = p.id
             where m.status = 'Planned' and m.created_by <> (part.account_id)::text)
        insert into notification (region_code, id, organization_id, account_id, event_id, kind, topic, title, about, starts_at, path, subject_id, program_id, at, in_app, email, read_at)
        select region_code, md5('told' || account_id || kind || subject_id)::uuid, organization_id, account_id, md5('event' || kind || subject_id)::uuid, kind, topic, title, about, starts_at,
               path, subject_id, program_id, at, true, 'Off', case when at < @Now::timestamptz - interval '3 days' then at + interval '6 hours' end
          from told where at is not null
        on conflict do nothing
        """;
}
