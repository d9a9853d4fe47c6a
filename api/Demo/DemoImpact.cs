using Dapper;
using Npgsql;

namespace Mentoring.Demo;

/// <summary>
/// What the schools of the regions told at length know of their own mentoring over two school years: registers of risks, signals that
/// passed, wishes, open lessons of mentees and practices that they handed in; and young teachers who left, or went to another school.
/// </summary>
sealed class DemoImpact : IDemoArea
{
    public int Turn => 147;

    public Task Tell(NpgsqlConnection connection, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        return connection.ExecuteAsync(Sql, new { Now = now.UtcDateTime, Today = today, Year = today.Month >= 9 ? today.Year : today.Year - 1 });
    }

    const string Sql = """
        create temp table demo_place on commit drop as
        select o.id organization_id, o.region_code, abs(hashtext(o.id::text)) lot, e.person_id, person_name(p) as name
          from organization o
          join employment e on e.organization_id = o.id and e.position_code = 'head' and e.is_main and e.ended_on is null
          join person p on p.id = e.person_id
         where o.region_code in ('RU-SVE', 'RU-TVE', 'RU-PRI') and o.kind in ('School', 'College', 'AdditionalEducation');

        -- Two of three schools keep a register; what was high a year ago is often treated by now.
        create temp table demo_risk on commit drop as
        select md5('impact' || k.code || s.organization_id)::uuid id, s.*, k.*, make_date(@Year - 1, 9, 5) + (s.lot / k.n) % 120 opened_on, fate.lessened,
               least(make_date(@Year, 2, 1) + (s.lot / (k.n + 3)) % 240, @Today - 2) changed_on
          from demo_place s
         cross join (values
               (1, 'misunderstood', 'Учителя принимают наставничество за контроль', 3, 5, 'Отказы от участия без объяснений'),
               (2, 'overload', 'Наставники не успевают готовиться к встречам', 4, 4, 'Встречи переносятся два раза подряд'),
               (3, 'mentor-motivation', 'Опытные учителя не видят для себя пользы', 3, 5, 'Нет заявок от новых наставников'),
               (4, 'formalism', 'Дорожные карты списывают друг с друга', 4, 4, 'Одинаковые мероприятия в нескольких программах'),
               (5, 'mentee-motivation', 'Молодые учителя считают советы устаревшими', 3, 5, 'Пропуски встреч по инициативе наставляемых'),
               (6, 'weak-contours', 'Школа не обращается в центр мастерства', 3, 5, 'Ни одного обращения за полугодие'))
               k (n, code, title, probability, impact, trigger_text)
         cross join lateral (select (s.lot / (k.n * 7)) % 5 < 2 lessened) fate
         where s.lot % 3 < 2 and (s.lot + k.n * 5) % 7 < 3 and not exists (select from risk r where r.organization_id = s.organization_id);
        insert into risk (id, organization_id, region_code, kind_code, title, probability, impact, trigger_text, owner_id, owner_name, review_on, status,
            outcome, opened_on)
        select id, organization_id, region_code, code, title, probability, impact, trigger_text, person_id, name, @Today + 5 + lot % 60,
               case when lessened then 'Closed' else 'Open' end, case when lessened then 'Договорились на совете наставников, за четверть не повторилось' end,
               opened_on
          from demo_risk;
        insert into risk_past (region_code, risk_id, until, kind_code, is_high)
        select region_code, id, changed_on, code, true from demo_risk where lessened;

        insert into risk_signal (id, organization_id, region_code, program_id, kind, found, expected, raised_on, shown_on, status, passed_on, version)
        select md5('past' || k.kind || p.id)::uuid, p.organization_id, p.region_code, p.id, k.kind, k.found, k.expected, began + k.after, began + k.after + 7,
               'Passed', began + k.after + 12 + lot % 20, 2
          from (select p.*, greatest(p.starts_on, p.activated_at::date) began, abs(hashtext(p.id::text)) lot
                  from program p join demo_place s on s.organization_id = p.organization_id where p.activated_at is not null) p
          join (values (0, 'Silence', 41, 30, 45), (1, 'RoadmapUntouched', 2, 0, 66), (2, 'CopiedTexts', 3, 2, 80), (3, 'NoProducts', 4, 0, 95))
               k (n, kind, found, expected, after) on p.lot % 9 = k.n
         where began + k.after + 35 < least(@Today - 20, coalesce(p.finished_at::date, @Today));

        insert into wish_to_join (id, organization_id, region_code, person_id, wish, note, expressed_on, withdrawn_on)
        select md5('impact-wish' || t.person_id)::uuid, t.organization_id, t.region_code, t.person_id, t.wish, '', t.said,
               t.said + case when t.lot % 4 = 0 then 120 end
          from (select distinct on (e.person_id) e.organization_id, e.region_code, e.person_id, abs(hashtext(e.person_id::text)) lot,
                       case when e.started_on < @Today - 1800 then 'Mentor' else 'Mentee' end wish,
                       greatest(make_date(@Year - 1, 9, 1) + abs(hashtext('w' || e.person_id)) % 430, e.started_on) said
                  from demo_place s join employment e on e.organization_id = s.organization_id and e.is_main and e.is_teaching and e.ended_on is null
                 order by e.person_id, e.started_on) t
         where t.lot % 11 = 0 and t.said < @Today - 125 and not exists (
               select from wish_to_join w where w.organization_id = t.organization_id and w.person_id = t.person_id);

        -- Three young teachers of most schools who began in these years: one left, one went to a neighbour, one teaches on.
        create temp table demo_young on commit drop as
        select md5('young' || n || s.organization_id)::uuid id, s.*, n, make_date(@Year - 3 + (s.lot / n) % 3, 9, 1) + (s.lot / (n + 2)) % 40 began,
               lead(s.organization_id) over (partition by s.region_code, n order by s.organization_id) neighbour
          from demo_place s cross join generate_series(1, 3) n where (s.lot + n) % 4 < 3;
        insert into person (id, family_name, given_name, patronymic, birth_date, organization_ids)
        select id, (array['Зуева', 'Рябова', 'Дорохова', 'Лапина', 'Ермакова', 'Гущина', 'Панина', 'Шилова', 'Юдина', 'Агапова', 'Ширяева'])[1 + lot / n % 11],
               (array['Алина', 'Дарья', 'Ксения', 'Полина', 'Яна', 'Валерия', 'Кристина'])[1 + lot / (n + 1) % 7],
               (array['Олеговна', 'Игоревна', 'Андреевна', 'Денисовна', 'Романовна'])[1 + lot / (n + 4) % 5], began - 8400 - lot % 900,
               case when n = 2 and neighbour is not null then array[organization_id, neighbour] else array[organization_id] end
          from demo_young;
        insert into employment (id, organization_id, region_code, person_id, position_code, is_teaching, is_main, started_on, ended_on)
        select md5('post' || id)::uuid, organization_id, region_code, id, case when lot % 2 = 0 then 'teacher' else 'educator' end, true, true, began,
               case when n < 3 then least(began + 150 + lot % 600, @Today - 4 + n) end
          from demo_young;
        insert into employment (id, organization_id, region_code, person_id, position_code, is_teaching, is_main, started_on)
        select md5('next' || y.id)::uuid, y.neighbour, y.region_code, y.id, 'teacher', true, true, least(began + 150 + lot % 600, @Today - 4 + n) + 1
          from demo_young y where n = 2 and neighbour is not null;

        -- What mentees did beyond their lessons, some months into their program.
        create temp table demo_mentee on commit drop as
        select distinct on (i.person_id, i.joined_on) i.employer_id organization_id, s.region_code, i.person_id, i.person_name as name, i.joined_on,
               abs(hashtext(i.person_id::text || i.joined_on)) lot, s.person_id head
          from program_participant i join program p on p.id = i.program_id and p.activated_at is not null join demo_place s on s.organization_id = i.employer_id
         where i.role = 'Mentee' order by i.person_id, i.joined_on;
        create temp table demo_lesson on commit drop as
        select md5('open' || person_id || joined_on)::uuid id, m.*, joined_on + 30 + lot % 50 as day from demo_mentee m
         where lot % 10 < 3 and joined_on + 30 + lot % 50 < @Today - 1;
        insert into public_event (id, organization_id, region_code, kind, audience, title, starts_at, duration_minutes, place, responsible_id, programme,
            status, came_staff, came_guests, result)
        select id, organization_id, region_code, 'OpenLesson', 'Teachers', (array['Открытый урок: работа в группах', 'Открытый урок: вопрос вместо объяснения',
                   'Открытый урок: оцениваем друг друга'])[1 + lot % 3], day + time '06:00', 45, 'Кабинет ' || 10 + lot % 30, head,
               'Урок и разбор с коллегами', 'Held', 4 + lot % 9, 0, 'Разобрали, что удалось и что изменить'
          from demo_lesson;
        insert into public_event_person (event_id, organization_id, region_code, person_id) select id, organization_id, region_code, person_id from demo_lesson;

        create temp table demo_practice on commit drop as
        select md5('practice' || person_id || joined_on)::uuid id, m.*, joined_on + 60 + lot % 70 as day from demo_mentee m
         where lot % 8 = 5 and joined_on + 60 + lot % 70 < @Today - 20;
        insert into practice (id, organization_id, region_code, status, title, problem, description, results, evidence, areas, topics, created_by, created_at,
            updated_at, submitted_at, decided_at, decided_by_name, decision_comment, published_at)
        select id, organization_id, region_code, 'Published', (array['Карточки самопроверки к каждой теме', 'Пять минут рефлексии в конце урока',
                   'Групповая работа с ролями'])[1 + lot % 3], 'На уроке не видно, кто понял, а кто промолчал.',
               'Ученики отмечают, что поняли; учитель за минуту видит, к чему вернуться. Карточки готовятся вместе с наставником.',
               'За четверть вопросов на следующем уроке стало меньше, самостоятельные работы пишут ровнее.', 'Карточки и записи наблюдений наставника.',
               array['methods'], array['lesson-organisation'], person_id, day - 10, day + 12, day + time '08:00', day + 10, 'Совет наставников',
               'Можно повторить на любом предмете.', day + 12
          from demo_practice;
        insert into practice_author (practice_id, organization_id, region_code, person_id, person_name, named, answered_at)
        select id, organization_id, region_code, person_id, name, true, day - 9 from demo_practice;
        """;
}
