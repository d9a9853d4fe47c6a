using Dapper;
using Npgsql;

namespace Mentoring.Demo;

/// <summary>
/// Methodical help in the showcase regions over two school years: questions in every state, some over their term, and answers
/// that others find.
/// </summary>
sealed class DemoHelpDesk : IDemoArea
{
    public int Turn => 130;

    public async Task Tell(NpgsqlConnection connection, DateTimeOffset now)
    {
        var all = DemoHelpTexts.All;
        await connection.ExecuteAsync(Questions, new
        {
            Now = now.UtcDateTime,
            Subjects = all.Select(one => one.Subject).ToArray(),
            Texts = all.Select(one => one.Text).ToArray(),
            Answers = all.Select(one => one.Answer).ToArray(),
            Areas = all.Select(one => one.Area).ToArray(),
            Forms = all.Select(one => one.Form).ToArray(),
        });
    }

    // Each asker has a question every few weeks; the latest of them are in the states through which a question goes.
    const string Questions = """
        create temp table demo_help on commit drop as
        select o.region_code, gen_random_uuid() id, o.id organization_id, centre.id body_id, w.id person_id, w.full_name person_name,
               t.subject, t.text, t.answer, t.area, t.form, q.age, q.status, q.age > 30 and q.status = 'Closed' old,
               @Now::timestamptz - make_interval(days => q.age, hours => (t.n * 3 % 8)::int) asked_at, worker.account_id, worker.name worker,
               (w.lot + t.n) % 3 = 0 school_sees
          from (select w.id, person_name(w) full_name, e.organization_id, a.email like 'newcomer%' is_new, row_number() over (order by a.email) lot
                  from identity.account a join person w on w.id = a.person_id
                  join employment e on e.person_id = w.id and e.ended_on is null
                 where a.email like '%@demo.example') w
          join organization o on o.id = w.organization_id and o.kind in ('School', 'College', 'AdditionalEducation')
          join lateral (select b.id from organization b where b.region_code = o.region_code and b.kind = 'Cnppm' and b.status = 'Open' limit 1) centre on true
          join lateral (select r.account_id, a.display_name name from role_assignment r join identity.account a on a.id = r.account_id
                         where r.organization_id = centre.id and r.role in ('Methodologist', 'Tutor', 'Expert', 'CentreHead')
                         order by r.role = 'CentreHead', r.role, r.account_id limit 1) worker on true
         cross join (values (1, 'Asked'), (3, 'Taken'), (6, 'Answered'), (9, 'Reopened'), (13, 'Asked'), (16, 'Withdrawn'), (24, 'Closed'), (60, 'Closed'),
                            (110, 'Closed'), (190, 'Closed'), (280, 'Closed'), (360, 'Closed'), (430, 'Closed')) q (age, status)
          join unnest(@Subjects::text[], @Texts::text[], @Answers::text[], @Areas::text[], @Forms::text[])
               with ordinality t (subject, text, answer, area, form, n)
            on t.n = 1 + (q.age + w.lot * 5) % array_length(@Subjects::text[], 1)
         where (w.lot % 2 = 0 or q.age > 20) and (not w.is_new or q.age <= 50);

        alter table demo_help add due date;
        update demo_help h set due = (
            select d::date from generate_series(from_day.day + 1, from_day.day + 40, interval '1 day') d left join calendar_day c on c.day = d::date
             where coalesce(c.is_working, extract(isodow from d) < 6) order by d offset 4 limit 1)
          from (select id, case when status = 'Reopened' then @Now::timestamptz else asked_at end::date as day from demo_help) from_day
         where from_day.id = h.id;

        insert into help_request (region_code, id, organization_id, body_id, person_id, person_name, school_sees, form_code, areas, subject, text, status,
            asked_at, with_body_since, due_on, taken_by, taken_by_name, taken_at, answered_at, answered_in_time, ended_at, mark, mark_text, escalated_at,
            report_on, version)
        select region_code, id, organization_id, body_id, person_id, person_name, school_sees, form, array[area], subject, text, status, asked_at, asked_at,
               due,
               case when status not in ('Asked', 'Withdrawn') then account_id::text end, case when status not in ('Asked', 'Withdrawn') then worker end,
               case when status not in ('Asked', 'Withdrawn') then asked_at + interval '5 hours' end,
               case when status in ('Answered', 'Reopened', 'Closed') then asked_at + make_interval(days => 1 + age % 9) end,
               case when status in ('Answered', 'Reopened', 'Closed') then (asked_at + make_interval(days => 1 + age % 9))::date <= due end,
               case when status in ('Closed', 'Withdrawn') then asked_at + interval '10 days' end,
               case when status = 'Closed' then 3 + (age + length(subject)) % 3 end,
               case when status = 'Closed' and age % 2 = 0 then 'Спасибо, попробовали на уроке.' end,
               case when status = 'Asked' and due + interval '30 hours' < @Now then due + interval '30 hours' end,
               case when status = 'Asked' and due + interval '30 hours' < @Now then (@Now::timestamptz + interval '1 day')::date end, 4
          from demo_help;

        insert into help_entry (region_code, id, request_id, organization_id, body_id, person_id, school_sees, internal, kind, step, from_asker, text,
            written_at, written_by, written_by_name)
        select h.region_code, gen_random_uuid(), h.id, h.organization_id, h.body_id, h.person_id, h.school_sees, e.kind = 'Note', e.kind, e.step, e.asker,
               coalesce(e.text, ''), e.at, case when e.asker then 'demo' else h.account_id::text end,
               case when e.step = 'Escalate' then '' when e.asker then h.person_name else h.worker end
          from demo_help h cross join lateral (
              select 'Step' kind, 'Take' step, false asker, null::text text, h.asked_at + interval '5 hours' as at where h.status not in ('Asked', 'Withdrawn')
              union all select 'Message', null, false, 'Уточните, пожалуйста: речь об одном классе или о параллели?', h.asked_at + interval '6 hours'
               where h.status not in ('Asked', 'Withdrawn') and h.age % 2 = 1
              union all select 'Message', null, true, 'Об одном классе, седьмом.', h.asked_at + interval '9 hours'
               where h.status not in ('Asked', 'Withdrawn') and h.age % 2 = 1
              union all select 'Note', null, false, 'Похожее уже спрашивали, взять за основу прошлый ответ.', h.asked_at + interval '7 hours'
               where h.status = 'Taken'
              union all select 'Answer', 'Answer', false, h.answer, h.asked_at + make_interval(days => 1 + h.age % 9)
               where h.status in ('Answered', 'Reopened', 'Closed')
              union all select 'Step', 'Reopen', true, 'Это понятно, но не хватает образца заполненного листа.', h.asked_at + interval '8 days'
               where h.status = 'Reopened'
              union all select 'Step', 'Close', true, null, h.asked_at + interval '10 days' where h.status = 'Closed'
              union all select 'Step', 'Withdraw', true, 'Разобрались на методическом объединении.', h.asked_at + interval '10 days'
               where h.status = 'Withdrawn'
              union all select 'Step', 'Escalate', false, null, h.due + interval '30 hours'
               where h.status = 'Asked' and h.due + interval '30 hours' < @Now) e
         where e.at <= @Now;

        insert into help_rule (region_code, organization_id, days, set_at, set_by)
        select distinct b.region_code, b.id, 5, @Now::timestamptz - interval '400 days', 'demo' from demo_help h join organization b on b.id = h.body_id;

        insert into help_article (region_code, id, organization_id, request_id, status, country, title, text, areas, form_code, created_at, created_by,
            updated_at, published_at, withdrawn_at, withdraw_reason, helpful, unhelpful, instead, version)
        select b.region_code, gen_random_uuid(), b.id, made.id, made.state, made.n % 3 = 0, made.subject, made.answer, array[made.area], made.form,
               made.asked_at + interval '12 days', 'demo', made.asked_at + interval '14 days',
               case when made.state <> 'Draft' then made.asked_at + interval '14 days' end,
               case when made.state = 'Withdrawn' then @Now::timestamptz - interval '5 days' end,
               case when made.state = 'Withdrawn' then 'Порядок изменился, готовим новый ответ.' end,
               case when made.state <> 'Draft' then (7 + made.n * 5) % 23 else 0 end, case when made.state <> 'Draft' then made.n % 3 else 0 end,
               case when made.state <> 'Draft' then made.n % 6 else 0 end, 2
          from (select distinct on (h.body_id, h.subject) h.*, t.n,
                       case t.n when 2 then 'Draft' when 5 then 'Withdrawn' else 'Published' end state
                  from demo_help h join unnest(@Subjects::text[]) with ordinality t (subject, n) on t.subject = h.subject
                 where h.old order by h.body_id, h.subject, h.asked_at) made
          join organization b on b.id = made.body_id;
        """;
}
