using Dapper;
using Npgsql;

namespace Mentoring.Demo;

/// <summary>With whom the showcase schools work, what was agreed, and the events by which they make mentoring known. Contacts are invented.</summary>
sealed class DemoPartners : IDemoArea
{
    public int Turn => 160;

    public Task Tell(NpgsqlConnection connection, DateTimeOffset now) => connection.ExecuteAsync(Sql, new { Now = now.UtcDateTime });

    const string Sql = """
        create temporary table demo_school as
        select r.organization_id, r.region_code, a.person_id, (@Now::timestamptz at time zone t.time_zone)::date today, t.time_zone
          from role_assignment r join identity.account a on a.id = r.account_id join organization_zone t on t.place_id = r.organization_id
         where r.role = 'Curator' and a.email similar to 'curator(-tver|-vladivostok)?@demo.example';

        insert into partner_contract (id, organization_id, region_code, kind, partner_organization_id, partner_name, subject, number, signed_on, starts_on,
            ends_on, responsible_id, status, outcome)
        select md5('partner-contract' || o.organization_id || v.n)::uuid, o.organization_id, o.region_code, v.kind, center.id,
               coalesce(center.name_short, v.partner), v.subject, v.number,
               o.today + v.signed, o.today + v.starts, o.today + v.ends, o.person_id, v.status, v.outcome
          from demo_school o cross join (values
              (1, 'Cooperation', null, 'Сопровождение наставников: консультации, стажировки, общие семинары', '14/2', -170, -168, 21, 'InForce', null),
              (2, 'NetworkForm', 'Педагогический колледж', 'Сетевая реализация практики будущих учителей', 'С-7', -90, -85, 280, 'InForce', null),
              (3, 'SocialPartnership', 'Районная организация профсоюза работников образования', 'Поддержка молодых педагогов и их наставников', '3', -400,
                  -395, -30, 'Ended', 'Проведены два конкурса, продлевается новым договором'),
              (4, 'Practice', 'Институт педагогики', 'Практика студентов старших курсов в парах с наставниками', '', null::int, 20, 385, 'Draft', null),
              (5, 'Cooperation', 'Городская библиотека', 'Площадка для открытых встреч наставников', '21', -300, -300, -4, 'InForce', null))
            v(n, kind, partner, subject, number, signed, starts, ends, status, outcome)
          left join lateral (select c.id, c.name_short from organization c where v.n = 1 and c.region_code = o.region_code and c.id <> o.organization_id
              and c.kind not in ('School', 'College') order by c.id limit 1) center on true
         where v.partner is not null or center.id is not null;

        create temporary table demo_keeper as
        select organization_id, region_code, person_id, today from demo_school
        union all
        select b.id, b.region_code, worker.person_id, (@Now::timestamptz at time zone z.time_zone)::date
          from organization b join organization_zone z on z.place_id = b.id
          join lateral (select e.person_id from employment e where e.organization_id = b.id and e.ended_on is null order by e.person_id limit 1) worker on true
         where b.kind = 'Cnppm' and b.status = 'Open' and b.region_code in (select region_code from demo_school);

        insert into partner_contact (id, organization_id, region_code, name, post, works_at, role, reach, note)
        select md5('partner-contact' || o.organization_id || v.n)::uuid, o.organization_id, o.region_code, v.name, v.post, v.works_at, v.role, v.reach, v.note
          from demo_keeper o, (values
              (1, 'Архипова Вера Львовна', 'Методист по наставничеству', 'Центр непрерывного повышения мастерства', 'Official', 'arkhipova@center.example',
                  'Консультирует по программам, отвечает за день'),
              (2, 'Белозёров Игорь Петрович', 'Специалист', 'Муниципальная методическая служба', 'Official', 'belozerov@service.example',
                  'Собирает отчёты, помогает с жильём для молодых'),
              (3, 'Громова Нина Сергеевна', 'Учитель, наставник с двадцатилетним опытом', 'Школа района', 'Informal', 'gromova@school.example',
                  'К ней идут за советом начинающие кураторы'),
              (4, 'Дёмин Олег Юрьевич', 'Ведущий', 'Сетевое сообщество молодых педагогов', 'Community', 'demin@community.example',
                  'Проводит ежемесячные вебинары'))
            v(n, name, post, works_at, role, reach, note);

        insert into coordination_entry (region_code, id, organization_id, kind, held_on, title, agreed, next_step, next_due_on, next_responsible_id,
            next_done_on, next_result)
        select o.region_code, md5('coordination' || o.organization_id || v.n)::uuid, o.organization_id, v.kind, o.today - v.ago, v.title, v.agreed,
               v.next_step, o.today + v.due,
               case when v.next_step is not null then o.person_id end, o.today + v.done, v.result
          from demo_keeper o, (values
              (1, 'Meeting', 64, 'Рабочая встреча о плане на год', 'Центр проводит четыре консультации, школа принимает две стажировки',
                  'Прислать список наставников для стажировки', -50, -52, 'Отправлен список из трёх человек'),
              (2, 'Webinar', 41, 'Вебинар сообщества «Как слушать начинающего учителя»', 'Записать приёмы в памятку для пар', null, null::int, null::int, null),
              (3, 'Consultation', 26, 'Консультация о реверсивном наставничестве', 'Попробовать с двумя парами и обсудить через два месяца',
                  'Подобрать две пары вместе с советом наставников', -3, null, null),
              (4, 'Seminar', 15, 'Семинар для кураторов района', 'Обмен дорожными картами, общая рубрика разбора урока', 'Прислать рубрику коллегам', 6, null,
                  null),
              (5, 'Forum', 6, 'Региональный форум наставников', 'Выступили с опытом недели открытых уроков, договорились о взаимных посещениях',
                  'Согласовать график взаимных посещений', 18, null, null))
            v(n, kind, ago, title, agreed, next_step, due, done, result);

        insert into coordination_contact (entry_id, organization_id, region_code, contact_id)
        select md5('coordination' || o.organization_id || v.entry)::uuid, o.organization_id, o.region_code,
               md5('partner-contact' || o.organization_id || v.contact)::uuid
          from demo_keeper o, (values (1, 1), (1, 2), (2, 4), (3, 1), (4, 2), (4, 3), (5, 1), (5, 4)) v(entry, contact);

        insert into coordination_contract (entry_id, organization_id, region_code, contract_id)
        select e.id, e.organization_id, e.region_code, c.id
          from demo_school o join coordination_entry e on e.organization_id = o.organization_id join partner_contract c on c.organization_id = o.organization_id
         where (e.kind = 'Meeting' and c.number = '14/2') or (e.kind = 'Seminar' and c.number = 'С-7');

        insert into public_event (id, organization_id, region_code, kind, audience, title, starts_at, duration_minutes, place, link, responsible_id, programme,
            status, came_staff, came_guests, result, entry_id, site_post_id)
        select md5('public-event' || o.organization_id || v.n)::uuid, o.organization_id, o.region_code, v.kind, v.audience, v.title,
               (o.today + v.day + v.hour) at time zone o.time_zone, v.minutes, v.place, v.link,
               o.person_id, v.programme, v.status, v.staff, v.guests, v.result, case when v.n = 3 then md5('coordination' || o.organization_id || 5)::uuid end,
               (select s.id from site_post s where s.id = md5('site-post' || o.organization_id || v.post)::uuid)
          from demo_school o, (values
              (1, 'RoundTable', 'YoungSpecialists', 'Круглый стол «Первый год в школе»', 16, time '15:00', 120, 'Актовый зал',
                  'https://meet.example/first-year', 'Короткие выступления пар, ответы на вопросы, практикум по обратной связи.', 'Planned', null::int,
                      null::int, null, 5),
              (2, 'OpenLesson', 'Teachers', 'Неделя открытых уроков', -5, time '09:00', 240, 'Кабинеты школы', null,
                  'Двенадцать уроков, после каждого — разбор по общей схеме.', 'Held', 24, 11,
                      'Две пары изменили план работы, три учителя записались в наставники', 3),
              (3, 'MasterClass', 'Everybody', 'Мастер-класс на форуме наставников', -6, time '11:00', 90, null, 'https://forum.example',
                  'Как пара планирует урок вдвоём.', 'Held', 3, 46, 'Шесть школ попросили материалы', null),
              (4, 'OpenDay', 'Students', 'День открытых дверей для студентов', 34, time '12:00', 180, 'Библиотека школы', null,
                  'Знакомство с наставниками, уроки в парах.', 'Planned', null, null, null, null),
              (5, 'MasterClass', 'Teachers', 'Мастер-класс по цифровым сервисам', -20, time '14:00', 90, 'Кабинет информатики', null, '', 'Cancelled', null,
                  null, 'Перенесён на второе полугодие', 7))
            v(n, kind, audience, title, day, hour, minutes, place, link, programme, status, staff, guests, result, post);

        insert into public_event_person (event_id, organization_id, region_code, person_id)
        select md5('public-event' || o.organization_id || n)::uuid, o.organization_id, o.region_code, a.person_id
          from demo_school o cross join generate_series(1, 4) n join role_assignment r on r.organization_id = o.organization_id
             and r.role in ('Mentor', 'Mentee') and r.granted_by = 'demo'
          join identity.account a on a.id = r.account_id and a.person_id is not null
        on conflict do nothing;

        drop table demo_keeper;
        drop table demo_school;
        """;
}
