using Dapper;
using Npgsql;

namespace Mentoring.Demo;

/// <summary>What the showcase schools' people say of themselves, the school's yearly census, and measures of support.</summary>
sealed class DemoProfiles : IDemoArea
{
    public int Turn => 10;

    public async Task Tell(NpgsqlConnection connection, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var year = today.Month >= 9 ? today.Year : today.Year - 1;
        foreach (var sql in (string[])[People, Mentors, Mentees, Requests, DemoCensus.Sql])
            await connection.ExecuteAsync(sql, new { today, year });
    }

    // The first school's census is in full swing, the second's is overdue, the third's is done.
    const string People = """
        create temp table demo_teacher on commit drop as
        with school as (
            select distinct r.organization_id, r.region_code,
                   case when a.email like '%-tver@%' then 2 when a.email like '%-vladivostok@%' then 3 else 1 end place
              from role_assignment r join identity.account a on a.id = r.account_id
             where a.email in ('curator@demo.example', 'curator-tver@demo.example', 'curator-vladivostok@demo.example') and r.role = 'Curator'),
        teacher as (
            select distinct on (e.organization_id, e.person_id) s.organization_id, s.region_code, s.place, e.person_id, e.started_on,
                   ('x' || substr(md5(e.person_id::text), 1, 7))::bit(28)::int mix
              from school s join employment e on e.organization_id = s.organization_id
             where e.is_teaching and e.started_on <= @today and (e.ended_on is null or e.ended_on > @today)
             order by e.organization_id, e.person_id, e.is_main desc)
        select t.*, row_number() over (partition by t.organization_id order by t.mix, t.person_id)::int place_in_school,
               exists (select from program_participant p join program on program.id = p.program_id
                        where p.organization_id = t.organization_id and p.person_id = t.person_id and p.role = 'Mentor') mentors,
               exists (select from program_participant p join program on program.id = p.program_id
                        where p.organization_id = t.organization_id and p.person_id = t.person_id and p.role = 'Mentee'
                           and program.status in ('Active', 'Paused')) learns,
               n.category need,
               (select count(*)::int from program_participant p join program on program.id = p.program_id
                 where p.employer_id = t.organization_id and p.person_id = t.person_id and p.role = 'Mentor'
                   and program.status not in ('Completed', 'EndedEarly', 'Cancelled')) leads,
               (array['mathematics', 'russian', 'physics', 'history', 'biology', 'foreign-language', 'chemistry', 'geography', 'informatics', 'literature',
                   'primary', 'physical-education'])[t.mix % 12 + 1] subject
          from teacher t left join mentoring_need n on n.organization_id = t.organization_id and n.person_id = t.person_id and n.school_year = @year;
        """;

