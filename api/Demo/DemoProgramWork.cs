using Dapper;
using Mentoring.Migrations;
using Npgsql;

namespace Mentoring.Demo;

/// <summary>What the showcase schools' pairs work with: versions of plans, products, comments, agendas, pace, a pilot, templates.</summary>
sealed class DemoProgramWork : IDemoArea
{
    public int Turn => 110;

    public async Task Tell(NpgsqlConnection connection, DateTimeOffset now)
    {
        var args = new { Now = now.UtcDateTime };
        foreach (var sql in (string[])[$"{PlanSnapshot.FirstVersions} where p.created_by <> 'demo'", Versions, Proposals, Products, Records, Talk, Pace,
            Meetings, Templates])
            await connection.ExecuteAsync(sql, args);
    }

    /// <summary>The showcase programs in force, with the account of a mentor or mentee where there is one.</summary>
    const string InForce = """
        select p.*, m.person_id mentor, m.person_name mentor_name, e.person_id mentee, e.person_name mentee_name,
               coalesce((select a.id::text from identity.account a where a.person_id = m.person_id), 'demo') mentor_account,
               coalesce((select a.id::text from identity.account a where a.person_id = e.person_id), 'demo') mentee_account
          from program p
          join lateral (select * from program_participant i where i.program_id = p.id and i.role = 'Mentor' order by i.person_name limit 1) m on true
          join lateral (select * from program_participant i where i.program_id = p.id and i.role = 'Mentee' order by i.person_name limit 1) e on true
         where p.created_by <> 'demo' and p.status in ('Active', 'Paused')
        """;

    // The plan in force is the second one: the last activity was given two weeks more, and both sides signed.
    const string Versions = $"""
        update program_version v set status = 'Superseded',
               plan = jsonb_set(v.plan, '{"{activities,-1,dueOn}"}', to_jsonb((v.plan #>> '{"{activities,-1,dueOn}"}')::date - 14))
          from ({InForce}) p where v.program_id = p.id and jsonb_array_length(v.plan -> 'activities') > 1;
        insert into program_version (id, program_id, organization_id, region_code, number, kind, status, plan, reason, author_id, author_name, created_at,
            decided_at)
        select md5(p.id::text || 'version 2')::uuid, p.id, p.organization_id, p.region_code, 2, 'Correction', 'Current',
               (select {PlanSnapshot.Expression} from program p where p.id = v.program_id),
               'На открытый урок нужно больше времени: класс пишет проверочные работы.', p.mentee_account, p.mentee_name, p.activated_at + interval '12 days',
                   p.activated_at + interval '14 days'
          from ({InForce}) p join program_version v on v.program_id = p.id and v.number = 1 and v.status = 'Superseded';
        insert into program_version_signature (version_id, program_id, organization_id, region_code, person_id, person_name, role, signed_at)
        select v.id, v.program_id, v.organization_id, v.region_code, i.person_id, i.person_name, i.role, coalesce(v.decided_at, @Now) - case i.role
               when 'Mentee' then interval '1 day' else interval '0' end
          from program_version v join program p on p.id = v.program_id and p.status in ('Active', 'Paused')
          join program_participant i on i.program_id = v.program_id where v.status = 'Current' and v.author_id <> '';
        """;

    // One change per school waits for the mentee's signature.
    const string Proposals = $"""
        insert into program_version (id, program_id, organization_id, region_code, number, kind, status, plan, reason, author_id, author_name, created_at)
        select md5(p.id::text || 'version 3')::uuid, p.id, p.organization_id, p.region_code, 3, 'Correction', 'Proposed',
               jsonb_set(v.plan, '{"{activities}"}', (v.plan -> 'activities') || jsonb_build_array(jsonb_build_object('id', md5(p.id::text || 'activity')::uuid,
                   'activity', 'Совместная подготовка родительского собрания', 'dueOn', p.ends_on - 21, 'responsible', 'Both', 'expectedResult',
                       'Сценарий собрания и памятка для родителей'))),
               'Впереди первое родительское собрание: подготовим его вместе.', p.mentor_account, p.mentor_name, @Now - interval '1 day'
          from ({InForce}) p join program_version v on v.program_id = p.id and v.status = 'Current' and v.number = 2
         where p.purpose_code = 'young-specialist' and p.mentee_account <> 'demo' and p.mentor_account <> 'demo' and p.status = 'Active';
        insert into program_version_signature (version_id, program_id, organization_id, region_code, person_id, person_name, role, signed_at)
        select v.id, v.program_id, v.organization_id, v.region_code, p.mentor, p.mentor_name, 'Mentor', @Now - interval '1 day'
          from program_version v join ({InForce}) p on p.id = v.program_id where v.status = 'Proposed';
        """;

