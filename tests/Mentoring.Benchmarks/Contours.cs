using Dapper;
using Mentoring.Api.Features.Common.Identity;
using Npgsql;

namespace Mentoring.Benchmarks;

/// <summary>
/// A centre beside the schools of <see cref="Volume"/>: it stands behind so many of them that 20,000 of their teachers (fewer at a
/// smaller scale) may have one of its 400 tutors. One tutor accompanies 60 teachers, each with a route under way.
/// </summary>
/// <param name="Route">Of the first of those teachers.</param>
public sealed record Contours(Guid Centre, Guid Tutor, Guid Route, int Teachers)
{
    public const int Tutors = 400, Accompanied = 60;
    public const string TutorMail = "tutor@benchmark.example", TeacherMail = "teacher@benchmark.example", Password = "benchmark of two contours";

    public static async Task<Contours> Generate(NpgsqlConnection owner)
    {
        var args = new { Tutors, Accompanied, TutorMail, TeacherMail, Hash = Accounts.Hash(Password) };
        await using var transaction = await owner.BeginTransactionAsync();
        await owner.ExecuteAsync("set local session_replication_role = replica");
        foreach (var sql in (string[])[Centres, Assignments, Routes, People]) await owner.ExecuteAsync(new CommandDefinition(sql, args, commandTimeout: 600));
        await transaction.CommitAsync();
        await owner.ExecuteAsync(new CommandDefinition("vacuum analyze", commandTimeout: 600));
        return await owner.QuerySingleAsync<Contours>("""
            select md5('centre')::uuid centre, md5('tutor1')::uuid tutor, md5('route1')::uuid route,
                   (select count(*)::int from support_link l join employment e on e.organization_id = l.organization_id
                     where l.body_id = md5('centre')::uuid
                       and not exists (select from tutor_assignment a where a.person_id = e.person_id and a.status = 'Active'))
                   teachers
            """);
    }

    // 1,672 schools of 12 teachers: 20,000 wait for a tutor beside those who have one.
    const string Centres = """
        insert into organization (id, region_code, territory_code, kind, sector, name_full, name_short)
        select md5('centre')::uuid, region_code, territory_code, 'Cnppm', 'None', 'Центр непрерывного повышения профессионального мастерства', 'ЦНППМ'
          from organization where id = md5('school0')::uuid;
        insert into support_link (region_code, id, organization_id, body_id, service_code, agreement, starts_on, created_at, created_by)
        select region_code, gen_random_uuid(), id, md5('centre')::uuid, 'route-tutoring', 'Соглашение № 1', current_date - 100, now(), 'benchmark'
          from (select o.*, row_number() over (order by o.id) n from organization o where o.kind = 'School') s where n <= 1672;
        insert into person (id, family_name, given_name, patronymic, organization_ids)
        select md5('tutor' || n)::uuid, 'Тьюторова', 'Анна', 'Сергеевна ' || n, array[md5('centre')::uuid] from generate_series(1, @Tutors) n;
        insert into employment (id, organization_id, region_code, person_id, position_code, is_teaching, is_main, started_on)
        select gen_random_uuid(), o.id, o.region_code, md5('tutor' || n)::uuid, 'tutor', false, true, '2020-09-01'
          from organization o, generate_series(1, @Tutors) n where o.id = md5('centre')::uuid;
        insert into tutor (region_code, id, body_id, person_id, person_name, kind, zones, sectors, territories, capacity, accepts_new, starts_on, created_at,
            created_by)
        select o.region_code, gen_random_uuid(), o.id, md5('tutor' || n)::uuid, 'Тьюторова Анна Сергеевна ' || n, 'Staff',
               (array['methods', 'digital', 'ict', 'subject', 'psychological-pedagogical', 'extracurricular', 'legal', 'health'])[1 + n % 8:4 + n % 8],
               array['General', 'Vocational'], case when n % 4 = 0 then array(select distinct s.territory_code from organization s
                   join support_link l on l.organization_id = s.id where abs(hashtext(s.territory_code || n)) % 5 = 0) else '{}' end,
               case n when 1 then 60 else 40 + n % 20 end, true, current_date - 400, now(), 'benchmark'
          from organization o, generate_series(1, @Tutors) n where o.id = md5('centre')::uuid
        """;

    // Every tenth of the others asked for a tutor, in one or two areas.
    const string Assignments = """
        create temp table teacher on commit drop as
        select e.person_id, e.organization_id, e.region_code, row_number() over (order by e.person_id) n
          from support_link l join employment e on e.organization_id = l.organization_id where l.body_id = md5('centre')::uuid;
        insert into tutor_assignment (region_code, id, organization_id, body_id, person_id, person_name, tutor_id, tutor_name, status, areas, asked_at,
            proposed_at, starts_on, changed_at, changed_by, created_at)
        select t.region_code, md5('assignment' || n)::uuid, t.organization_id, md5('centre')::uuid, t.person_id, person_name(p),
               case when n <= @Accompanied then md5('tutor1')::uuid end, case when n <= @Accompanied then 'Тьюторова Анна Сергеевна 1' end,
               case when n <= @Accompanied then 'Active' else 'Requested' end,
               (array['methods', 'digital', 'subject', 'ict', 'psychological-pedagogical'])[1 + n % 5:1 + n % 5 + n % 2], now() - n * interval '1 minute',
               case when n <= @Accompanied then now() - interval '80 days' end, case when n <= @Accompanied then current_date - 75 end,
               now() - n * interval '1 hour', 'benchmark', now() - interval '90 days'
          from teacher t join person p on p.id = t.person_id where n <= @Accompanied or n % 10 = 0;
        insert into consultation (region_code, id, assignment_id, organization_id, body_id, person_id, tutor_id, is_open, status, starts_at,
            duration_minutes, topic, created_at, created_by)
        select a.region_code, gen_random_uuid(), a.id, a.organization_id, a.body_id, a.person_id, a.tutor_id, true,
               case when k = 1 then 'Planned' else 'Held' end, date_trunc('hour', now()) + make_interval(days => 9 - 10 * k), 45, 'Разбор шага маршрута',
               now(), 'benchmark'
          from tutor_assignment a, generate_series(1, 5) k where a.status = 'Active'
        """;

