using Dapper;
using Npgsql;

namespace Mentoring.Demo;

/// <summary>
/// What makes sums of difficulties speak: this autumn's diagnoses of teachers in regions with a centre, in some municipalities of many and
/// in some of few. And routes that rest on goals of programs and on the resource map.
/// </summary>
sealed class DemoDeficits : IDemoArea
{
    public int Turn => 172;

    public Task Tell(NpgsqlConnection connection, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        return connection.ExecuteAsync(Sql, new { Now = now.UtcDateTime, Year = today.Month >= 9 ? today.Year : today.Year - 1 });
    }

    const string Sql = """
        create temp table demo_told on commit drop as
        select gen_random_uuid() id, t.*, least(@Now - interval '1 hour', make_timestamptz(@Year, 9, 14 + t.lot % 14, 15, 0, 0, 'Europe/Moscow')) done_at
          from (select e.region_code, e.organization_id, e.person_id, person_name(p) as name, abs(hashtext(p.id::text)) lot,
                       abs(hashtext(o.territory_code)) place, row_number() over (partition by o.territory_code order by p.id) n
                  from organization o join employment e on e.organization_id = o.id and e.is_main and e.is_teaching and e.ended_on is null
                  join person p on p.id = e.person_id
                 where o.status = 'Open' and o.kind in ('School', 'College', 'AdditionalEducation')
                   and exists (select from organization b where b.region_code = o.region_code and b.kind = 'Cnppm')
                   and not exists (select from identity.account a where a.person_id = p.id)
                   and not exists (select from diagnosis d where d.person_id = p.id)) t
         where t.n <= case t.place % 4 when 0 then 6 else 14 + t.place % 46 end;

        insert into diagnosis (region_code, id, person_id, organization_id, kind, author, instrument_id, instrument_version, status, answers, started_at,
            saved_at, done_at, version, person_name)
        select t.region_code, t.id, t.person_id, t.organization_id, 'Deficits', 'Self', i.id, 1, 'Done', '{}', t.done_at - interval '25 minutes',
               t.done_at - interval '5 minutes', t.done_at, 3, t.name
          from demo_told t cross join lateral (select id from instrument where kind = 'Deficits' and owner_region is null and owner_organization_id is null
                                                  and status = 'Published' order by edition limit 1) i;

        insert into diagnosis_area (region_code, diagnosis_id, area_code, level, rests_on, person_id, reader_ids, reader_organization_ids)
        select t.region_code, t.id, a.area, case when h.of_area % 100 < a.hard then 55 + h.of_area % 40 else h.of_area % 45 end,
               '{"shown": 4, "answered": 4, "items": []}', t.person_id, '{}', '{}'
          from demo_told t cross join (values
               ('theoretical', 22), ('legal', 26), ('subject', 18), ('psychological-pedagogical', 47), ('methods', 41), ('ict', 36), ('digitalisation', 44),
               ('extracurricular', 15), ('health', 12)) a (area, hard)
         cross join lateral (select abs(hashtext(t.person_id::text || a.area)) of_area) h;

        insert into route_finding (region_code, id, route_id, person_id, reader_ids, position, kind, area_code, text, goal_id)
        select distinct on (r.region_code, r.id) r.region_code, gen_random_uuid(), r.id, r.person_id, r.reader_ids, 60, 'Deficit',
               case g.area_code when 'digital' then 'ict' else g.area_code end, g.difficulty, g.id
          from route r join program_participant i on i.person_id = r.person_id and i.role = 'Mentee' and i.left_on is null
          join program p on p.id = i.program_id and p.status in ('Active', 'Paused') join program_goal g on g.program_id = p.id
         where r.ended_at is null order by r.region_code, r.id, p.id, g.position;

        update route_activity a
           set resource_id = (select r.id from resource r where r.region_code = a.region_code and r.status = 'Offered' and r.areas && a.area_codes
                               order by r.title, r.id limit 1)
         where a.section = 'V' and a.dropped_at is null;
        """;
}
