using Dapper;
using Npgsql;

namespace Mentoring.Benchmarks;

/// <summary>The rows of a part of the country, made by sets: the same scale gives the same rows.</summary>
public static class Volume
{
    /// <param name="Teachers">Of each school.</param>
    /// <param name="Activities">Of each program's roadmap, <paramref name="Step"/> days apart.</param>
    public sealed record Size(int Schools, int Teachers, int Programs, int Meetings, int Activities, int Step)
    {
        /// <summary>A tenth of the country's schools, with the people that reads are measured by.</summary>
        public static Size Part(double scale) => new((int)(4_200 * scale), 12, (int)(26_000 * scale), (int)(300_000 * scale), 5, 40);

        /// <summary>42,000 schools, 1.3 million teachers, 260,000 programs, two school years of meetings and activities.</summary>
        public static Size Nation(double scale) => new((int)(42_000 * scale), 31, (int)(260_000 * scale), (int)(12_000_000 * scale), 34, 7);
    }

    /// <returns>The school that is measured: the one with the most programs, about forty at full scale.</returns>
    public static async Task<Guid> Generate(NpgsqlConnection owner, Size sizes)
    {
        await using var transaction = await owner.BeginTransactionAsync();
        // Rows that fit together by construction need no trigger to say so; sums are computed afterwards as a whole.
        await owner.ExecuteAsync("set local session_replication_role = replica");
        foreach (var sql in (string[])[Schools, People, Programs, Participants, Roadmaps, Meetings]) await owner.ExecuteAsync(new CommandDefinition(sql,
            sizes, commandTimeout: 3600));
        await transaction.CommitAsync();
        await owner.ExecuteAsync(new CommandDefinition("vacuum analyze", commandTimeout: 3600));
        return await owner.ExecuteScalarAsync<Guid>("select organization_id from program group by 1 order by count(*) desc, 1 limit 1");
    }

    const string Schools = """
        create temp table school on commit drop as
        select i n, md5('school' || i)::uuid id, m.parent_code region_code, m.code territory_code
          from generate_series(0, @Schools - 1) i
          join (select code, parent_code, row_number() over (order by code) - 1 n, count(*) over () total from territory
              where level = 'Municipality') m on m.n = i % m.total;
        create unique index on school (n);
        analyze school;
        insert into organization (id, region_code, territory_code, kind, sector, name_full, name_short)
        select id, region_code, territory_code, 'School', 'General', 'Муниципальное общеобразовательное учреждение «Средняя школа № ' || n + 1 || '»',
               'СОШ № ' || n + 1 from school
        """;

    const string People = """
        insert into person (id, family_name, given_name, patronymic, organization_ids)
        select md5('person' || n || '-' || k)::uuid,
               (array['Иванова', 'Смирнова', 'Кузнецова', 'Попова', 'Соколова', 'Лебедева', 'Козлова', 'Новикова', 'Морозова', 'Петрова',
                   'Волкова'])[1 + (n * 7 + k) % 11],
               (array['Анна', 'Мария', 'Елена', 'Ольга', 'Наталья', 'Татьяна', 'Ирина'])[1 + (n + k) % 7], 'Сергеевна', array[id]
          from school, generate_series(1, @Teachers) k;
        insert into employment (id, organization_id, region_code, person_id, position_code, is_teaching, is_main, started_on)
        select gen_random_uuid(), id, region_code, md5('person' || n || '-' || k)::uuid, 'teacher', true, true, date '2015-09-01' + (n * 31 + k * 97) % 3000
          from school, generate_series(1, @Teachers) k;
        insert into mentoring_need (organization_id, region_code, person_id, school_year, category, noted_on)
        select id, region_code, md5('person' || n || '-' || k)::uuid, year, 'NewToProfession', make_date(year, 9, 15)
          from school, generate_series(7, 9) k, generate_series(2025, 2026) year
        """;

    // Some schools run many programs and most run few: the power bends an even spread. A pair runs one at a time.
    const string Programs = """
        create temp table pair on commit drop as
        select n, id, school, organization_id, region_code, starts_on, mentor, mentee,
               case when status = 'Active' and row_number() over (partition by school, mentor, mentee, status order by n) > 1
                    then 'Completed' else status end status
          from (select g n, md5('program' || g)::uuid id, s.n school, s.id organization_id, s.region_code, date '2025-09-01' + (g * 7919) % 420 starts_on,
                       1 + g % 6 mentor, 7 + g / 6 % 6 mentee,
                       (array['Draft', 'Consent', 'Active', 'Active', 'Active', 'Active', 'Active', 'Completed', 'Completed', 'EndedEarly'])[1 + g % 10] status
                  from generate_series(1, @Programs) g join school s on s.n = floor(@Schools * power((g - 0.5) / @Programs, 1.3))::int) told;
        create unique index on pair (n);
        analyze pair;
        insert into program (id, organization_id, region_code, title, form_code, kind_code, purpose_code, status, starts_on, ends_on, content, created_by,
            created_at, activated_at, finished_at, updated_at)
        select id, organization_id, region_code, 'Программа наставничества молодого специалиста № ' || n, 'teacher-teacher', 'traditional', 'young-specialist',
               status,
               starts_on, starts_on + 240, repeat('Содержание программы. ', 20), 'benchmark', starts_on - 14,
               case when status not in ('Draft', 'Consent') then starts_on end, case when status in ('Completed', 'EndedEarly')
                   then starts_on + 200 end, starts_on + 30
          from pair
        """;

    const string Participants = """
        insert into program_participant (program_id, organization_id, region_code, person_id, person_name, employer_id, role, joined_on)
        select p.id, p.organization_id, p.region_code, w.id, concat_ws(' ', w.family_name, w.given_name, w.patronymic), p.organization_id, r.role, p.starts_on
          from pair p cross join lateral (values ('Mentor', p.mentor), ('Mentee', p.mentee)) r (role, person)
          join person w on w.id = md5('person' || p.school || '-' || r.person)::uuid;
        insert into consent (id, program_id, organization_id, region_code, person_id, status, terms_version, terms_hash, terms, decided_at)
        select gen_random_uuid(), p.id, p.organization_id, p.region_code, i.person_id, 'Given', 1, '', '{}', p.starts_on - 7
          from pair p join program_participant i on i.program_id = p.id where p.status not in ('Draft', 'Consent')
        """;

    const string Roadmaps = """
        insert into roadmap_activity (region_code, id, program_id, organization_id, position, activity, due_on, responsible, expected_result, done_on)
        select region_code, gen_random_uuid(), id, organization_id, k, 'Посещение урока наставника', starts_on + @Step * k, 'Both', 'Конспект и обсуждение',
               case when status <> 'Draft' and k <= @Activities * 3 / 5 then starts_on + @Step * k - 2 end
          from pair, generate_series(1, @Activities) k
        """;

    const string Meetings = """
        insert into meeting (region_code, id, program_id, organization_id, status, mode, starts_at, duration_minutes, topic, created_by)
        select p.region_code, gen_random_uuid(), p.id, p.organization_id, case when m % 9 = 0 then 'Cancelled' else 'Held' end, 'InPerson',
               p.starts_on + (m * 13) % 230 + interval '12 hours', 45, 'Разбор урока', 'benchmark'
          from generate_series(1, @Meetings) m join pair p on p.n = 1 + m % @Programs
        """;
}
