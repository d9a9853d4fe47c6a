using Dapper;
using Npgsql;

namespace Mentoring.Demo;

/// <summary>
/// Diagnoses of four school years for the teachers who sign in: done and superseded, begun this autumn, given up, an expert's view
/// beside the own one, shared with a mentor or with the school, and most of them shared with nobody.
/// </summary>
sealed class DemoDiagnosis : IDemoArea
{
    public int Turn => 36;

    public Task Tell(NpgsqlConnection connection, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        return connection.ExecuteAsync(Sql, new { Now = now.UtcDateTime, Year = today.Month >= 9 ? today.Year : today.Year - 1 });
    }

    const string Sql = """
        create temp table demo_diagnosis on commit drop as
        with teacher as (
            select distinct on (p.id) p.id, person_name(p) as name, e.organization_id, e.region_code, abs(hashtext(a.email)) lot,
                   a.email like 'newcomer%' is_new,
                   (select array[m.person_id::text, m.person_name] from program_participant t
                      join program_participant m on m.program_id = t.program_id and m.role = 'Mentor' and m.person_id <> p.id
                     where t.person_id = p.id and t.role = 'Mentee' order by m.program_id desc limit 1) mentor
              from identity.account a join person p on p.id = a.person_id join employment e on e.person_id = p.id and e.ended_on is null
             where a.email like '%@demo.example' and e.is_teaching
             order by p.id, e.is_main desc)
        select gen_random_uuid() id, t.id teacher_id, t.name, t.organization_id, t.region_code, t.lot, t.mentor, i.id instrument_id, i.kind, i.content, y.n,
               w.author,
               least(@Now - interval '1 hour', make_timestamptz(@Year - y.n, 9, 12 + t.lot % 15, 15, 0, 0, 'Europe/Moscow')) started_at,
               case when w.author = 'Expert' or y.n > 0 or i.kind = 'Achievements' then case when y.n > 0 then 'Superseded' else 'Done' end
                    when t.lot % 4 = 3 then 'Withdrawn' when t.lot % 4 = 2 then 'Done' else 'Draft' end status
          from teacher t cross join instrument i cross join generate_series(0, 3) y (n) cross join (values ('Self'), ('Expert')) w (author)
         where i.owner_region is null and i.owner_organization_id is null and i.status = 'Published'
           and (y.n = 0 or not t.is_new) and (w.author = 'Self' or (y.n = 0 and t.mentor is not null and i.kind = 'Deficits'));

        -- Of two years of deficits the last one that was done holds, unless this autumn's is done already.
        update demo_diagnosis d set status = 'Done'
         where d.author = 'Self' and d.n = 1 and not exists (
               select from demo_diagnosis o where o.id <> d.id and (o.teacher_id, o.kind, o.author) = (d.teacher_id, d.kind, d.author) and o.status = 'Done');

        create temp table demo_answer on commit drop as
        select d.id, item ->> 'area' area, item ->> 'code' item, level ->> 'code' answer, (level ->> 'value')::int val
          from demo_diagnosis d cross join lateral jsonb_array_elements(d.content -> 'items') item
          cross join lateral (select l.level from jsonb_array_elements(d.content #> '{scales,0,levels}') with ordinality l (level, at)
              where l.at = least(4, greatest(1, 1 + (abs(hashtext(d.name || (item ->> 'code'))) % 3)
                                     + case when d.kind = 'Achievements' then (3 - d.n) / 2 else d.n / 2 end))) l
         where item ->> 'type' = 'Scale' and d.status <> 'Withdrawn'
           and (d.status <> 'Draft' or item ->> 'area' in ('theoretical', 'legal', 'subject', 'methods'));

        insert into diagnosis (region_code, id, person_id, organization_id, kind, author, expert_id, instrument_id, instrument_version, status, answers,
            started_at, saved_at, done_at, superseded_at, withdrawn_at, version, reader_ids, reader_names, reader_organization_ids, person_name, expert_name)
        select d.region_code, d.id, d.teacher_id, d.organization_id, d.kind, d.author, case when d.author = 'Expert' then d.mentor[1]::uuid end,
               d.instrument_id, 1, d.status, coalesce((select jsonb_object_agg(a.item, a.answer) from demo_answer a where a.id = d.id), '{}'), d.started_at,
               d.started_at + interval '20 minutes', case when d.status in ('Done', 'Superseded') then d.started_at + interval '25 minutes' end,
               case when d.status = 'Superseded' then d.started_at + interval '1 year' end,
               case when d.status = 'Withdrawn' then d.started_at + interval '30 minutes' end, 3,
               case when r.named then array[d.mentor[1]::uuid] else '{}' end, case when r.named then array[d.mentor[2]] else '{}' end,
               case when d.status = 'Done' and d.lot % 3 = 0 and d.kind = 'Achievements' then array[d.organization_id] else '{}' end, d.name,
               case when d.author = 'Expert' then d.mentor[2] end
          from demo_diagnosis d
         cross join lateral (select d.mentor is not null and (d.author = 'Expert' or (d.status = 'Done' and d.lot % 2 = 0)) named) r;

        insert into diagnosis_area (region_code, diagnosis_id, area_code, level, rests_on, person_id, reader_ids, reader_organization_ids)
        select d.region_code, d.id, a.area, round(avg(a.val))::int,
               jsonb_build_object('shown', count(*), 'answered', count(*), 'items', jsonb_agg(a.item order by a.item)),
               d.person_id, d.reader_ids, d.reader_organization_ids
          from diagnosis d join demo_answer a on a.id = d.id
         where d.status in ('Done', 'Superseded')
         group by d.region_code, d.id, a.area, d.person_id, d.reader_ids, d.reader_organization_ids;
        """;
}
