using Dapper;
using Npgsql;

namespace Mentoring.Demo;

/// <summary>
/// Initiatives across schools of the showcase regions over three school years, in every state, with members, tasks, talk and meetings;
/// and tasks that coordinators and centres have set schools, with reports in every state.
/// </summary>
sealed class DemoInitiatives : IDemoArea
{
    public int Turn => 135;

    public async Task Tell(NpgsqlConnection connection, DateTimeOffset now)
    {
        var all = DemoInitiativeTexts.All;
        await connection.ExecuteAsync(Groups, new
        {
            Now = now.UtcDateTime, Today = DateOnly.FromDateTime(now.UtcDateTime),
            Titles = all.Select(one => one.Title).ToArray(), Purposes = all.Select(one => one.Purpose).ToArray(),
            Areas = all.Select(one => one.Area).ToArray(), Scopes = all.Select(one => one.Scope).ToArray(),
            Statuses = all.Select(one => one.Status).ToArray(), Ages = all.Select(one => one.Age).ToArray(),
            Outcomes = all.Select(one => one.Outcome).ToArray(),
        });
        await connection.ExecuteAsync(SchoolTasks, new { Now = now.UtcDateTime, Today = DateOnly.FromDateTime(now.UtcDateTime) });
    }

    // People of the demo come first in their regions, then one teacher of each of a dozen other schools. All are written as running, as
    // what is over takes nothing in; the last statement says where each stands.
    const string Groups = """
        create temp table demo_colleague on commit drop as
        select c.*, row_number() over (partition by region_code order by shown desc, lot) n, dense_rank() over (order by region_code) - 1 region_lot
          from (select distinct on (w.id) w.id, person_name(w) name, o.id organization_id, o.region_code, o.territory_code, a.id is not null shown,
                       hashtext(w.id::text) lot, row_number() over (partition by o.id order by hashtext(w.id::text)) of_school
                  from organization o join employment e on e.organization_id = o.id and e.is_main and e.is_teaching and e.ended_on is null
                  join person w on w.id = e.person_id left join identity.account a on a.person_id = w.id and a.email like '%@demo.example'
                 where o.kind in ('School', 'College', 'AdditionalEducation') and o.status = 'Open'
                   and o.region_code in (select e2.region_code from identity.account d join employment e2 on e2.person_id = d.person_id
                                          where d.email like '%@demo.example')) c
         where c.shown or c.of_school = 1;
        delete from demo_colleague where n > 40;

        create temp table demo_initiative on commit drop as
        select gen_random_uuid() id, t.n, lead.region_code, lead.organization_id, lead.territory_code, lead.id leader_id, lead.name leader_name,
               lead.n leader_n, t.title, t.purpose, array[t.area] areas, t.scope, t.status, t.outcome,
               @Now::timestamptz - make_interval(days => t.age) created_at, t.age
          from unnest(@Titles::text[], @Purposes::text[], @Areas::text[], @Scopes::text[], @Statuses::text[], @Ages::int[], @Outcomes::text[])
               with ordinality t (title, purpose, area, scope, status, age, outcome, n)
          join demo_colleague lead on lead.region_lot = (t.n - 1) % (select max(region_lot) + 1 from demo_colleague) and lead.n = 1 + (t.n * 3) % 8;

        insert into initiative (region_code, id, organization_id, territory_code, leader_id, leader_name, member_ids, title, purpose, areas, scope,
            by_invitation, status, created_at, opened_at, version)
        select region_code, id, organization_id, territory_code, leader_id, leader_name, '{}', title, purpose, areas, scope, n % 6 = 5, 'Running',
               created_at, created_at + interval '2 days', 3
          from demo_initiative;

        insert into initiative_member (region_code, id, initiative_id, person_id, person_name, organization_id, status, note, asked_at, joined_at, ended_at)
        select i.region_code, gen_random_uuid(), i.id, c.id, c.name, c.organization_id, s.status,
               case when s.status = 'Asked' then 'Веду похожую работу в своей школе, готова делиться.' end,
               i.created_at + interval '1 day', case when s.status in ('In', 'Left') then i.created_at + make_interval(days => 1 + (c.n % 5)::int) end,
               case when s.status in ('Left', 'Declined', 'Refused') then i.created_at + interval '9 days' end
          from demo_initiative i
          join demo_colleague c on case i.scope when 'Municipality' then c.territory_code = i.territory_code
                                                else c.region_code = i.region_code or (i.scope = 'Country' and c.n % 8 = i.n % 8) end
           and (c.id = i.leader_id or (i.status <> 'Draft' and (c.n <= 10 or (c.n + i.n) % 5 = 0 or i.scope = 'Municipality')))
         cross join lateral (select case when c.id = i.leader_id then 'In'
                                         when (c.n + i.n) % 11 = 7 and i.status in ('Open', 'Running') then 'Asked'
                                         when (c.n + i.n) % 11 = 4 and i.status in ('Open', 'Running') then 'Invited'
                                         when (c.n + i.n) % 11 = 9 then 'Left' when (c.n + i.n) % 23 = 10 then 'Declined' else 'In' end status) s
         order by i.n, c.id <> i.leader_id, c.n;

        insert into initiative_entry (region_code, id, initiative_id, text, author_id, author_name, written_at)
        select i.region_code, gen_random_uuid(), i.id, said.text, m.person_id, m.person_name,
               least(i.created_at + make_interval(days => 3 + said.n * 2, hours => 2 + said.n), @Now::timestamptz - make_interval(hours => 9 - said.n))
          from demo_initiative i
         cross join (values (1, 'Коллеги, рада, что нас уже несколько школ. Предлагаю за две недели собрать, у кого что есть.'),
                            (2, 'У нас готовы три занятия, пришлю описание к пятнице.'),
                            (3, 'А для малокомплектной школы это подойдёт? У нас в классе девять человек.'),
                            (4, 'Да, мы пробовали в группе из семи: время на обсуждение даже остаётся.'),
                            (5, 'Давайте на встрече разберём один урок целиком, а потом поделим темы.')) said (n, text)
          join lateral (select m.*, row_number() over (order by m.person_id <> i.leader_id, m.asked_at, m.person_id) place
                          from initiative_member m where m.initiative_id = i.id and m.status = 'In') m on m.place = said.n
         where i.status <> 'Draft';
        update initiative_entry e set answer_to = (select p.id from initiative_entry p where p.initiative_id = e.initiative_id and p.text like 'А для мало%')
         where e.text like 'Да, мы пробовали%';

        insert into initiative_task (region_code, id, initiative_id, title, text, due_on, status, taker_id, taker_name, result, set_by, set_at, ended_at)
        select i.region_code, gen_random_uuid(), i.id, one.title, one.text, (@Today::date + one.due - case when i.age > 200 then i.age - 60 else 0 end),
               one.status, case when one.status in ('Taken', 'Done') then m.person_id end, case when one.status in ('Taken', 'Done') then m.person_name end,
               case when one.status = 'Done' then 'Готово: описание и задания переданы всем школам группы.' end, i.leader_name,
               i.created_at + interval '4 days', case when one.status in ('Done', 'Dropped') then i.created_at + interval '20 days' end
          from demo_initiative i
         cross join (values (1, 'Собрать материалы школ', 'По одному примеру от каждой школы, с пояснением для коллег.', -6, 'Done'),
                            (2, 'Составить общий план на четверть', null, 9, 'Taken'),
                            (3, 'Подготовить открытое занятие', 'Снять видео или позвать коллег.', 21, 'Open'),
                            (4, 'Опросить наставляемых', 'Пять вопросов, без имён.', -2, 'Taken'), (5, 'Сверстать буклет', null, 30, 'Dropped')
         ) one (n, title, text, due, status)
          join lateral (select m.*, row_number() over (order by m.person_id) place from initiative_member m where m.initiative_id = i.id and m.status = 'In') m
            on m.place = one.n
         where i.status <> 'Draft' and (i.status in ('Running', 'Completed') or one.n <= 3);

        insert into initiative_meeting (region_code, id, initiative_id, topic, starts_at, duration_minutes, place, link, status, reason, planned_by, planned_at)
        select i.region_code, gen_random_uuid(), i.id, one.topic, @Now::timestamptz + make_interval(days => one.days + i.n::int % 4, hours => 1), 60,
               case when one.n = 2 then 'Методический кабинет' end, case when one.n <> 2 then 'https://meet.example/initiative' end, one.status,
               case when one.status = 'Cancelled' then 'Совпала с педсоветом, перенесём на следующую неделю.' end, i.leader_name,
               i.created_at + interval '5 days'
          from demo_initiative i
         cross join (values (1, 'Знакомство и план', -30, 'Planned'), (2, 'Разбор общего занятия', 4, 'Planned'), (3, 'Итоги месяца', 11, 'Cancelled'))
               one (n, topic, days, status)
         where i.status in ('Open', 'Running') and i.age > 35 or i.status = 'Running';

        create temp table demo_initiative_file on commit drop as
        select i.region_code, gen_random_uuid() id, gen_random_uuid() file_id, i.id initiative_id, i.organization_id, one.name,
               convert_to(one.body, 'UTF8') content, i.created_at + make_interval(days => 2 + one.n * 2, hours => one.n) added_at,
               m.person_id, m.person_name, a.id::text account
          from demo_initiative i
         cross join (values (1, 'plan-gruppy.txt', 'План группы: кто что готовит, к какому сроку, где встречаемся. Каждая школа даёт одно занятие.'),
                            (2, 'obshchee-zanyatie.txt', 'Общее занятие: цель, ход, задания трёх уровней, вопросы для обсуждения после урока.'),
                            (3, 'anketa-nastavlyaemyh.txt', 'Анкета для наставляемых, без имён: что помогло, чего не хватило, что попробовать дальше.')
               ) one (n, name, body)
          join lateral (select m.*, row_number() over (order by m.person_id <> i.leader_id, m.asked_at, m.person_id) place
                          from initiative_member m where m.initiative_id = i.id and m.status = 'In') m on m.place = one.n
          left join identity.account a on a.person_id = m.person_id
         where i.status <> 'Draft' and (i.n % 4 <> 3 or one.n = 1) and i.created_at + make_interval(days => 3 + one.n * 2) < @Now;
        insert into stored_file (region_code, id, organization_id, name, media_type, kind, size, sha256, content, stored_at, stored_by)
        select region_code, file_id, organization_id, name, 'text/plain', 'Initiative', length(content), encode(sha256(content), 'hex'), content, added_at,
               coalesce(account, 'demo')
          from demo_initiative_file;
        insert into initiative_file (region_code, id, initiative_id, file_id, name, size, added_at, added_by, added_by_name)
        select region_code, id, initiative_id, file_id, name, length(content), added_at, person_id, person_name from demo_initiative_file;

        update initiative i set status = d.status, outcome = d.outcome, version = i.version + 1,
               opened_at = case when d.status <> 'Draft' then i.opened_at end,
               ended_at = case when d.status in ('Completed', 'Closed') then i.created_at + make_interval(days => least(d.age - 5, 210)) end
          from demo_initiative d where i.id = d.id and d.status <> 'Running';
        """;

