using Dapper;
using Npgsql;

namespace Mentoring.Demo;

/// <summary>Inboxes of the demo accounts: what the showcase schools' programs and meetings would have told them.</summary>
sealed class DemoNotifications : IDemoArea
{
    public int Turn => 170;

    public Task Tell(NpgsqlConnection connection, DateTimeOffset now) => connection.ExecuteAsync(Sql, new { Now = now.UtcDateTime });

    // Who was told more than three days ago has read it. Nothing is left to be sent by e-mail.
    const string Sql = """
        with reader as (select a.id, a.person_id from identity.account a where a.email like '%@demo.example'),
        role as (
            select r.account_id, r.role, r.organization_id from role_assignment r join reader on reader.id = r.account_id
             where r.ended_on is null and r.organization_id is not null),
        part as (
            select reader.id account_id, p.program_id from program_participant p join reader on reader.person_id = p.person_id where p.left_on is null),
        told as (
            select p.region_code, p.organization_id, part.account_id, 'ConsentRequested' kind, 'Consents' topic, p.title, null::text about,
                   null::timestamptz starts_at,
                   '/programs/' || p.id path, p.id subject_id, p.id program_id, p.submitted_at at
              from part join program p on p.id = part.program_id where p.status = 'Consent'
            union all
            select p.region_code, p.organization_id, part.account_id, 'ProgramActivated', 'Programs', p.title, null, null, '/programs/' || p.id, p.id, p.id,
                   p.activated_at
              from part join program p on p.id = part.program_id where p.activated_at is not null
            union all
            select p.region_code, p.organization_id, part.account_id, 'ProgramPaused', 'Programs', p.title, null, null, '/programs/' || p.id, p.id, p.id,
                   p.updated_at
              from part join program p on p.id = part.program_id where p.status = 'Paused'
            union all
            select p.region_code, p.organization_id, role.account_id, 'ProgramAwaitsCouncil', 'Approvals', p.title, null, null, '/programs/' || p.id, p.id,
                   p.id, p.updated_at
              from role join program p on p.organization_id = role.organization_id and p.status = 'Council' where role.role in ('CouncilChair', 'CouncilMember')
            union all
            select p.region_code, p.organization_id, role.account_id, 'ProgramAwaitsHead', 'Approvals', p.title, null, null, '/programs/' || p.id, p.id, p.id,
                   p.updated_at
              from role join program p on p.organization_id = role.organization_id and p.status = 'Approved' where role.role = 'Head'
            union all
            select p.region_code, p.organization_id, role.account_id, 'ProgramActivated', 'Programs', p.title, null, null, '/programs/' || p.id, p.id, p.id,
                   p.activated_at
              from role join program p on p.organization_id = role.organization_id and p.activated_at > @Now::timestamptz - interval '80 days'
                 where role.role = 'Curator'
            union all
            select m.region_code, m.organization_id, part.account_id, 'MeetingPlanned', 'Meetings', p.title, m.topic, m.starts_at,
                   '/programs/' || p.id || '?tab=meetings', m.id, p.id, least(m.created_at, @Now::timestamptz - interval '5 hours')
              from part join program p on p.id = part.program_id join meeting m on m.program_id = p.id
             where m.status = 'Planned' and m.created_by <> (part.account_id)::text
            union all
            select v.region_code, v.organization_id, part.account_id, 'PlanAwaitsSignature', 'Programs', p.title, null, null,
                   '/programs/' || p.id || '?tab=versions', v.id, p.id, v.created_at
              from part join program p on p.id = part.program_id join program_version v on v.program_id = p.id and v.status = 'Proposed'
                 and v.author_id <> part.account_id::text
            union all
            select a.region_code, a.organization_id, role.account_id, 'ActCosignRequested', 'Acts', a.title, null, null, '/documents/' || a.id, a.id, null,
                   c.requested_at
              from role join act_cosign c on c.organization_id = role.organization_id and c.status = 'Requested' join local_act a on a.id = c.act_id
                 where role.role = 'UnionRepresentative'
            union all
            select a.region_code, a.organization_id, role.account_id, 'ActAwaitsHead', 'Acts', a.title, null, null, '/documents/' || a.id, a.id, null,
                   a.updated_at
              from role join local_act a on a.organization_id = role.organization_id and a.status = 'Agreed' where role.role = 'Head'
            union all
            select a.region_code, a.organization_id, role.account_id, 'ActInForce', 'Acts', a.title, null, null, '/documents/' || a.id, a.id, null, a.updated_at
              from role join local_act a on a.organization_id = role.organization_id and a.status = 'InForce' and a.kind in ('Regulation', 'IntroductionOrder')
            union all
            select m.region_code, m.organization_id, role.account_id, 'CouncilMeetingPlanned', 'Council', o.name_short, m.place, m.starts_at,
                   '/council/meetings/' || m.id, m.id, null,
                   @Now::timestamptz - interval '20 hours'
              from role join council_meeting m on m.organization_id = role.organization_id and m.status = 'Planned'
                 join organization o on o.id = m.organization_id
             where role.role in ('CouncilChair', 'CouncilMember')
            union all
            select i.region_code, i.organization_id, role.account_id, 'IncentiveAwaitsHead', 'Council', o.name_short, null, null, '/council/incentives', i.id,
                   null,
                   coalesce(i.decided_at, i.proposed_at)
              from role join incentive_proposal i on i.organization_id = role.organization_id and i.status = 'Supported'
                 join organization o on o.id = i.organization_id where role.role = 'Head'
            union all
            select r.region_code, r.organization_id, reader.id, 'MatchAsked', 'Matching', o.name_short, null, null, '/requests', r.id, null, r.asked_at
              from reader join match_request r on r.status = 'Requested' and reader.person_id in (r.mentor_id, r.mentee_id)
                 join organization o on o.id = r.organization_id
            union all
            select r.region_code, r.organization_id, role.account_id, 'LearningRequestSubmitted', 'Profiles', o.name_short, null, null,
                   '/school/' || o.id || '/mentees/' || r.person_id, r.person_id, null, r.updated_at
              from role join learning_request r on r.organization_id = role.organization_id and r.status = 'Submitted'
                 join organization o on o.id = r.organization_id where role.role = 'Curator'
            union all
            select t.region_code, t.organization_id, reader.id, 'TrainingInvited', 'Climate', t.title, t.place, t.starts_at, '/support', t.id, null,
                   @Now::timestamptz - interval '30 hours'
              from reader join training_place i on i.person_id = reader.person_id join training t on t.id = i.training_id and t.status = 'Planned'
            union all
            select s.region_code, s.organization_id, part.account_id, 'SignalRaised', 'Risks', p.title, null, null, '/support', s.id, p.id,
                   s.raised_on + interval '9 hours'
              from part join program p on p.id = part.program_id join risk_signal s on s.program_id = p.id and s.status = 'Raised'
            union all
            select p.region_code, p.organization_id, reader.id, 'PracticeAuthorshipAsked', 'Practices', p.title, null, null, '/practices/' || p.id, p.id, null,
                   p.created_at
              from reader join practice_author w on w.person_id = reader.person_id and w.named is null join practice p on p.id = w.practice_id
            union all
            select p.region_code, p.organization_id, reader.id, 'PracticeReviewAsked', 'Practices', p.title, null, null, '/practices/' || p.id, p.id, null,
                   r.assigned_at
              from reader join practice_review r on r.reviewer_id = reader.person_id and r.reviewed_at is null join practice p on p.id = r.practice_id
                 and p.round = r.round
            union all
            select d.region_code, o.id, role.account_id, 'DelegationOffered', 'Delegations', o.name_short, null, null, '/school/' || o.id || '/delegations',
                   d.id, null, d.proposed_at
              from role join delegation d on d.taker_id = role.organization_id and d.status = 'Proposed' join organization o on o.id = d.taker_id
                 where role.role = 'Head' and o.region_code = d.region_code)
        insert into notification (region_code, id, organization_id, account_id, event_id, kind, topic, title, about, starts_at, path, subject_id, program_id,
            at, in_app, email, read_at)
        select region_code, md5('told' || account_id || kind || subject_id)::uuid, organization_id, account_id, md5('event' || kind || subject_id)::uuid, kind,
               topic, title, about, starts_at,
               path, subject_id, program_id, at, true, 'Off', case when at < @Now::timestamptz - interval '3 days' then at + interval '6 hours' end
          from told where at is not null
        on conflict do nothing
        """;
}