    const string Mentors = """
        insert into mentor_profile (organization_id, region_code, person_id, status, summary, trajectory_skills, support_skills, capacity_programs,
            capacity_hours,
                                    remote, available_from, available_until, topics, areas, subjects, confirmed_on, confirmed_by_name, version, updated_at)
        select organization_id, region_code, person_id, status,
               (array['Веду предмет больше десяти лет, работала в классах с разным уровнем подготовки.',
                      'Готовлю олимпиадников и тех, кому предмет даётся трудно. Умею объяснять просто.',
                      'Классный руководитель с большим стажем, помогаю выстроить отношения с классом и родителями.',
                      'Внедряю проектные задания и смешанное обучение, делюсь готовыми материалами.'])[mix % 4 + 1],
               (array['Начинаем с посещения уроков друг друга, затем выбираем одну трудность на месяц.',
                      'Вместе ставим цель на четверть и раз в две недели сверяемся с дорожной картой.',
                      'Опираюсь на то, что уже получается, и добавляю по одному приёму.'])[mix % 3 + 1],
               (array['Отмечаю удачи сразу и вслух, разбираю ошибки наедине.',
                      'Помогаю подготовить первое открытое занятие и остаюсь рядом.',
                      'Отвечаю на вопросы в тот же день, если уроки позволяют.'])[mix / 3 % 3 + 1],
               greatest(2 + mix % 3, leads), 6 + mix % 5 * 2, mix % 3 = 0, make_date(@year, 9, 1), case when mix % 7 = 0 then make_date(@year + 1, 6, 1) end,
               (array[array['teaching-methods', 'lesson-organisation'], array['subject-content', 'teaching-methods'], array['upbringing', 'work-with-parents'],
                      array['lesson-organisation', 'psychological-support'],
                          array['extracurricular-organisation', 'additional-education']])[mix % 5 + 1 : mix % 5 + 1],
               (array['methods', 'subject', 'psychological-pedagogical', 'digital', 'extracurricular'])[mix % 5 + 1 : mix % 5 + 1],
               array[subject],
               case when status <> 'Draft' then least(make_date(@year, 9, 10) + mix % 40, @today) end, case when status <> 'Draft'
                   then 'Куратор наставничества' end, 2, @today
          from (select t.*, case when exists (select from identity.account a where a.person_id = t.person_id and a.email like 'mentor%@demo.example')
                            then 'Confirmed' when place_in_school % 6 = 0 then 'Draft'
                            when place_in_school % 11 = 0 and leads = 0 then 'Paused' else 'Confirmed' end status
                  from demo_teacher t where mentors or (started_on < @today - 2500 and not learns and need is null and place_in_school % 3 = 0)) m;
        update mentor_profile set topics = (select array_agg(distinct topic) from unnest(topics) topic);

        insert into mentor_result (id, organization_id, region_code, person_id, text, measure, value_before, value_after, evidence, achieved_on, status,
            decided_on, decided_by_name, version, created_at)
        select md5('result' || n || m.person_id)::uuid, m.organization_id, m.region_code, m.person_id,
               (array['Ученики увереннее справляются с заданиями второй части', 'Больше детей участвует в исследовательских проектах',
                      'Коллега, которой я помогала, провела открытый урок и прошла аттестацию',
                          'Снизилось число пропусков уроков в классе'])[(t.mix + n) % 4 + 1],
               (array['Средний тестовый балл', 'Участников проектов за год', 'Посещённых и разобранных уроков',
                   'Пропусков на ученика за четверть'])[(t.mix + n) % 4 + 1],
               (array[58, 6, 0, 9])[(t.mix + n) % 4 + 1], (array[67.5, 19, 14, 4])[(t.mix + n) % 4 + 1],
               (array['Аналитическая справка заместителя директора', 'Приказ об итогах школьной конференции', 'Лист посещения уроков',
                   'Отчёт классного руководителя'])[(t.mix + n) % 4 + 1],
               make_date(@year, 6, 5) - t.mix % 60,
               case when m.status <> 'Draft' and n = 1 then 'Confirmed' else 'Stated' end,
               case when m.status <> 'Draft' and n = 1 then m.confirmed_on end, case when m.status <> 'Draft' and n = 1
                   then 'Куратор наставничества' end, 1, @today
          from mentor_profile m join demo_teacher t on t.organization_id = m.organization_id and t.person_id = m.person_id
          cross join generate_series(1, 2) n where n = 1 or t.mix % 3 = 0;
        """;

    const string Mentees = """
        insert into mentee_profile (organization_id, region_code, person_id, status, categories, subjects, remote, self_image, self_now, priorities, updated_at)
        select organization_id, region_code, person_id, case when learns then 'Matched' else 'Open' end,
               array[case need when 'NewToProfession' then 'young' when 'NewInStaff' then 'new-in-staff' when 'NonPedagogicalDegree'
                   then 'non-pedagogical-degree' else 'needs-skill' end],
               array[subject], mix % 4 = 0,
               (array['Учитель, на уроках которого дети спорят, пробуют и не боятся ошибиться.',
                   'Педагог, который умеет работать с разными детьми в одном классе.',
                      'Спокойный и уверенный классный руководитель, которому доверяют родители.'])[mix % 3 + 1],
               (array['Держусь за конспект, на дискуссии не хватает времени.', 'Сильные ученики скучают, слабым нужна помощь, успеваю не всё.',
                   'Разговоры с родителями откладываю до последнего.'])[mix % 3 + 1],
               (array['Сначала порядок и темп урока, потом новые приёмы. Встречи раз в две недели.',
                   'Важнее всего понять, как оценивать по-разному. Могу чаще, но коротко.',
                       'Хочу начать с родительского собрания в этой четверти.'])[mix % 3 + 1],
               @today
          from demo_teacher where learns or (need is not null and place_in_school % 5 <> 0);

        insert into mentee_difficulty (id, organization_id, region_code, person_id, position, area_code, topic_code, text, level, noted_on, closed_on)
        select md5('difficulty' || n || m.person_id)::uuid, m.organization_id, m.region_code, m.person_id, n,
               (array['methods', 'psychological-pedagogical', 'digital', 'subject', 'extracurricular'])[(t.mix + n) % 5 + 1],
               (array['lesson-organisation', 'work-with-parents', 'teaching-methods', 'subject-content', 'extracurricular-organisation'])[(t.mix + n) % 5 + 1],
               (array['Не успеваю закончить урок вовремя', 'Трудно говорить с родителями о неудачах ребёнка', 'Не знаю, какие цифровые задания стоят времени',
                      'Не хватает примеров к сложным темам', 'Не получается увлечь детей внеурочной работой'])[(t.mix + n) % 5 + 1],
               (t.mix + n) % 3 + 1, least(make_date(@year, 9, 15) + t.mix % 20, @today - 30), case when n = 3 then @today - t.mix % 15 end
          from mentee_profile m join demo_teacher t on t.organization_id = m.organization_id and t.person_id = m.person_id
          cross join generate_series(1, 3) n where n < 3 or t.mix % 2 = 0;

        insert into self_step (id, organization_id, region_code, person_id, position, text, due_on, done_on, reflection)
        select md5('step' || n || m.person_id)::uuid, m.organization_id, m.region_code, m.person_id, n,
               (array['Посетить два урока наставника и записать три приёма', 'Провести урок с групповой работой и разобрать его',
                   'Показать открытый урок коллегам'])[n],
               @today + (n - 2) * 30 + t.mix % 10, case when n = 1 then @today - 20 end,
               case when n = 1 then 'Увидела, как держать темп без спешки: вопросы заготовлены заранее.' end
          from mentee_profile m join demo_teacher t on t.organization_id = m.organization_id and t.person_id = m.person_id cross join generate_series(1, 3) n;
        """;

