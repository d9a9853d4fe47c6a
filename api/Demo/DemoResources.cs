using Dapper;
using Npgsql;

namespace Mentoring.Demo;

/// <summary>
/// What the centres and institutes of the showcase regions offer: of every kind, with runs that are over, open, full and called
/// off, some open to the country, one withdrawn; teachers of showcase schools have places.
/// </summary>
sealed class DemoResources : IDemoArea
{
    public int Turn => 36;

    public Task Tell(NpgsqlConnection connection, DateTimeOffset now) =>
        connection.ExecuteAsync(Sql, new { Now = now.UtcDateTime, Today = DateOnly.FromDateTime(now.UtcDateTime) });

    const string Sql = """
        insert into resource (region_code, id, body_id, kind_code, title, about, host, areas, sectors, format, is_open, website, contact, status, created_at,
            created_by, updated_at)
        select b.region_code, gen_random_uuid(), b.id, o.kind, o.title, o.about, o.host, o.areas, o.sectors, o.format, o.is_open, null, 'Методист центра',
               o.status, @Now - interval '90 days', 'demo', @Now - interval '20 days'
          from (select region_code, id, kind from organization where kind in ('Cnppm', 'Institute') and status = 'Open') b
          join (values
            ('Cnppm', 'internship-site', 'Стажировка: функциональная грамотность на каждом уроке',
             'Три дня на уроках опытных учителей, разбор заданий и свой урок с обратной связью. В школу учитель вернётся с банком заданий.',
             'Стажировочная площадка на базе гимназии', array['methods', 'subject'], array['General'], 'OnSite', false, 'Offered'),
            ('Cnppm', 'growth-point', 'Точка роста: цифровая лаборатория естественных наук',
             'Как провести опыт с датчиками, записать данные и обсудить их с классом. Оборудование можно брать для своих уроков.',
             'Центр «Точка роста» сельской школы', array['digitalisation', 'subject'], array['General'], 'OnSite', false, 'Offered'),
            ('Cnppm', 'course', 'Нейросети в работе педагога: возможности и ответственность',
             'Тридцать шесть часов дистанционно: что поручить машине, что проверить самому и как говорить об этом с учениками.',
             'Дистанционная площадка центра', array['ict', 'digitalisation', 'legal'], array[]::text[], 'Online', true, 'Offered'),
            ('Cnppm', 'club', 'Клуб молодых педагогов «Первые пять лет»',
             'Встречи раз в месяц: трудные случаи первых лет, поддержка психолога, наставники региона рядом.',
             'Центр непрерывного повышения мастерства', array['psychological-pedagogical', 'extracurricular'], array[]::text[], 'Mixed', false, 'Offered'),
            ('Cnppm', 'innovation-fair', 'Ярмарка инноваций «Урок, который запомнили»',
             'Показ лучших разработок года и мастерские, на которых каждую можно попробовать самому.',
             'Дворец детского творчества', array['methods', 'extracurricular'], array[]::text[], 'OnSite', true, 'Offered'),
            ('Cnppm', 'open-space', 'Прошлогодняя школа читающего учителя', 'Открытые лекции о книгах для подростков.', 'Областная библиотека',
             array['subject'], array[]::text[], 'Mixed', false, 'Withdrawn'),
            ('Institute', 'community', 'Профессиональное сообщество учителей-предметников',
             'Общая лента разборов, взаимная экспертиза заданий, совместные исследования урока.',
             'Региональная ассоциация', array['theoretical', 'subject', 'methods'], array['General'], 'Online', false, 'Offered'),
            ('Institute', 'conference', 'Конференция «Наставничество: от практики к системе»',
             'Доклады пар наставник — педагог, круглый стол кураторов, сборник статей с рецензиями.',
             'Институт развития образования', array['theoretical', 'methods'], array[]::text[], 'Mixed', true, 'Offered'),
            ('Institute', 'internship-site', 'Стажировка: здоровьесбережение в профессиональной школе',
             'Наблюдение за режимом дня группы, беседы с врачом и психологом, свой план на семестр.',
             'Стажировочная площадка колледжа', array['health', 'psychological-pedagogical'], array['Vocational'], 'OnSite', false, 'Offered')
          ) o (body, kind, title, about, host, areas, sectors, format, is_open, status) on o.body = b.kind;

        insert into resource_run (region_code, id, resource_id, body_id, starts_on, ends_on, apply_until, places, called_off_at, called_off_reason)
        select r.region_code, gen_random_uuid(), r.id, r.body_id, @Today + n.first, @Today + n.first + n.days, @Today + n.first - 7, n.places,
               case when n.off then @Now - interval '2 days' end, case when n.off then 'Площадка закрыта на ремонт, перенесём на весну' end
          from resource r
          join (values ('internship-site', -60, 3, 12, false), ('internship-site', 18, 3, 12, false), ('internship-site', 60, 3, 12, false),
                       ('internship-site', 25, 3, 10, true), ('course', 10, 21, 200, false), ('course', -120, 21, 200, false),
                       ('growth-point', 14, 1, 3, false), ('conference', 45, 2, 300, false), ('innovation-fair', 30, 1, 150, false)
          ) n (kind, first, days, places, off) on n.kind = r.kind_code
         where r.status = 'Offered';

        insert into resource_place (region_code, run_id, person_id, body_id, organization_id, person_name, taken_at)
        select region_code, run_id, person_id, body_id, organization_id, person_name, @Now - interval '9 days'
          from (select n.region_code, n.id run_id, n.body_id, e.person_id, e.organization_id, person_name(p) person_name, n.places, n.off,
                       row_number() over (partition by n.id order by hashtext(e.person_id::text || n.id)) place
                  from (select u.*, called_off_at is not null off from resource_run u) n
                  join organization s on s.region_code = n.region_code
                  join employment e on e.organization_id = s.id and e.is_main and e.is_teaching and e.ended_on is null
                  join person p on p.id = e.person_id
                 where exists (select from role_assignment a join identity.account c on c.id = a.account_id
                                where a.organization_id = s.id and c.email like 'curator%@demo.example')) one
         where place <= case when places <= 3 then places when off then 4 else least(places / 2, 40) end;
        """;
}
