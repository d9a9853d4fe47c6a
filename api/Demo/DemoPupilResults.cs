using Dapper;
using Npgsql;

namespace Mentoring.Demo;

/// <summary>
/// What pupils of those who take part in running programs reached in two school years and in the one that runs, with corrections at the
/// showcase schools, and the files that these schools have brought.
/// </summary>
sealed class DemoPupilResults : IDemoArea
{
    public int Turn => 145;

    public Task Tell(NpgsqlConnection connection, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        return connection.ExecuteAsync(Sql, new { Now = now.UtcDateTime, Today = today, Year = today.Month >= 9 ? today.Year : today.Year - 1 });
    }

    const string Sql = """
        create temp table demo_taught on commit drop as
        select distinct on (i.person_id) i.person_id, i.employer_id organization_id, o.region_code, person_name(p) as name, abs(hashtext(p.id::text)) lot,
               e.started_on, i.role, own.account, c.account curator, c.name curator_name, c.shown,
               coalesce((select x from unnest(s.all_of) x where x = any(m.subjects || n.subjects) limit 1),
                        s.all_of[1 + abs(hashtext(p.id::text)) % cardinality(s.all_of)]) subject
          from program_participant i
          join program g on g.region_code = i.region_code and g.id = i.program_id and g.status in ('Active', 'Paused')
          join organization o on o.id = i.employer_id and o.kind = 'School'
          join employment e on e.person_id = i.person_id and e.organization_id = i.employer_id and e.ended_on is null and e.is_teaching
          join person p on p.id = i.person_id
          left join mentor_profile m on m.organization_id = i.employer_id and m.person_id = i.person_id
          left join mentee_profile n on n.organization_id = i.employer_id and n.person_id = i.person_id
          left join lateral (select a.id::text account from identity.account a where a.person_id = i.person_id and a.email like '%@demo.example' limit 1)
               own on true
          left join lateral (select a.id::text account, a.display_name as name, a.email like 'curator%@demo.example' shown
                               from role_assignment r join identity.account a on a.id = r.account_id
                              where r.organization_id = o.id and r.role = 'Curator' order by a.email limit 1) c on true
         cross join (select array['mathematics', 'russian', 'history', 'biology', 'physics', 'foreign-language', 'geography', 'chemistry', 'informatics',
                                  'literature'] all_of) s
         where i.left_on is null
         order by i.person_id, i.role, e.started_on;

        create temp table demo_figure on commit drop as
        select gen_random_uuid() id, t.*, y.year, k.kind, k.term, k.stage, g.grade, k.pupils, k.day, k.prizes is not null awarded,
               case k.kind when 'Olympiad' then greatest(0, round(k.pupils * k.share))::int
                    else least(k.pupils, greatest(1, round(k.pupils * least(1.0, k.share + (t.lot % 13) * 0.009
                        + case t.role when 'Mentee' then 0.03 else 0.012 end * (y.year - @Year + 2)))))::int end successful
          from demo_taught t
         cross join generate_series(@Year - 2, @Year) y (year)
         cross join lateral (
               select 5 + (t.lot / 7) % 4 grade union select 9 where t.lot % 3 = 0 union select 11 where t.lot % 4 = 1 and t.role = 'Mentor') g
         cross join lateral (select case when t.lot % 11 = 0 then 7 + g.grade % 3 else 21 + (t.lot / 3 + y.year + g.grade) % 31 end taught) n
         cross join lateral (values
               ('Attainment', 'Quarter1', null, n.taught, 0.80, make_date(y.year, 10, 30), null),
               ('Attainment', 'Quarter2', null, n.taught, 0.81, make_date(y.year, 12, 28), null),
               ('Attainment', 'Quarter3', null, n.taught, 0.82, make_date(y.year + 1, 3, 21), null),
               ('Attainment', 'Quarter4', null, n.taught, 0.84, make_date(y.year + 1, 5, 25), null),
               ('Attainment', 'Year', null, n.taught, 0.85, make_date(y.year + 1, 5, 28), null),
               ('Vpr', null, null, case when g.grade between 4 and 8 then n.taught - n.taught / 9 end, 0.76, make_date(y.year + 1, 5, 12), null),
               ('Oge', null, null, case when g.grade = 9 then n.taught end, 0.86, make_date(y.year + 1, 6, 19), null),
               ('Ege', null, null, case when g.grade = 11 then greatest(5, n.taught / 2) end, 0.90, make_date(y.year + 1, 6, 24), null),
               ('Olympiad', null, 'school', n.taught, 0.32 + (t.lot % 5) * 0.03 + (y.year - @Year) * 0.02, make_date(y.year, 10, 22), 1),
               ('Olympiad', null, 'municipal', case when g.grade >= 7 and t.lot % 2 = 0 then n.taught end, 0.06, make_date(y.year, 12, 5), 1)
               ) k (kind, term, stage, pupils, share, day, prizes)
         where k.pupils is not null and k.day < @Today - 1 and k.day >= t.started_on;

        insert into pupil_result (region_code, id, organization_id, person_id, person_name, school_year, kind, subject_code, grade, term, stage_code,
            pupils, successful, prizes, counted_on, told_at, told_by, told_by_name, withdrawn_at, version)
        select region_code, id, organization_id, person_id, name, year, kind, subject, grade, term, stage, pupils, successful,
               case when awarded then successful / 6 end, day, least(@Now, day + interval '3 days 10 hours'), coalesce(account, curator, 'demo'),
               case when account is not null then name else coalesce(curator_name, 'Куратор школы') end, null, 1
          from demo_figure;

        -- Some figures of the showcase schools were corrected; a word that the school corrected is the school's.
        create temp table demo_corrected on commit drop as
        select f.*, greatest(0, f.successful - 2) before, least(@Now, f.day + interval '9 days 12 hours') as at
          from demo_figure f
         where f.shown and f.kind <> 'Olympiad' and f.successful > 2 and abs(hashtext(f.person_id::text || f.year || f.kind || f.grade)) % 7 = 0;
        insert into pupil_result_change (region_code, id, result_id, organization_id, person_id, version, step, pupils, successful, counted_on, told_at,
            told_by, told_by_name, new_pupils, new_successful, new_counted_on, reason, changed_at, changed_by, changed_by_name)
        select c.region_code, gen_random_uuid(), c.id, c.organization_id, c.person_id, 1, 'Correct', c.pupils, c.before, c.day, r.told_at, r.told_by,
               r.told_by_name, c.pupils, c.successful, c.day,
               (array['Двое писали работу в резервный день', 'Уточнено по протоколу проверки', 'Исправлена опечатка'])[1 + c.lot % 3],
               c.at, c.curator, c.curator_name
          from demo_corrected c join pupil_result r on r.region_code = c.region_code and r.id = c.id;
        update pupil_result r set version = 2, told_at = c.at, told_by = c.curator, told_by_name = c.curator_name
          from demo_corrected c where r.region_code = c.region_code and r.id = c.id;

        insert into import (id, kind, status, organization_id, region_code, file_name, file_hash, rows_total, creates, created_at, created_by)
        select gen_random_uuid(), 'PupilResults', 'Applied', f.organization_id, f.region_code, 'zhurnal-' || f.year || '.csv',
               encode(sha256((f.organization_id::text || f.year || 'pupils')::bytea), 'hex'), count(*), count(*),
               least(@Now, max(f.day) + interval '3 days 10 hours'), f.curator
          from demo_figure f where f.shown and f.account is null group by f.organization_id, f.region_code, f.year, f.curator;
        """;
}