    // Each setter of the demo has set some tasks; the schools of the demo's people come first among those that were set them.
    const string SchoolTasks = """
        create temp table demo_school_task on commit drop as
        select gen_random_uuid() id, s.region_code, s.territory_code, s.body_id, s.setter, s.account_id, t.n, t.title, t.text, t.due, t.age
          from (select r.role, r.account_id, r.territory_code, null::uuid body_id, t.name_ru setter,
                       case t.level when 'Region' then t.code else t.parent_code end region_code
                  from role_assignment r join territory t on t.code = r.territory_code join identity.account a on a.id = r.account_id
                 where r.role in ('MunicipalCoordinator', 'RegionalCoordinator') and r.ended_on is null and a.email like '%@demo.example'
                union all
                select r.role, r.account_id, null, o.id, o.name_short, o.region_code
                  from role_assignment r join organization o on o.id = r.organization_id join identity.account a on a.id = r.account_id
                 where r.role = 'CentreHead' and r.ended_on is null and a.email like '%@demo.example') s
          join (values
            ('RegionalCoordinator', 1, 'Провести декаду наставничества',
             'Проведите открытые уроки пар и круглый стол. Сообщите, сколько педагогов участвовало и что решили продолжить.', 12, 20),
            ('RegionalCoordinator', 3, 'Представить одну лучшую практику',
             'Выберите практику из банка школы. Сообщите название, чем она помогла и кому.', -40, 90),
            ('RegionalCoordinator', 4, 'Провести входную диагностику молодых педагогов',
             'Сообщите, сколько молодых педагогов прошло диагностику и по каким областям нужна помощь.', -260, 320),
            ('RegionalCoordinator', 5, 'Собрать заявки на зимнюю школу', 'Назовите, сколько педагогов хотят приехать и с какими темами.', 25, 8),
            ('MunicipalCoordinator', 2, 'Уточнить список наставников на учебный год',
             'Проверьте профили наставников и их свободные места. В отчёте — сколько подтверждено и кого не хватает.', -4, 30),
            ('MunicipalCoordinator', 1, 'Согласовать график взаимного посещения уроков', 'Договоритесь с соседней школой о четырёх посещениях.', 18, 6),
            ('MunicipalCoordinator', 3, 'Подвести итоги школы молодого педагога', 'Сколько занятий прошло, что изменить в следующем году.', -70, 110),
            ('CentreHead', 2, 'Назвать педагогов, которым нужен тьютор', 'Число и области компетенций, без имён: имена назовут сами педагоги.', -2, 25),
            ('CentreHead', 3, 'Рассказать, что дала стажировка', 'Что из увиденного уже пробуют на уроках.', -30, 70)
          ) t (role, n, title, text, due, age) on t.role = s.role;

        create temp table demo_school_report on commit drop as
        select d.id task_id, d.n, d.region_code, d.territory_code, d.body_id, d.due, d.age, o.id organization_id, o.lot,
               case when d.n = 5 then 'Withdrawn' when d.n = 4 then 'Accepted'
                    when d.n = 3 then (array['Accepted', 'Accepted', 'Returned', 'Accepted', 'Reported'])[1 + o.lot % 5]
                    when d.n = 2 then (array['Reported', 'Assigned', 'Accepted', 'Reported', 'Accepted'])[1 + o.lot % 5]
                    else (array['Assigned', 'Assigned', 'Reported', 'Assigned', 'Accepted'])[1 + o.lot % 5] end status
          from demo_school_task d
          join lateral (
              select o.id, (row_number() over (order by shown desc, hashtext(o.id::text)))::int lot
                from (select o.id, exists (select from role_assignment r join identity.account a on a.id = r.account_id
                                             where r.organization_id = o.id and a.email like '%@demo.example') shown
                        from organization o
                       where o.region_code = d.region_code and o.status = 'Open' and o.kind in ('School', 'College', 'AdditionalEducation')
                         and (d.territory_code is null
                              or o.territory_code in (select descendant_code from territory_tree where ancestor_code = d.territory_code))
                         and (d.body_id is null or exists (select from support_link l where l.organization_id = o.id and l.body_id = d.body_id
                                                              and l.period @> @Today::date))) o
               order by shown desc, hashtext(o.id::text) limit 40) o on true;

        insert into school_task (region_code, id, territory_code, body_id, school_ids, title, text, due_on, setter, set_by, set_at, withdrawn_at,
            withdraw_reason, version)
        select d.region_code, d.id, d.territory_code, d.body_id, r.schools, d.title, d.text, @Today::date + d.due, d.setter, d.account_id::text,
               @Now::timestamptz - make_interval(days => d.age), case when d.n = 5 then @Now::timestamptz - interval '3 days' end,
               case when d.n = 5 then 'Площадка отменила школу.' end, case when d.n = 5 then 2 else 1 end
          from demo_school_task d join (select task_id, array_agg(organization_id) schools from demo_school_report group by task_id) r on r.task_id = d.id;

        insert into school_task_report (region_code, id, task_id, organization_id, territory_code, body_id, due_on, status, text, reported_at, reported_by,
            remark, decided_at, reminded_at, version)
        select r.region_code, gen_random_uuid(), r.task_id, r.organization_id, r.territory_code, r.body_id,
               @Today::date + r.due + case when r.status = 'Returned' then 47 else 0 end, r.status,
               case when r.status in ('Reported', 'Accepted', 'Returned') then
                   (array['Провели по плану, участвовали ' || (6 + r.lot % 17) || ' педагогов. Договорились повторить весной.',
                          'Сделано. Охвачены все пары, у двух педагогов есть вопросы по документам.',
                          'Выполнено частично: двое болели, завершим на следующей неделе.'])[1 + r.lot % 3] end,
               case when r.status in ('Reported', 'Accepted', 'Returned') then @Now::timestamptz - make_interval(days => greatest(1, r.age / 3)) end,
               case when r.status in ('Reported', 'Accepted', 'Returned') then 'Руководитель организации' end,
               case r.status when 'Returned' then 'Напишите, скольким педагогам практика помогла.' when 'Withdrawn' then 'Площадка отменила школу.' end,
               case when r.status in ('Accepted', 'Returned', 'Withdrawn') then @Now::timestamptz - make_interval(days => greatest(0, r.age / 4)) end,
               case when r.status = 'Assigned' and r.due < 0 then @Now::timestamptz - interval '1 day' end,
               case r.status when 'Assigned' then 1 when 'Accepted' then 3 else 2 end
          from demo_school_report r;
        """;
}
