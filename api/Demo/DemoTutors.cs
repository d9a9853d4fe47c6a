using Dapper;
using Npgsql;

namespace Mentoring.Demo;

/// <summary>
/// Tutors of the showcase regions' centres, on the staff and beside another post, and whom they accompany in the schools that the
/// centre stands behind: assignments in every state of two school years, hand-overs, consultations that were held, missed and lie ahead.
/// </summary>
sealed class DemoTutors : IDemoArea
{
    public int Turn => 40;

    public async Task Tell(NpgsqlConnection connection, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var args = new { Now = now.UtcDateTime, Today = today, Year = today.Month >= 9 ? today.Year : today.Year - 1 };
        foreach (var sql in (string[])[Registry, Teachers, Assignments, Steps, Consultations, Comments, Marks]) await connection.ExecuteAsync(sql, args);
    }

    const string Registry = """
        insert into tutor (region_code, id, body_id, person_id, person_name, kind, zones, sectors, territories, capacity, accepts_new, starts_on, ends_on,
            end_reason, created_at, created_by)
        select b.region_code, gen_random_uuid(), b.id, t.person_id, person_name(p), t.kind,
               (array['methods', 'digital', 'ict', 'subject', 'psychological-pedagogical', 'extracurricular', 'legal', 'health'])[1 + t.n % 4:4 + t.n % 4],
               case when t.kind = 'Freelance' then array['General'] when t.n % 3 = 0 then array['General', 'Vocational']
                    when t.n % 3 = 1 then array['General', 'AdditionalEducation'] else array['General', 'Vocational', 'AdditionalEducation'] end,
               case when t.kind = 'Freelance' then array[t.territory_code] else array[]::text[] end,
               12 + t.n % 3 * 6, t.n % 7 <> 6, make_date(@Year - 1, 9, 1), case when t.n = 5 and t.kind = 'Freelance' then make_date(@Year, 7, 1) end,
               case when t.n = 5 and t.kind = 'Freelance' then 'Перешла на другую работу.' end, make_date(@Year - 1, 8, 28), 'demo'
          from organization b
         cross join lateral (
            select e.person_id, 'Staff' kind, b.territory_code, (row_number() over (order by e.position_code <> 'tutor', e.person_id))::int n
              from employment e
             where e.organization_id = b.id and e.ended_on is null and e.position_code in ('tutor', 'methodologist')
            union all
            select * from (
                select e.person_id, 'Freelance', o.territory_code, (row_number() over (order by hashtext(e.person_id::text)))::int n
                  from employment e join organization o on o.id = e.organization_id
                 where o.region_code = b.region_code and o.kind = 'School' and e.is_main and e.is_teaching and e.ended_on is null
                   and e.started_on < make_date(@Year - 8, 1, 1)) f where n <= 5) t
          join person p on p.id = t.person_id
         where b.kind = 'Cnppm' and exists (select from support_link l where l.body_id = b.id and l.service_code = 'route-tutoring');
        """;

    // The accounts of the demo come first: a mentee with a tutor, a newcomer who is offered one, a beginner who asked for one.
    const string Teachers = """
        create temp table demo_tutored on commit drop as
        select gen_random_uuid() id, q.*,
               row_number() over (partition by q.body_id order by q.account is null, hashtext(q.person_id::text)) n,
               abs(hashtext(q.person_id::text || 'т')) lot
          from (select distinct on (e.person_id) l.body_id, o.id organization_id, o.region_code, e.person_id, person_name(p) person_name,
                       (select case split_part(split_part(a.email, '@', 1), '-', 1) when 'mentee' then 'mentee' when 'newcomer' then 'newcomer'
                                    when 'beginner' then 'beginner' end
                          from identity.account a where a.person_id = e.person_id limit 1) account
                  from support_link l join organization o on o.id = l.organization_id
                  join employment e on e.organization_id = o.id and e.is_main and e.is_teaching and e.ended_on is null
                  join person p on p.id = e.person_id
                 where l.service_code = 'route-tutoring' and l.period @> @Today::date
                   and not exists (select from tutor t where t.person_id = e.person_id)) q;

        create temp table demo_tutor_of on commit drop as
        select t.body_id, t.person_id, t.person_name, (row_number() over (partition by t.body_id order by a.email is null, t.person_id))::int - 1 turn,
               count(*) over (partition by t.body_id)::int many, t.sectors, t.territories
          from tutor t left join identity.account a on a.person_id = t.person_id and a.email like 'tutor%@demo.example'
         where t.kind = 'Staff' and t.period @> @Today::date;
        """;

