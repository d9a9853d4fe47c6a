using Dapper;
using Npgsql;

namespace Mentoring.Demo;

/// <summary>A psychologist's desk in each showcase school: opinions, checks, trainings, pulses and a plan in different states.</summary>
sealed class DemoPsychology : IDemoArea
{
    public int Turn => 80;

    public Task Tell(NpgsqlConnection connection, DateTimeOffset now) =>
        connection.ExecuteAsync(Prepare + Opinions + Readiness + Trainings + Pulses + Tasks + "drop table demo_school; drop table demo_pair;",
            new { Now = now.UtcDateTime });

    const string Prepare = """
        create temporary table demo_school as
        select r.organization_id, r.region_code, t.time_zone, (@Now::timestamptz at time zone t.time_zone)::date today
          from role_assignment r join identity.account a on a.id = r.account_id join organization_zone t on t.place_id = r.organization_id
         where r.role = 'Psychologist' and a.email like '%@demo.example';

        create temporary table demo_pair as
        select s.*, one.mentor_id, one.mentee_id, row_number() over (partition by s.organization_id order by one.mentor_id, one.mentee_id) n
          from demo_school s
          join lateral (
              select distinct a.person_id mentor_id, b.person_id mentee_id
                from program p
                join program_participant a on a.program_id = p.id and a.role = 'Mentor' and a.left_on is null
                join program_participant b on b.program_id = p.id and b.role = 'Mentee' and b.left_on is null
               where p.organization_id = s.organization_id and p.status in ('Draft', 'Consent', 'Council', 'Approved', 'Active', 'Paused')) one on true;

        """;

    // Every fourth pair still waits; every seventh needs care, every eleventh does not fit.
    const string Opinions = """
        insert into compatibility_ground (organization_id, region_code, mentor_id, mentee_id, number, opinion, ground, methods, given_on)
        select organization_id, region_code, mentor_id, mentee_id, 1, case when n % 11 = 0 then 'DoesNotFit' when n % 7 in (0, 3) then 'WithCare'
               else 'Fits' end,
               case when n % 11 = 0 then 'Оба привыкли вести за собой, на двух наблюдениях спорили о каждом решении. Лучше подобрать другого наставника.'
                    when n % 7 in (0, 3) then 'Темп работы разный: наставник решает быстро, наставляемому нужно время. Договорились о коротких '
                        || 'встречах и паузах на обдумывание.'
                    when n % 2 = 0 then 'Взгляды на обучение близки, общаются на равных. Наставляемая спокойно говорит о трудностях.'
                    else 'Наблюдала две встречи: наставник задаёт вопросы, а не даёт готовых решений. Паре вместе комфортно.' end,
               case when n % 2 = 0 then array['interaction-observation']
                   else array['interaction-observation', 'temperament-survey'] end, today - (5 + n * 3)::int
          from demo_pair where n % 4 <> 0;

        insert into compatibility_opinion (organization_id, region_code, mentor_id, mentee_id, opinion, given_on)
        select g.organization_id, g.region_code, g.mentor_id, g.mentee_id, g.opinion, g.given_on
          from compatibility_ground g join demo_school s on s.organization_id = g.organization_id;

        """;

    const string Readiness = """
        insert into readiness_check (id, organization_id, region_code, person_id, checked_on, motivation, openness, own_handwriting, reflection, conclusion,
            recommendation, methods)
        select md5('readiness' || organization_id || mentee_id)::uuid, organization_id, region_code, mentee_id, today - (10 + n * 2)::int,
               3 + (n % 3)::int, 3 + (n % 2)::int, 2 + (n % 4)::int, 3 + ((n + 1) % 3)::int,
               case when n % 5 = 0 then 'NotYet' when n % 2 = 0 then 'WithSupport' else 'Ready' end,
               case when n % 5 = 0 then 'Пока просит готовые конспекты. Начать с разбора собственных уроков, вернуться к вопросу через месяц.'
                    when n % 2 = 0 then 'Опыт коллег перенимает как есть. На каждой встрече просить придумать свой вариант.'
                    else 'Свой почерк уже виден: упражнения переделывает под класс. Дать свободу в выборе приёмов.' end,
               array['reflective-diary', 'lesson-reflection']
          from (select *, row_number() over (partition by organization_id, mentee_id order by n) once from demo_pair) p
         where once = 1 and n % 3 <> 0;

        """;

