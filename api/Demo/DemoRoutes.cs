using Dapper;
using Npgsql;

namespace Mentoring.Demo;

/// <summary>
/// Routes of teachers of the showcase schools in every state, over four school years: the mentor's under way, corrected, with products and
/// reflections, come from a school of another region; the mentee's just begun.
/// </summary>
sealed class DemoRoutes : IDemoArea
{
    public int Turn => 165;

    public Task Tell(NpgsqlConnection connection, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        return connection.ExecuteAsync(Sql, new { Now = now.UtcDateTime, Today = today, Year = today.Month >= 9 ? today.Year : today.Year - 1 });
    }

    const string Sql = """
        create temp table demo_route on commit drop as
        with teacher as (
            select e.region_code, e.person_id, e.organization_id, a.email,
                   row_number() over (partition by e.organization_id order by a.email nulls last, abs(hashtext(p.family_name || p.given_name)), p.id) n
              from employment e join person p on p.id = e.person_id
              left join identity.account a on a.person_id = p.id and a.email in ('mentor@demo.example', 'mentee@demo.example')
             where e.is_main and e.is_teaching and e.ended_on is null
               and (a.id is not null or (abs(hashtext(e.person_id::text)) % 4 <> 0 and exists (
                   select from tutor_assignment t where t.person_id = e.person_id and t.status = 'Active')) or exists (
                   select from role_assignment r join identity.account c on c.id = r.account_id
                    where r.organization_id = e.organization_id and c.email like 'curator%@demo.example')))
        select gen_random_uuid() id, region_code, person_id, organization_id,
               case when email = 'mentor@demo.example' then 'InProgress' when email = 'mentee@demo.example' then 'SelfImage'
                    else (array['InProgress', 'Diagnosis', 'Roadmap', 'Completed', 'Reflection', 'Closed', 'InProgress', 'SelfImage'])[1 + n % 8] end status,
               case when email = 'mentee@demo.example' then @Year else @Year - 3 + (n % 3)::int end since
          from teacher where email is not null or n <= 10;
        update demo_route set since = @Year where status in ('SelfImage', 'Diagnosis', 'Roadmap');

        insert into route (region_code, id, person_id, organization_id, status, starts_on, ends_on, image, close_reason, version, created_at,
                           last_activity_at, ended_at)
        select region_code, id, person_id, organization_id, status, make_date(since, 9, 1), make_date(since + 5, 8, 31),
               'Учитель, который видит каждого ученика: уверенно владею формирующим оцениванием, веду исследования вместе с классом, делюсь находками с '
                   || 'коллегами и остаюсь собой, а не повторяю чужие уроки.',
               case when status = 'Closed' then 'Перехожу на руководящую должность, маршрут составлю заново.' end, 1, make_timestamptz(since, 9, 3, 9, 0, 0),
               @Now - interval '6 days', case when status in ('Completed', 'Closed') then @Now - interval '20 days' end
          from demo_route;

        insert into route_finding (region_code, id, route_id, person_id, reader_ids, position, kind, area_code, text, level_before)
        select r.region_code, gen_random_uuid(), r.id, r.person_id, r.reader_ids, f.position, f.kind, f.area, f.text, f.level
          from route r cross join (values
               (1, 'Strength', 'subject', 'Глубоко знаю предмет, увлекаю учеников задачами из жизни', 82),
               (2, 'Strength', 'extracurricular', 'Веду школьный клуб, умею объединять детей и родителей', 76),
               (3, 'Deficit', 'methods', 'Трудно оценивать работу в группах и давать обратную связь каждому', 35),
               (4, 'Deficit', 'ict', 'Мало опыта с цифровыми инструментами на уроке', 40)) f (position, kind, area, text, level)
         where r.id in (select id from demo_route) and r.status <> 'SelfImage';

        insert into route_alternative (region_code, id, route_id, person_id, reader_ids, position, title, gains, costs, chosen, motive)
        select r.region_code, gen_random_uuid(), r.id, r.person_id, r.reader_ids, a.position, a.title, a.gains, a.costs, a.motive is not null, a.motive
          from route r cross join (values
               (1, 'Магистратура педагогического вуза', 'Научная база, диплом', 'Два года вечерних занятий', null),
               (2, 'Исследование урока с коллегами и курсы центра', 'Проба сразу в классе, поддержка коллег', 'Два часа в неделю',
                'Ближе к моим ученикам, и результат видно каждую четверть.')) a (position, title, gains, costs, motive)
         where r.id in (select id from demo_route) and r.status not in ('SelfImage', 'Diagnosis');

        insert into route_activity (region_code, id, route_id, person_id, reader_ids, position, section, title, area_codes, finding_ids, starts_on,
                                    ends_on, resources, product, status, done_on)
        select r.region_code, gen_random_uuid(), r.id, r.person_id, r.reader_ids, a.position, a.section, a.title, array[a.area],
               array(select f.id from route_finding f where f.region_code = r.region_code and f.route_id = r.id and f.area_code = a.area),
               r.starts_on + a.from_day, r.starts_on + a.to_day, a.resources, a.product,
               case when r.status in ('Completed', 'Reflection') or (r.status in ('InProgress', 'Closed') and r.starts_on + a.to_day < @Today) then 'Done'
                    when r.status = 'InProgress' and r.starts_on + a.from_day <= @Today then 'InProgress' else 'Planned' end,
               case when r.status in ('Completed', 'Reflection', 'InProgress', 'Closed') and r.starts_on + a.to_day < @Today then r.starts_on + a.to_day
                    when r.status in ('Completed', 'Reflection') then @Today - 30 end
          from route r cross join (values
               (1, 'A', 'Курс «Формирующее оценивание на уроке», 36 часов', 'methods', 30, 120, 'Региональный институт, дистанционно', 'Пакет диагностик'),
               (2, 'B', 'Пробы самооценивания с 7 «Б»: три цикла', 'methods', 130, 260, 'Класс, наставник', 'Разработка занятия'),
               (3, 'V', 'Педагогический проект «Урок в телефоне»', 'ict', 370, 640, 'Планшеты, методист центра', 'Методические рекомендации'),
               (4, 'G', 'Открытые уроки, обсуждение, статья в сборник', 'methods', 740, 1500, 'Методическое объединение', 'Публикация'))
               a (position, section, title, area, from_day, to_day, resources, product)
         where r.id in (select id from demo_route) and r.status not in ('SelfImage', 'Diagnosis');

        insert into route_product (region_code, id, route_id, person_id, reader_ids, activity_id, kind_code, title, text, presented, presented_on,
                                   seen_by, attitude, attitude_words, added_at)
        select a.region_code, gen_random_uuid(), a.route_id, a.person_id, a.reader_ids, a.id,
               (array['diagnostics', 'lesson', 'guidelines', 'publication'])[a.position], a.title,
               'Описание, листы ученика и выводы по итогам пробы.', 'Показано на заседании методического объединения', a.done_on, 'Коллеги и наставник',
               3 + a.position % 3, 'Получилось лучше, чем ждал: ученики сами просят листы самооценки.', a.done_on + interval '10 hours'
          from route_activity a where a.status = 'Done' and a.route_id in (select id from demo_route);

        insert into route_version (region_code, route_id, person_id, reader_ids, number, reason, words, plan, made_at)
        select r.region_code, r.id, r.person_id, r.reader_ids, v.number, v.reason, v.words,
               (select jsonb_agg(jsonb_build_object('id', a.id, 'section', a.section, 'title', a.title, 'areaCodes', a.area_codes, 'findingIds', a.finding_ids,
                           'startsOn', a.starts_on, 'endsOn', a.ends_on + case when v.number = 1 and a.position = 3 then -60 else 0 end,
                           'resources', a.resources, 'product', a.product, 'programId', a.program_id) order by a.position)
                  from route_activity a where a.region_code = r.region_code and a.route_id = r.id and a.position < v.number + 3),
               r.starts_on + v.day + interval '12 hours'
          from route r cross join (values
               (1, 'First', '', 25), (2, 'Education', 'Обновлены требования к оцениванию: проект продлён, добавлены открытые уроки.', 60))
               v (number, reason, words, day)
         where r.id in (select id from demo_route) and r.status in ('InProgress', 'Reflection', 'Completed', 'Closed');

        insert into route_reflection (region_code, id, route_id, person_id, reader_ids, finding_id, made_on, closeness, meaning, motivation, words,
                                      shared, made_at)
        select r.region_code, gen_random_uuid(), r.id, r.person_id, r.reader_ids, f.id, day.made_on, 25 + y * 18 + (f.id is not null)::int * 5, 3 + y % 3, 4,
               'Стало понятнее, чего я хочу от урока; хочется идти дальше.', y > 0, day.made_on + interval '15 hours'
          from route r cross join generate_series(0, 3) y cross join lateral (select (r.starts_on + make_interval(years => y, months => 8))::date made_on) day
         cross join lateral (select null::uuid id union all select f.id from route_finding f
                              where f.region_code = r.region_code and f.route_id = r.id and f.kind = 'Deficit') f
         where r.id in (select id from demo_route) and r.status in ('InProgress', 'Reflection', 'Completed') and day.made_on < @Today;

        with moved as (
            select r.*, o.id former_id, o.region_code former_region, make_date(extract(year from r.starts_on)::int + 1, 9, 1) until
              from demo_route d join route r on r.region_code = d.region_code and r.id = d.id
              join identity.account a on a.person_id = r.person_id and a.email = 'mentor@demo.example'
             cross join lateral (select id, region_code from organization
                                  where region_code <> r.region_code and kind = 'School' and status = 'Open' order by id limit 1) o),
        past as (
            insert into route_past (region_code, route_id, number, person_id, reader_ids, organization_id, since, until)
            select region_code, id, 1, person_id, reader_ids, former_id, starts_on, until from moved)
        insert into route_left (region_code, id, organization_id, left_on, status, activities, activities_done, products)
        select former_region, gen_random_uuid(), former_id, until, 'InProgress', 4, 2, 2 from moved;
        """;
}