    const string Assignments = """
        insert into tutor_assignment (region_code, id, organization_id, body_id, person_id, person_name, tutor_id, tutor_name, status, areas, note, asked_at,
            proposed_at, answer_by, starts_on, ends_on, changed_at, changed_by, reason, created_at)
        select s.region_code, s.id, s.organization_id, s.body_id, s.person_id, s.person_name, case when life.status <> 'Requested' then t.person_id end,
               case when life.status <> 'Requested' then t.person_name end, life.status,
               (array['methods', 'digital', 'subject', 'ict', 'psychological-pedagogical'])[1 + s.lot % 5:1 + s.lot % 5 + s.lot % 2],
               (array['Хочу собрать маршрут под аттестацию.', 'Нужен взгляд со стороны на план на год.', 'Готовлюсь вести новый курс.',
                      null])[1 + s.lot % 4],
               case when s.lot % 2 = 0 or life.status = 'Requested' then life.at - interval '9 days' end,
               case when life.status <> 'Requested' then life.at - interval '4 days' end,
               case when life.status = 'Proposed' then (life.at + interval '10 days')::date end,
               case when life.status in ('Active', 'Ended', 'HandedOver') then life.began end,
               case when life.status in ('Ended', 'HandedOver') then life.at::date end, life.at,
               case when life.status in ('Active', 'Declined', 'Requested') then s.person_name else 'Центр' end,
               case life.status when 'Ended' then 'Маршрут пройден.' when 'Declined' then 'Сейчас веду выпускные классы, вернусь к этому весной.'
                    when 'HandedOver' then 'Тьютор ушёл в отпуск по уходу за ребёнком.' when 'Withdrawn' then 'Предложили по ошибке.' end,
               life.at - interval '9 days'
          from demo_tutored s
         cross join lateral (
            select case s.account when 'mentee' then 'Active' when 'newcomer' then 'Proposed' when 'beginner' then 'Requested' else case
                        when s.n <= 60 then 'Active' when s.n <= 70 then 'Proposed' when s.n <= 76 then 'Requested' when s.n <= 88 then 'Ended'
                        when s.n <= 92 then 'Declined' when s.n <= 94 then 'Withdrawn' when s.n <= 98 then 'HandedOver' end end status) kind
         cross join lateral (
            select kind.status, case when kind.status in ('Active', 'HandedOver') then make_date(@Year, 9, 10) + (s.lot % 40)::int
                                     when kind.status = 'Ended' then make_date(@Year - 1, 9, 15) + (s.lot % 60)::int end began,
                   case kind.status when 'Active' then least(make_timestamptz(@Year, 9, 10, 9, 0, 0, 'UTC') + make_interval(days => (s.lot % 40)::int), @Now)
                        when 'Ended' then make_timestamptz(@Year, 5, 25, 9, 0, 0, 'UTC')
                        when 'HandedOver' then @Now::timestamptz - interval '20 days'
                        when 'Proposed' then @Now::timestamptz - make_interval(days => case when s.account is null then (s.lot % 16)::int else 2 end)
                        else @Now::timestamptz - make_interval(days => (s.lot % 12)::int) end as at) life
          join demo_tutor_of t on t.body_id = s.body_id
               and t.turn = case when s.account is not null then 0 else (s.n % t.many)::int end
         where life.status is not null;

        insert into tutor_assignment (region_code, id, organization_id, body_id, person_id, person_name, tutor_id, tutor_name, status, areas, note, proposed_at,
            starts_on, follows_id, changed_at, changed_by, created_at)
        select a.region_code, gen_random_uuid(), a.organization_id, a.body_id, a.person_id, a.person_name, n.person_id, n.person_name, 'Active', a.areas,
               a.note,
               a.changed_at - interval '3 days', a.ends_on, a.id, a.changed_at, a.person_name, a.changed_at - interval '3 days'
          from tutor_assignment a join demo_tutor_of t on t.body_id = a.body_id and t.person_id = a.tutor_id
          join demo_tutor_of n on n.body_id = t.body_id and n.turn = (t.turn + 1) % t.many and n.person_id <> t.person_id
         where a.status = 'HandedOver';
        """;

    const string Steps = """
        insert into tutor_step (region_code, id, assignment_id, organization_id, body_id, person_id, tutor_id, is_open, status, at, by_name)
        select a.region_code, gen_random_uuid(), a.id, a.organization_id, a.body_id, a.person_id, a.tutor_id, a.is_open, s.status, s.at, s.by_name
          from tutor_assignment a cross join lateral (values
              ('Requested', case when a.status <> 'Requested' then a.asked_at end, a.person_name),
              ('Proposed', case when a.status not in ('Requested', 'Proposed') then a.proposed_at end, 'Центр'),
              ('Active', case when a.status in ('HandedOver', 'Ended') then a.starts_on::timestamptz + interval '9 hours' end,
               a.person_name)) s (status, at, by_name)
         where s.at is not null and s.at < a.changed_at;
        """;