    const string Requests = """
        insert into learning_request (id, organization_id, region_code, person_id, status, needs, difficulties, self_image, to_mentoring, to_development,
                                      submitted_on, answer, answered_on, answered_by_name, fulfilled_on, version, created_at)
        select md5('request' || m.person_id)::uuid, m.organization_id, m.region_code, m.person_id, r.status,
               (array['Научиться формирующему оцениванию и понятной обратной связи', 'Освоить проектную работу с классом',
                   'Научиться вести трудные разговоры с родителями'])[t.mix % 3 + 1],
               'Пробую сама, но не вижу, что получается.', m.self_image, true, t.mix % 2 = 0,
               case when r.status <> 'Draft' then @today - 25 end,
               case r.status when 'Accepted' then 'Подключим наставника, с января — курсы в центре непрерывного повышения мастерства.' when 'Fulfilled'
                   then 'Помогла коллега, три встречи.'
                             when 'Returned' then 'Уточните, пожалуйста, для каких классов нужна помощь.' end,
               case when r.status in ('Accepted', 'Fulfilled', 'Returned') then @today - 18 end,
               case when r.status in ('Accepted', 'Fulfilled', 'Returned') then 'Куратор наставничества' end,
               case when r.status = 'Fulfilled' then @today - 3 end, 3, @today - 30
          from mentee_profile m join (select d.*, row_number() over (partition by d.organization_id
             order by exists (select from identity.account a where a.person_id = d.person_id and a.email like 'mentee%@demo.example') desc, d.learns desc,
                 d.place_in_school) turn from demo_teacher d
                                       join mentee_profile k on k.organization_id = d.organization_id and k.person_id = d.person_id) t
                                  on t.organization_id = m.organization_id and t.person_id = m.person_id
          cross join lateral (select (array['Draft', 'Submitted', 'Accepted', 'Submitted', 'Fulfilled', 'Returned', 'Submitted'])[t.turn] status) r
         where t.turn <= 7;

        insert into wish_to_join (id, organization_id, region_code, person_id, wish, note, expressed_on)
        select md5('wish' || person_id)::uuid, organization_id, region_code, person_id, case when mix % 5 < 3 then 'Mentor' else 'Mentee' end,
               (array['Готова со следующего учебного года', 'Хочу помогать молодым коллегам с предметом', 'Интересно освоить новое вместе с коллегой',
                   ''])[mix % 4 + 1],
               case when mix % 3 = 0 then make_date(@year - 1, 11, 1) else make_date(@year, 9, 5) end + mix % 60
          from demo_teacher t
         where not mentors and not learns and need is null and place_in_school % 2 = 1
           and not exists (select from mentor_profile m where m.organization_id = t.organization_id and m.person_id = t.person_id);

        insert into entitlement (id, organization_id, region_code, person_id, kind, source_level, source, starts_on, ends_on, amount_kopecks, paid, note,
            created_at)
        select md5('entitlement' || k.kind || t.person_id)::uuid, t.organization_id, t.region_code, t.person_id, k.kind, k.level, k.source,
               t.started_on, (t.started_on + interval '3 years')::date, k.amount, k.paid, '', @today
          from demo_teacher t
          cross join (values ('Mentoring', 'FederalLaw', 'Трудовой кодекс РФ, статья 351.8', null::bigint, null),
                             ('NoProbation', 'FederalLaw', 'Трудовой кодекс РФ, статья 70', null, null),
                             ('PaySupplement', 'LocalAct', 'Положение об оплате труда организации, раздел о доплатах молодым специалистам', 500000, 'Monthly'),
                             ('Allowance', 'RegionalLaw', 'Закон субъекта РФ об образовании, меры поддержки молодых специалистов', 10000000, 'Once')) k (kind,
                                 level, source, amount, paid)
         where t.need = 'NewToProfession' or (t.learns and t.started_on > @today - 900);
        """;
}