    const string Products = $"""
        with texts (product, name, body) as (values
            ('Технологическая карта урока', 'tehnologicheskaya-karta.txt',
                E'Технологическая карта урока\r\n\r\nЦель: научить выделять главное в тексте.\r\nЭтапы: вызов, осмысление, рефлексия.\r\nОценивание: '
                    || E'лист самооценки.\r\n'),
            ('Лист наблюдения урока', 'list-nablyudeniya.txt',
                E'Лист наблюдения урока\r\n\r\nЧто удалось: темп, вопросы к классу.\r\nЧто изменить: время на рефлексию.\r\n')),
        made as (
            select p.*, t.*, md5(p.id::text || t.name)::uuid file_id, convert_to(t.body, 'UTF8') bytes, p.activated_at + interval '20 days' as made_at
              from ({InForce}) p cross join texts t where p.status = 'Active' and p.activated_at + interval '20 days' < @Now),
        files as (
            insert into stored_file (region_code, id, organization_id, program_id, name, media_type, kind, stored_by, size, sha256, content, stored_at)
            select region_code, file_id, organization_id, id, name, 'text/plain', 'Product', mentee_account,
                   length(bytes), encode(sha256(bytes), 'hex'), bytes, made_at from made)
        insert into program_product (id, program_id, organization_id, region_code, activity_id, title, file_id, added_by, added_by_name, added_at)
        select md5(file_id::text)::uuid, id, organization_id, region_code,
               (select a.id from roadmap_activity a where a.program_id = made.id and a.done_on is not null order by a.position limit 1),
               product, file_id, mentee_account, mentee_name, made_at from made
        """;

    const string Records = $"""
        insert into program_record (id, program_id, organization_id, region_code, kind, title, provider, hours, document_number, starts_on, ends_on, added_by,
            added_by_name, added_at)
        select md5(p.id::text || 'record' || r.n)::uuid, p.id, p.organization_id, p.region_code, r.kind, r.title, r.provider, r.hours,
               case when r.hours is not null then 'ПК-' || (1000 + abs(hashtext(p.id::text)) % 9000) end, p.starts_on + r.first, p.starts_on + r.last,
                   p.mentee_account, p.mentee_name, p.activated_at + interval '21 days'
          from ({InForce}) p cross join (values
            (1, 'ProfessionalDevelopment', 'Современный урок: планирование и оценивание', 'Институт развития образования', 36, 14, 44),
            (2, 'MethodicalWork', 'Неделя открытых уроков методического объединения', null, null::int, 30, 36)) r (n, kind, title, provider, hours, first, last)
         where p.status = 'Active' and p.activated_at + interval '21 days' < @Now
        """;

    const string Talk = $"""
        insert into program_comment (region_code, id, program_id, organization_id, author_id, author_name, text, written_at)
        select p.region_code, md5(p.id::text || t.n)::uuid, p.id, p.organization_id, case t.who when 'mentor' then p.mentor_account else p.mentee_account end,
               case t.who when 'mentor' then p.mentor_name else p.mentee_name end, t.text, @Now - t.ago
          from ({InForce}) p cross join (values
            (1, 'mentee', 'Можно на следующей неделе посмотреть, как вы начинаете урок в седьмом классе? Хочу перенять приём с вопросом дня.',
                interval '6 days 3 hours'),
            (2, 'mentor', 'Конечно, приходите во вторник на второй урок. После него разберём, что сработало.', interval '6 days 1 hour'),
            (3, 'mentee', 'Спасибо! Попробовала у себя: класс включился сразу, но рефлексию снова не успели.', interval '2 days 5 hours')) t (n, who, text, ago)
         where p.status = 'Active'
        """;

