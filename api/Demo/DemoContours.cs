using Dapper;
using Npgsql;

namespace Mentoring.Demo;

/// <summary>
/// What makes the indicators of the external contour speak: deficits overcome in time, late and not yet, corrections, places of
/// past runs taken before they began, components that centres carry for schools.
/// </summary>
sealed class DemoContours : IDemoArea
{
    public int Turn => 170;

    public Task Tell(NpgsqlConnection connection, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        return connection.ExecuteAsync(Sql, new { Now = now.UtcDateTime, Today = today, Year = today.Month >= 9 ? today.Year : today.Year - 1 });
    }

    const string Sql = """
        create temp table demo_turn on commit drop as
        select r.region_code, r.id, r.person_id, r.reader_ids, t.season, t.lot, gen_random_uuid() activity, t.starts_on, t.starts_on + 12 ends_on,
               t.season = 1 or r.status = 'Reflection' or t.lot % 5 <> 0 done,
               array(select gen_random_uuid() from generate_series(t.season, t.season + 2)) findings,
               row_number() over (partition by r.id order by t.season) turn
          from route r
         cross join lateral (
            select s.season, l.lot, @Today - s.ago - l.lot % 60 starts_on
              from (values (1, 215), (2, 15)) s (season, ago) cross join lateral (select abs(hashtext(r.id::text || s.season)) lot) l) t
         where r.status in ('InProgress', 'Reflection') and t.starts_on > r.starts_on + 90;

        insert into route_finding (region_code, id, route_id, person_id, reader_ids, position, kind, area_code, text, level_before, closed_on)
        select t.region_code, t.findings[f.n], t.id, t.person_id, t.reader_ids, 4 + t.season * 3 + f.n, 'Deficit', f.area, f.text, 30 + (t.lot + f.n) % 25,
               case when (t.lot + f.n) % (7 - t.season * 2) <> 0 and day.closed_on <= @Today then day.closed_on end
          from demo_turn t cross join (values
               (1, 'psychological-pedagogical', 'Не всегда нахожу слова в разговоре с родителями о трудностях ребёнка'),
               (2, 'digitalisation', 'Данные журнала не использую, чтобы увидеть, кто отстаёт'),
               (3, 'health', 'Не планирую смену деятельности, к концу урока дети устают')) f (n, area, text)
         cross join lateral (select t.ends_on + (t.lot + f.n) % 9 - 6 closed_on) day;

        insert into route_activity (region_code, id, route_id, person_id, reader_ids, position, section, title, area_codes, finding_ids, starts_on, ends_on,
                                    resources, product, status, done_on)
        select region_code, activity, id, person_id, reader_ids, 4 + season, 'B', 'Взаимные посещения уроков: '
                   || (array['три недели весны', 'осенний цикл'])[season],
               array['psychological-pedagogical', 'digitalisation', 'health'], findings, starts_on, ends_on, 'Коллеги параллели', 'Карта наблюдений',
               case when done then 'Done' else 'InProgress' end, case when done then least(ends_on, @Today) end
          from demo_turn;

        insert into route_product (region_code, id, route_id, person_id, reader_ids, activity_id, kind_code, title, text, attitude, attitude_words, added_at)
        select region_code, gen_random_uuid(), id, person_id, reader_ids, activity, 'lesson', 'Карта наблюдений урока',
               'Что делал учитель, что делали дети, что возьму себе.', 4, 'Вижу свой урок глазами коллег.', least(ends_on, @Today) + interval '8 hours'
          from demo_turn where done;

        insert into route_version (region_code, route_id, person_id, reader_ids, number, reason, words, plan, made_at)
        select t.region_code, t.id, t.person_id, t.reader_ids, 2 + t.turn, 'Teacher', 'Добавлены взаимные посещения уроков: хочется видеть, как это у других.',
               v.plan || (select jsonb_agg(jsonb_build_object('id', b.activity, 'section', 'B', 'title', a.title, 'areaCodes', a.area_codes, 'findingIds',
                              b.findings, 'startsOn', b.starts_on, 'endsOn', b.ends_on, 'resources', a.resources, 'product', a.product, 'programId', null)
                              order by b.turn)
                            from demo_turn b join route_activity a on a.region_code = b.region_code and a.id = b.activity
                           where b.id = t.id and b.turn <= t.turn),
               t.starts_on - 4 + interval '12 hours'
          from demo_turn t join route_version v on v.region_code = t.region_code and v.route_id = t.id and v.number = 2;

        update route_finding f set closed_on = @Today - 1 - abs(hashtext(f.id::text)) % 40
          from route r where r.region_code = f.region_code and r.id = f.route_id and f.kind = 'Deficit' and r.status = 'Completed';

        update resource_place p set taken_at = (n.apply_until - 1 - abs(hashtext(p.person_id::text)) % 20) + interval '9 hours'
          from resource_run n where n.region_code = p.region_code and n.id = p.run_id and n.apply_until < @Today;

        insert into delegation (id, organization_id, region_code, taker_id, component, status, starts_on, ends_on, basis, task, proposed_at, proposed_by,
            decided_at)
        select gen_random_uuid(), l.organization_id, l.region_code, l.body_id, d.component, 'InForce', make_date(@Year, 9, 1) + d.since,
               make_date(@Year + 1, 6, 1), d.basis, d.task, make_date(@Year, 9, 1) + d.since - 12, 'demo', make_date(@Year, 9, 1) + d.since - 8
          from (select distinct on (organization_id) organization_id, region_code, body_id, abs(hashtext(organization_id::text)) lot from support_link
                 where service_code = 'methodical-help' and period @> @Today::date order by organization_id, body_id) l
          join (values (0, 'MethodicalHelp', 9, 'Соглашение о методическом сопровождении № 21', 'Разбор программ, две консультации в месяц.'),
                       (1, 'Monitoring', 30, 'Соглашение об информационном обмене № 8', 'Сбор показателей за полугодие.'))
               d (turn, component, since, basis, task) on d.turn = l.lot % 8
         where make_date(@Year, 9, 1) + d.since <= @Today
           and not exists (select from delegation o where o.organization_id = l.organization_id);
        """;
}