    const string Consultations = """
        insert into consultation (region_code, id, assignment_id, organization_id, body_id, person_id, tutor_id, is_open, status, starts_at, duration_minutes,
            topic, place, link, result, created_at, created_by)
        select a.region_code, gen_random_uuid(), a.id, a.organization_id, a.body_id, a.person_id, a.tutor_id, a.is_open, c.status, c.at, 45 + lot.lot % 3 * 15,
               (array['Разбор результатов диагностики', 'Выбираем программу повышения квалификации', 'Промежуточные итоги маршрута',
                      'Открытый урок: что взять в маршрут', 'Готовим рефлексию'])[1 + (lot.lot + c.n) % 5],
               case when c.n % 2 = 0 then 'ЦНППМ, кабинет 12' end,
               case when c.n % 2 = 1 then 'https://telemost.example/' || left(md5(a.id::text || c.n), 10) end,
               case c.status when 'Held' then (array['Определили два дефицита, договорились о задании.', 'Выбрали программу, заявка подана.',
                       'Две трети маршрута пройдены, срок третьего шага сдвинули.', 'План уточнён.'])[1 + (lot.lot + c.n) % 4]
                    when 'Missed' then 'Педагог замещала коллегу.' when 'Cancelled' then 'Совпала с педагогическим советом.' end,
               least(@Now, c.at - interval '6 days'), 'demo'
          from tutor_assignment a cross join lateral (select abs(hashtext(a.id::text)) lot) lot
          join organization o on o.id = a.organization_id join territory g on g.code = o.region_code
         cross join lateral (select date_trunc('day', @Now::timestamptz at time zone g.time_zone) + make_interval(hours => 10 + (lot.lot % 7)::int) today) here
         cross join lateral (
            select n, (here.today - make_interval(days => 10 * n + (lot.lot % 7)::int)) at time zone g.time_zone as at,
                   case when n = 1 and lot.lot % 9 = 0 then 'Planned' when (lot.lot + n) % 11 = 0 then 'Missed'
                        when (lot.lot + n) % 13 = 0 then 'Cancelled' else 'Held' end status
              from generate_series(1, 1 + (lot.lot % 4)::int) n where a.status in ('Active', 'HandedOver', 'Ended')
            union all
            select 8, (here.today + make_interval(days => 1 + (lot.lot % 12)::int)) at time zone g.time_zone, 'Planned'
             where a.status = 'Active' and (lot.lot % 3 <> 0
                   or exists (select from demo_tutored s where s.id = a.id and s.account = 'mentee'))) c
         where c.at > a.starts_on::timestamptz and (a.ends_on is null or c.at < a.ends_on::timestamptz);
        """;

    const string Comments = """
        insert into tutor_comment (region_code, id, assignment_id, author_name, side, said, said_at)
        select a.region_code, gen_random_uuid(), a.id, case c.side when 'Tutor' then a.tutor_name when 'Teacher' then a.person_name else 'Куратор школы' end,
               c.side, c.said, @Now::timestamptz - make_interval(days => c.ago)
          from tutor_assignment a cross join (values
              ('Tutor', 'Посмотрел результаты диагностики: предлагаю начать с методики проектных заданий.', 24),
              ('Teacher', 'Согласна. Открытый урок у меня в следующем месяце, хорошо бы успеть к нему.', 22),
              ('School', 'Урок поставили в план, наставник тоже придёт: сравним наши задачи.', 20)) c (side, said, ago)
         where a.status = 'Active' and a.starts_on < @Today - 25
           and (abs(hashtext(a.id::text)) % 6 = 0 or exists (select from demo_tutored s where s.id = a.id and s.account = 'mentee'));
        """;

    const string Marks = """
        insert into tutoring_mark (region_code, id, assignment_id, side, subject, says, words, author_name, made_at)
        select a.region_code, gen_random_uuid(), a.id, m.side, m.subject, m.says, m.words, case m.side when 'Tutor' then a.tutor_name else 'Куратор школы' end,
               @Now::timestamptz - make_interval(days => m.ago)
          from tutor_assignment a cross join (values
              (0, 'Tutor', 'Work', 'Works', null, 30), (0, 'Tutor', 'Goal', 'NotReached', 'Уроки стали сильнее, обратную связь ещё отрабатываем.', 12),
              (0, 'School', 'Goal', 'Reached', 'На открытом уроке всё получилось.', 9),
              (1, 'Tutor', 'Work', 'Away', 'Педагог сообщила об отпуске по уходу за ребёнком.', 5),
              (2, 'Tutor', 'Route', 'Stalled', 'Два месяца без движения, договорились о встрече.', 8),
              (2, 'School', 'Goal', 'NotReached', null, 20), (2, 'Tutor', 'Goal', 'NotReached', null, 19)) m (lot, side, subject, says, words, ago)
         where a.status = 'Active' and a.starts_on < @Today - 35 and abs(hashtext(a.id::text)) % 8 = m.lot;
        """;
}