    const string Trainings = """
        insert into training (id, organization_id, region_code, title, topic, about, starts_at, duration_minutes, place, status, outcome, version)
        select md5('training' || s.organization_id || v.n)::uuid, s.organization_id, s.region_code, v.title, v.topic, v.about,
               (s.today + v.days + time '15:30') at time zone s.time_zone, v.minutes, v.place, v.status, v.outcome, case when v.status = 'Planned' then 1
                   else 2 end
          from demo_school s, (values
              (1, 'Слышать друг друга', 'Empathy', 'Практика активного слушания для пар', 6, 90, 'Кабинет психолога', 'Planned', null),
              (2, 'Обратная связь без обид', 'Empathy', 'Как говорить о неудачном уроке', -1, 60, 'Комната отдыха', 'Planned', null),
              (3, 'Вершины профессии', 'Acmeology', 'Сильные стороны и следующий шаг', -21, 90, 'Методический кабинет', 'Held',
                  'Каждая пара назвала две сильные стороны друг друга и выбрала один приём на месяц.'),
              (4, 'Как не выгореть к весне', 'ProfessionalHealth', 'Восстановление сил и границы рабочего дня', -48, 120, 'Актовый зал', 'Held',
                  'Составили личные правила отдыха; просят повторить перед каникулами.'),
              (5, 'Первый год: кризис и опора', 'Crises', null, -70, 90, 'Кабинет психолога', 'Cancelled', 'Карантин в начальной школе'))
            v(n, title, topic, about, days, minutes, place, status, outcome);

        insert into training_place (training_id, organization_id, region_code, person_id, attendance)
        select t.id, t.organization_id, t.region_code, who.person_id,
               case when t.status = 'Held' then case when who.n % 5 = 0 then 'Absent' else 'Attended' end else 'Invited' end
          from training t join demo_school s on s.organization_id = t.organization_id
          join lateral (
              select person_id, row_number() over (order by person_id) n
                from (select mentor_id person_id from demo_pair p where p.organization_id = s.organization_id
                      union select mentee_id from demo_pair p where p.organization_id = s.organization_id) one
                join employment e using (person_id)
               where e.organization_id = s.organization_id and e.is_main and e.ended_on is null) who on who.n <= 10;

        """;

    // One pulse takes answers, one shows its sums, one had too few answers to show any.
    const string Pulses = """
        create temporary table demo_staff as
        select s.organization_id, s.region_code, e.person_id,
               row_number() over (partition by s.organization_id
                   order by exists (select from identity.account a where a.person_id = e.person_id), e.person_id) n,
               count(*) over (partition by s.organization_id) total
          from demo_school s
          join (select distinct organization_id, person_id from employment where is_teaching and is_main
              and ended_on is null) e on e.organization_id = s.organization_id;

        insert into pulse (id, organization_id, region_code, title, audience, statements, opened_on, closes_on, status, invited, answers, version)
        select md5('pulse' || s.organization_id || v.n)::uuid, s.organization_id, s.region_code, v.title, 'Staff',
               array['comfort', 'trust', 'help', 'respect', 'conflict', 'resilience', 'meaning', 'adaptation'], s.today + v.opened, s.today + v.closes,
                   v.status,
               (select count(*) from demo_staff d where d.organization_id = s.organization_id), v.answers, case when v.status = 'Open' then 1 else 2 end
          from demo_school s, (values
              (1, 'Как нам работается этой осенью', -3, 11, 'Open', 4),
              (2, 'Начало учебного года', -66, -52, 'Closed', 12),
              (3, 'Конец учебного года', -190, -176, 'Closed', 12),
              (4, 'Пробный опрос', -240, -235, 'Closed', 3))
            v(n, title, opened, closes, status, answers);

        insert into pulse_invitation (pulse_id, organization_id, region_code, person_id, answered)
        select p.id, d.organization_id, d.region_code, d.person_id, d.n <= p.answers
          from pulse p join demo_staff d on d.organization_id = p.organization_id;

        insert into pulse_tally (pulse_id, organization_id, region_code, statement, score, answers)
        select p.id, p.organization_id, p.region_code, statement, score,
               case p.answers when 12 then (case when p.opened_on > s.today - 100
                        then array[[0, 1, 2, 5, 4], [1, 1, 3, 4, 3], [0, 0, 3, 5, 4], [0, 1, 2, 6, 3], [1, 2, 3, 4, 2], [2, 3, 3, 3, 1], [0, 2, 3, 4, 3],
                            [0, 1, 3, 5, 3]]
                        else array[[0, 2, 3, 5, 2], [1, 2, 4, 3, 2], [0, 1, 4, 4, 3], [0, 2, 3, 5, 2], [1, 3, 3, 4, 1], [2, 4, 4, 2, 0], [1, 2, 4, 3, 2],
                            [0, 3, 3, 4, 2]] end)[pos][score]
                    when 4 then (array[0, 0, 1, 2, 1])[score] else (array[0, 1, 0, 1, 1])[score] end
          from pulse p join demo_school s on s.organization_id = p.organization_id
         cross join unnest(p.statements) with ordinality one(statement, pos) cross join generate_series(1, 5) score;

        drop table demo_staff;

        """;

    const string Tasks = """
        insert into psychology_task (id, organization_id, region_code, direction, text, methods, due_on, done_on, result, version)
        select md5('task' || s.organization_id || v.n)::uuid, s.organization_id, s.region_code, v.direction, v.text, v.methods, s.today + v.due,
               s.today + v.done, v.result,
               case when v.done is null then 1 else 2 end
          from demo_school s, (values
              (1, 'Adaptation', 'Беседы с молодыми педагогами после первой четверти', array['value-dialogue'], -2, null::int, null),
              (2, 'Burnout', 'Балинтовская группа для учителей со стажем', array['balint-group'], 9, null, null),
              (3, 'Climate', 'Обсудить с руководителем итоги осеннего опроса', array[]::text[], 18, null, null),
              (4, 'Pairs', 'Понаблюдать встречи трёх новых пар', array['interaction-observation'], -20, -22,
                  'Две пары работают хорошо, в третьей договорились о коротких встречах.'),
              (5, 'Conflict', 'Разобрать спор о расписании на методобъединении', array['sociometry'], -35, -34, 'Нашли решение, устраивающее обе стороны.'))
            v(n, direction, text, methods, due, done, result);

        """;
}