    const string Routes = """
        insert into route (region_code, id, person_id, organization_id, status, starts_on, ends_on, image, reader_ids, created_at, last_activity_at)
        select region_code, md5('route' || n)::uuid, person_id, organization_id, 'InProgress', make_date(2025, 9, 1), make_date(2030, 8, 31),
               repeat('Учитель, к которому идут за советом. ', 12), array[md5('tutor1')::uuid], now() - interval '300 days', now()
          from teacher where n <= @Accompanied;
        insert into route_finding (region_code, id, route_id, person_id, reader_ids, position, kind, area_code, text, level_before)
        select r.region_code, md5(r.id || 'f' || k)::uuid, r.id, r.person_id, r.reader_ids, k, case when k <= 3 then 'Strength' else 'Deficit' end, 'methods',
               'Трудно оценивать работу в группах и давать обратную связь каждому', 35 from route r, generate_series(1, 8) k;
        insert into route_alternative (region_code, id, route_id, person_id, reader_ids, position, title, gains, costs, chosen, motive)
        select r.region_code, gen_random_uuid(), r.id, r.person_id, r.reader_ids, k, 'Исследование урока с коллегами', 'Проба сразу в классе',
               'Два часа в неделю', k = 2, case when k = 2 then 'Ближе к моим ученикам' end from route r, generate_series(1, 3) k;
        insert into route_activity (region_code, id, route_id, person_id, reader_ids, position, section, title, area_codes, finding_ids, starts_on, ends_on,
                                    resources, product, status, done_on)
        select r.region_code, md5(r.id || 'a' || k)::uuid, r.id, r.person_id, r.reader_ids, k, (array['A', 'B', 'V', 'G'])[1 + k % 4],
               'Курс «Формирующее оценивание на уроке»', array['methods'], array[md5(r.id || 'f' || 4 + k % 5)::uuid], r.starts_on + 40 * k,
               r.starts_on + 40 * k + 60, 'Региональный институт', 'Разработка занятия', case when k <= 8 then 'Done' else 'Planned' end,
               case when k <= 8 then r.starts_on + 40 * k + 55 end from route r, generate_series(1, 20) k;
        insert into route_product (region_code, id, route_id, person_id, reader_ids, activity_id, kind_code, title, text, presented, presented_on, seen_by,
                                   attitude, attitude_words, added_at)
        select r.region_code, gen_random_uuid(), r.id, r.person_id, r.reader_ids, md5(r.id || 'a' || k)::uuid, 'lesson', 'Урок-исследование',
               'Описание, листы ученика и выводы.', 'На заседании объединения', r.starts_on + 40 * k + 55, 'Коллеги', 4, 'Получилось, хочу повторить',
               r.starts_on + 40 * k + 55 + interval '10 hours' from route r, generate_series(1, 8) k;
        insert into route_version (region_code, route_id, person_id, reader_ids, number, reason, words, plan, made_at)
        select r.region_code, r.id, r.person_id, r.reader_ids, k, case k when 1 then 'First' else 'Teacher' end, 'Сроки уточнены', '[]',
               r.starts_on + 25 * k + interval '12 hours' from route r, generate_series(1, 4) k;
        insert into route_reflection (region_code, id, route_id, person_id, reader_ids, made_on, closeness, meaning, motivation, words, shared, made_at)
        select r.region_code, gen_random_uuid(), r.id, r.person_id, r.reader_ids, r.starts_on + 60 * k, 20 + 10 * k, 4, 4,
               'Стало понятнее, чего я хочу от урока; хочется идти дальше.', k > 2, r.starts_on + 60 * k + interval '15 hours'
          from route r, generate_series(1, 6) k;
        insert into route_comment (region_code, id, route_id, person_id, reader_ids, author_id, text, made_at)
        select r.region_code, gen_random_uuid(), r.id, r.person_id, r.reader_ids, case when k % 2 = 0 then r.person_id else md5('tutor1')::uuid end,
               'Посмотрела вашу разработку: листы самооценки удались.', r.starts_on + 30 * k + interval '16 hours' from route r, generate_series(1, 10) k
        """;

    const string People = """
        insert into identity.account (id, user_name, normalized_user_name, email, normalized_email, person_id, display_name, password_hash)
        select gen_random_uuid(), mail, upper(mail), mail, upper(mail), person, 'Benchmark', @Hash
          from (select @TutorMail mail, md5('tutor1')::uuid person
                union all select @TeacherMail, person_id from route where id = md5('route1')::uuid) one
        """;
}