    const string Pace = $"""
        update program t set rhythm = 'Раз в неделю после уроков, перед открытыми уроками чаще' from ({InForce}) p where t.id = p.id;
        update program_goal g set priority = g.position, pace_hours = 4 + 2 * g.position, pace_depth = case g.position when 1 then 'Mastery' when 2
            then 'Practice' else 'Overview' end
          from ({InForce}) p where g.program_id = p.id;
        update program t set pilot = 'Running', pilot_note = 'Пробуем реверсивное наставничество: молодой педагог помогает опытному освоить цифровые '
            || 'инструменты.'
          from ({InForce}) p where t.id = p.id and p.kind_code = 'reverse';
        """;

    const string Meetings = $"""
        update meeting m set link = 'https://video.demo.example/' || left(md5(m.id::text), 10) from ({InForce}) p where m.program_id = p.id
            and m.mode = 'Online';
        insert into meeting_topic (region_code, id, meeting_id, program_id, organization_id, position, text, goal_id)
        select m.region_code, md5(m.id::text || t.n)::uuid, m.id, m.program_id, m.organization_id, t.n, t.text, g.id
          from ({InForce}) p join meeting m on m.program_id = p.id
          cross join (values (1, 'Что получилось с прошлой встречи'), (2, 'Разбор урока и следующий шаг')) t (n, text)
          left join program_goal g on g.program_id = p.id and g.position = t.n
         where m.starts_at > @Now - interval '30 days';
        insert into meeting_confirmation (region_code, meeting_id, program_id, organization_id, person_id, about, starts_at, confirmed_at)
        select m.region_code, m.id, m.program_id, m.organization_id, i.person_id, case m.status when 'Held' then 'Held'
               else 'Coming' end, m.starts_at, least(m.starts_at, @Now)
          from ({InForce}) p join meeting m on m.program_id = p.id join program_participant i on i.program_id = p.id
         where m.status = 'Held' and m.starts_at < @Now - interval '7 days' or m.status in ('Planned', 'Held') and i.role = 'Mentor'
        on conflict do nothing;
        """;

    const string Templates = """
        insert into roadmap_template (id, organization_id, region_code, title, purpose_code, goals, activities, updated_by_name, updated_at)
        select md5(o.id::text || t.title)::uuid, o.id, o.region_code, t.title, t.purpose, t.goals::jsonb, t.activities::jsonb, 'Совет наставников',
               @Now - interval '40 days'
          from (select distinct o.* from organization o join program p on p.organization_id = o.id where p.created_by <> 'demo') o
          cross join (values
            ('Первый год молодого специалиста', 'young-specialist',
             '[{"areaCode":"methods","difficulty":"Не хватает времени на все этапы урока","goal":"Планирует урок с опорой на время и результат",
              "measure":"Доля уроков, где хватило времени на рефлексию, %"},
               {"areaCode":"extracurricular","difficulty":"Нет опыта разговора с родителями","goal":"Проводит родительское собрание самостоятельно",
                "measure":null}]',
             '[{"activity":"Знакомство со школой, локальными актами и рабочей программой","dueAfterDays":10,"responsible":"Both",
              "expectedResult":"План вхождения в должность"},
               {"activity":"Посещение уроков наставника","dueAfterDays":30,"responsible":"Mentee","expectedResult":"Листы наблюдения"},
               {"activity":"Посещение уроков молодого специалиста и разбор","dueAfterDays":60,"responsible":"Mentor",
                "expectedResult":"Рекомендации к трём урокам"},
               {"activity":"Подготовка и проведение родительского собрания","dueAfterDays":90,"responsible":"Both","expectedResult":"Сценарий собрания"},
               {"activity":"Открытый урок","dueAfterDays":150,"responsible":"Mentee","expectedResult":"Технологическая карта и самоанализ"}]'),
            ('Реверсивное наставничество: цифровые инструменты', 'new-technology',
             '[{"areaCode":"digital","difficulty":"Электронные сервисы отнимают больше времени, чем экономят",
              "goal":"Использует три цифровых инструмента на уроке","measure":"Число инструментов"}]',
             '[{"activity":"Выбор инструментов под темы четверти","dueAfterDays":7,"responsible":"Both","expectedResult":"Список инструментов"},
               {"activity":"Практикум у компьютера","dueAfterDays":21,"responsible":"Mentor","expectedResult":"Готовое задание в каждом инструменте"},
               {"activity":"Урок с цифровым инструментом","dueAfterDays":45,"responsible":"Mentee",
                "expectedResult":"Запись урока и вывод"}]')) t (title, purpose, goals, activities)
        """;
}
