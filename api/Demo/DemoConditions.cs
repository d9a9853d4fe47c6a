using Dapper;
using Npgsql;

namespace Mentoring.Demo;

/// <summary>The showcase schools' self-assessment of this and the last year, and their rooms with this week's bookings.</summary>
sealed class DemoConditions : IDemoArea
{
    public int Turn => 90;

    public Task Tell(NpgsqlConnection connection, DateTimeOffset now) =>
        connection.ExecuteAsync(Prepare + Assessments + Rooms + "drop table demo_place;", new { Now = now.UtcDateTime });

    const string Prepare = """
        create temporary table demo_place as
        select r.organization_id, r.region_code, t.time_zone, a.person_id curator_id, a.display_name curator_name,
               (@Now::timestamptz at time zone t.time_zone)::date today,
               extract(year from (@Now::timestamptz at time zone t.time_zone) - interval '8 months')::int school_year
          from role_assignment r join identity.account a on a.id = r.account_id join organization_zone t on t.place_id = r.organization_id
         where r.role = 'Curator' and a.email similar to 'curator(-tver|-vladivostok)?@demo.example';

        """;

    // What is left out waits to be assessed this year.
    const string Assessments = """
        insert into condition_assessment (organization_id, region_code, school_year, condition_code, level, evidence, improvement, responsible_id, due_on,
            assessed_on)
        select s.organization_id, s.region_code, s.school_year - past, v.code, case when past = 1 and v.level = 'Partly' then 'NotMet' when past = 1
               and v.n % 4 = 0 then 'Partly' else v.level end,
               v.evidence, case when v.level = 'Met' and not (past = 1 and v.n % 4 = 0) then null
                   else coalesce(v.improvement, 'Закрепить в плане работы школы') end,
               case when v.level <> 'Met' and past = 0 then s.curator_id end,
               case when v.level = 'Met' and not (past = 1 and v.n % 4 = 0) then null
                   else make_date(s.school_year - past, 12, 20) end, least(s.today, make_date(s.school_year - past, 10, 5 + v.n % 20))
          from demo_place s, generate_series(0, 1) past, (values
              (1, 'head-values', 'Met', 'Наставничество стоит первым в плане работы школы, директор ведёт школу наставника', null),
              (2, 'curator-appointed', 'Met', 'Приказ о назначении куратора', null),
              (3, 'mentors-proven', 'Partly', 'У пятерых наставников результаты подтверждены, у троих нет',
                  'Собрать и подтвердить результаты ещё трёх наставников'),
              (4, 'psychologist-at-work', 'Met', 'Психолог даёт заключения о парах и ведёт тренинги', null),
              (5, 'acts-prepared', 'Met', 'Положение, дорожная карта, приказы размещены на сайте', null),
              (6, 'programs-developed', 'Met', 'Программы составлены для всех пар', null),
              (7, 'consultation', 'Partly', 'Консультации по четвергам, перечни мероприятий есть не для всех предметов',
                  'Дополнить перечни для физики и технологии'),
              (8, 'digital-environment', 'Met', 'Работаем в этой системе и в школьных чатах', null),
              (9, 'experience-shared', 'NotMet', 'Описано два опыта из восьми', 'Провести день открытых уроков наставников'),
              (10, 'links-coordinated', 'Met', 'Совет наставников собирается раз в месяц', null),
              (11, 'results-monitored', 'Met', 'Показатели разбираем на педсовете раз в четверть', null),
              (12, 'meeting-zone', 'Met', 'Комната отдыха и методический кабинет', null),
              (13, 'notice-board', 'Partly', 'Стенд есть, электронный раздел обновляется редко', 'Назначить ответственного за раздел сайта'),
              (14, 'broadband', 'Met', 'Оптический канал, Wi-Fi во всех кабинетах', null),
              (15, 'video-conferencing', 'Partly', 'Камеры в двух кабинетах', 'Купить две камеры и микрофоны'),
              (16, 'pay-for-mentoring', 'Met', 'Доплата записана в коллективном договоре', null),
              (17, 'moral-incentives', 'Met', 'Благодарности и доска почёта', null),
              (18, 'climate', 'Met', 'Опрос климата дважды в год', null),
              (19, 'trainings-held', 'Met', 'Занятия психолога для пар', null)) v(n, code, level, evidence, improvement);

        insert into program_resource (organization_id, region_code, condition_code, program_id)
        select s.organization_id, s.region_code, c.code, p.id
          from demo_place s join lateral (
              select id, row_number() over (order by activated_at, id) n from program where organization_id = s.organization_id
                     and status = 'Active') p on p.n <= 3
          join (values (1, 'meeting-zone'), (2, 'meeting-zone'), (3, 'digital-environment')) c(n, code) on c.n = p.n;

        """;

    const string Rooms = """
        insert into room (id, organization_id, region_code, name, place, seats, equipment, status)
        select md5('room' || s.organization_id || v.n)::uuid, s.organization_id, s.region_code, v.name, v.place, v.seats, v.equipment, v.status
          from demo_place s, (values
              (1, 'Методический кабинет', '2 этаж, кабинет 24', 12, 'Экран, доска, ноутбук', 'Open'),
              (2, 'Комната отдыха', '1 этаж, рядом с библиотекой', 6, 'Мягкие кресла, чайник', 'Open'),
              (3, 'Кабинет видеосвязи', '3 этаж, кабинет 35', 4, 'Камера, микрофон, два монитора', 'Open'),
              (4, 'Кабинет 12', '1 этаж', 25, null, 'Closed')) v(n, name, place, seats, equipment, status);

        insert into room_booking (id, organization_id, region_code, room_id, purpose, starts_at, ends_at, person_id, person_name)
        select md5('booking' || s.organization_id || v.n)::uuid, s.organization_id, s.region_code, md5('room' || s.organization_id || v.room)::uuid, v.purpose,
               (s.today + v.day + v.hour) at time zone s.time_zone, (s.today + v.day + v.hour + make_interval(mins => v.minutes)) at time zone s.time_zone,
               coalesce(m.person_id, s.curator_id), coalesce(m.display_name, s.curator_name)
          from demo_place s
          cross join (values
              (1, 1, 'Заседание совета наставников', 1, time '15:00', 60, false), (2, 1, 'Разбор урока', 0, time '16:00', 45, true),
              (3, 2, 'Встреча пары', 1, time '14:30', 45, true), (4, 2, 'Беседа с новым сотрудником', 2, time '13:40', 30, false),
              (5, 3, 'Встреча с наставником из другой школы', 3, time '15:20', 60, true)) v(n, room, purpose, day, hour, minutes, pair)
          left join lateral (
              select a.person_id, a.display_name from role_assignment r join identity.account a on a.id = r.account_id
               where r.organization_id = s.organization_id and r.role = 'Mentor' and v.pair and a.email like 'mentor%@demo.example' limit 1) m on true;

        """;
}
