using Dapper;
using Npgsql;

namespace Mentoring.Demo;

/// <summary>
/// A centre's own instrument that teachers fill in elsewhere, the files of results of two school years that it has handed over, a draft
/// of the next edition, and evidence beside diagnoses.
/// </summary>
sealed class DemoOutsideResults : IDemoArea
{
    public int Turn => 37;

    public Task Tell(NpgsqlConnection connection, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        return connection.ExecuteAsync(Sql, new { Now = now.UtcDateTime, Today = today, Year = today.Month >= 9 ? today.Year : today.Year - 1 });
    }

    const string Sql = """
        create temp table demo_outside on commit drop as
        select b.id centre, b.region_code, b.name_short, gen_random_uuid() instrument, a.id::text head, row_number() over (order by b.region_code, b.id) n
          from organization b
          left join lateral (select a.id from role_assignment r join identity.account a on a.id = r.account_id
                              where r.organization_id = b.id and r.role = 'CentreHead' order by a.email limit 1) a on true
         where b.kind = 'Cnppm' and b.status = 'Open' and exists (select from support_link l where l.body_id = b.id and l.service_code = 'diagnosis');

        insert into instrument (id, code, edition, kind, form, name_ru, name_en, owner_organization_id, status, content, created_at, created_by, published_at)
        select case e.n when 1 then d.instrument else gen_random_uuid() end, 'cnppm-assessment-' || d.n, e.n, 'Deficits', 'Outside',
               'Оценка профессиональных компетенций (предметная и методическая части)', 'Assessment of professional competences', d.centre,
               case e.n when 1 then 'Published' else 'Draft' end, jsonb_build_object('rule', 'Mean', 'scales', '[]'::jsonb, 'items', '[]'::jsonb, 'bands',
               '[{"from": 0, "ru": "дефицита нет", "en": "no deficit"}, {"from": 35, "ru": "дефицит частичный", "en": "some deficit"},
                 {"from": 65, "ru": "дефицит выраженный", "en": "a marked deficit"}]'::jsonb, 'outside', jsonb_build_object('areas',
               '[{"code": "ПР", "ru": "Предметная часть", "en": "Subject part", "area": "subject", "from": 30, "to": 0},
                 {"code": "МЕТ-1", "ru": "Планирование урока", "en": "Planning a lesson", "area": "methods", "from": 20, "to": 0},
                 {"code": "МЕТ-2", "ru": "Оценивание", "en": "Assessment", "area": "methods", "from": 20, "to": 0},
                 {"code": "ФГОС", "ru": "Нормы и стандарты", "en": "Law and standards", "area": "legal", "from": 10, "to": 0},
                 {"code": "ЦИФ", "ru": "Цифровая среда", "en": "Digital environment", "area": "digitalisation",
                  "levels": [{"word": "базовый", "value": 80}, {"word": "уверенный", "value": 40}, {"word": "экспертный", "value": 5}]}]'::jsonb)),
               make_timestamptz(@Year - 1, 9, 3, 9, 0, 0, 'Europe/Moscow'), 'demo',
               case e.n when 1 then make_timestamptz(@Year - 1, 9, 6, 9, 0, 0, 'Europe/Moscow') end
          from demo_outside d cross join (values (1), (2)) e (n);

        create temp table demo_tested on commit drop as
        select gen_random_uuid() id, p.id person_id, person_name(p) as name, w.organization_id, w.region_code, d.centre, d.name_short, d.instrument, y.n,
               least(@Today - 3, make_date(@Year - y.n, 10, 5 + x.lot % 15)) as day, x.lot
          from demo_outside d
          join lateral (select distinct l.organization_id from support_link l
                         where l.body_id = d.centre and l.service_code = 'diagnosis' and l.period @> @Today order by 1 limit 12) s on true
          join lateral (select distinct on (e.person_id) e.person_id, e.organization_id, e.region_code from employment e
                         where e.organization_id = s.organization_id and e.is_teaching and e.ended_on is null and e.started_on < make_date(@Year - 1, 9, 1)
                         order by e.person_id limit 15) w on true
          join person p on p.id = w.person_id cross join lateral (select abs(hashtext(p.id::text)) lot) x
         cross join generate_series(0, 1) y (n);
        delete from demo_tested t using demo_tested o where t.person_id = o.person_id and t.n = o.n and t.id > o.id;

        insert into diagnosis (region_code, id, person_id, organization_id, kind, author, expert_name, body_id, measured_on, instrument_id, instrument_version,
            status, answers, started_at, saved_at, done_at, superseded_at, version, person_name, reader_organization_ids)
        select t.region_code, t.id, t.person_id, t.organization_id, 'Deficits', 'Outside', t.name_short, t.centre, t.day, t.instrument, 1,
               case t.n when 0 then 'Done' else 'Superseded' end,
               jsonb_build_object('ПР', (8 + (t.lot + t.n * 7) % 21)::text, 'МЕТ-1', (5 + (t.lot / 3) % 14)::text, 'МЕТ-2', (6 + (t.lot / 5 + t.n) % 13)::text,
                   'ФГОС', (3 + (t.lot / 7) % 7)::text, 'ЦИФ', (array['базовый', 'уверенный', 'экспертный'])[1 + (t.lot / 11 + 1 - t.n) % 3]),
               t.day + time '09:00', t.day + time '09:00', t.day + time '09:00', case t.n when 1 then t.day + interval '1 year' end, 1, t.name,
               case when t.n = 0 and t.lot % 4 = 0 then array[t.centre] else '{}' end
          from demo_tested t;

        insert into diagnosis_area (region_code, diagnosis_id, area_code, level, rests_on, person_id, reader_ids, reader_organization_ids)
        select d.region_code, d.id, o ->> 'area',
               round(avg(case when o ? 'from' then (1 - (d.answers ->> (o ->> 'code'))::numeric / (o ->> 'from')::numeric) * 100
                              else (select (l ->> 'value')::numeric from jsonb_array_elements(o -> 'levels') l
                                     where l ->> 'word' = d.answers ->> (o ->> 'code')) end))::int,
               jsonb_build_object('shown', count(*), 'answered', count(*), 'items', jsonb_agg(o ->> 'code')), d.person_id, d.reader_ids,
               d.reader_organization_ids
          from diagnosis d join demo_tested t on t.id = d.id join instrument i on i.id = d.instrument_id
         cross join lateral jsonb_array_elements(i.content #> '{outside,areas}') o
         group by d.region_code, d.id, o ->> 'area', d.person_id, d.reader_ids, d.reader_organization_ids;

        insert into import (id, kind, status, organization_id, region_code, file_name, file_hash, rows_total, creates, updates, created_at, created_by)
        select gen_random_uuid(), 'DiagnosisResults', 'Applied', t.centre, o.region_code, 'ocenka-' || (@Year - t.n) || '.csv',
               encode(sha256((t.centre::text || t.n)::bytea), 'hex'), count(*) * 5, count(*) * t.n, count(*) * (1 - t.n), max(t.day) + time '11:00',
               coalesce(o.head, 'demo')
          from demo_tested t join demo_outside o on o.centre = t.centre
         group by t.centre, o.region_code, o.head, t.n;

        create temp table demo_evidence on commit drop as
        select d.region_code, gen_random_uuid() id, gen_random_uuid() file_id, d.id diagnosis_id, f.area, f.name, convert_to(f.body, 'UTF8') content, d.done_at,
               d.organization_id, d.person_id, d.reader_ids, d.reader_organization_ids, a.id::text account
          from diagnosis d join identity.account a on a.person_id = d.person_id
         cross join (values
               ('methods', 'konspekt-uroka.txt', 'Конспект урока: цель, этапы, задания трёх уровней, самооценка учеников в конце урока.'),
               ('subject', 'razbor-rabot.txt', 'Разбор контрольных работ: типичные ошибки, группы учеников, что изменено в следующей теме.'))
               f (area, name, body)
         where a.email like '%@demo.example' and d.author = 'Self' and d.status = 'Done';
        insert into stored_file (region_code, id, organization_id, name, media_type, kind, size, sha256, content, stored_at, stored_by)
        select region_code, file_id, organization_id, name, 'text/plain', 'Evidence', length(content), encode(sha256(content), 'hex'), content,
               done_at - interval '5 minutes', account
          from demo_evidence;
        insert into diagnosis_evidence (region_code, id, diagnosis_id, area_code, file_id, name, size, added_at, person_id, reader_ids,
            reader_organization_ids)
        select region_code, id, diagnosis_id, area, file_id, name, length(content), done_at - interval '5 minutes', person_id, reader_ids,
               reader_organization_ids
          from demo_evidence;
        """;
}
