using Mentoring.Api.Features.Common.Imports;

namespace Mentoring.Api.Features.Region.Diagnosis;

/// <summary>How rows of results find their teachers and become diagnoses, by sets, inside the job's transaction.</summary>
static class OutsideImportSql
{
    public const string Tables = """
        create temp table staged_score (
            line int primary key, number text, school text, snils_key text, family_name text, given_name text, patronymic text, birth_date date,
            day date, outside_area text, area_code text, level int, answer text, faults text,
            person_id uuid, bad boolean not null default false) on commit drop
        """;

    public const string Copy = """
        copy staged_score (line, number, school, snils_key, family_name, given_name, patronymic, birth_date, day, outside_area, area_code, level,
            answer, faults) from stdin (format binary)
        """;

    // By the insurance number, else by the school's id, else by name and birth date; a number alone may be mistyped, so that the name or
    // the birth date has to agree. Only whoever works today where the body supports gets a result from it. One who is known by a stronger
    // key is looked for by no weaker one.
    public const string Find = $"""
        analyze staged_score;
        {ImportSql.Problem}
        select 'CSV', s.line, split_part(f, E'\x1f', 1), split_part(f, E'\x1f', 2), nullif(split_part(f, E'\x1f', 3), '')
          from staged_score s, unnest(string_to_array(s.faults, E'\x1e')) f where s.faults is not null;
        update staged_score set bad = true where faults is not null;

        create temp table staged_school on commit drop as
        select o.id, o.region_code, o.name_short as name, o.ogrn, o.inn from organization o
         where o.id in (select l.organization_id from support_link l
                         where l.body_id = @OrganizationId and l.service_code = 'diagnosis' and l.period @> @Today::date)
            or @Centre and o.region_code = @RegionCode and o.status = 'Open' and o.id <> @OrganizationId
               and not exists (select from support_link l where l.organization_id = o.id and l.service_code = 'diagnosis' and l.period @> @Today::date);
        create index on staged_school (id);
        analyze staged_school;

        create temp table staged_named on commit drop as
        select line, number, school, snils_key, birth_date, translate(lower(family_name || ' ' || given_name), 'ё', 'е') as name,
               translate(lower(family_name), 'ё', 'е') family, translate(lower(given_name), 'ё', 'е') given,
               nullif(translate(lower(patronymic), 'ё', 'е'), '') patronymic
          from staged_score where family_name is not null and given_name is not null;
        create temp table staged_who on commit drop as
        select n.line, p.id person_id, k.rank
          from staged_named n
         cross join lateral (
            select p.id, 1 rank from person p where p.snils_key = n.snils_key and n.snils_key is not null
            union all
            select s.person_id, 2 from person_source s join staged_school o on o.id = s.organization_id
             where s.source_id = n.number and n.number is not null and (n.school is null or n.school in (o.ogrn, o.inn))
            union all
            select p.id, 3 from person p where p.name_key = n.name and p.birth_date = n.birth_date
               and (n.patronymic is null or coalesce(translate(lower(p.patronymic), 'ё', 'е'), '') in ('', n.patronymic))) k
          join person p on p.id = k.id and p.pseudonymised_at is null and p.merged_into is null
         where p.name_key = n.name
            or p.birth_date = n.birth_date and (translate(lower(p.family_name), 'ё', 'е') = n.family or translate(lower(p.given_name), 'ё', 'е') = n.given);
        delete from staged_who w using (select line, min(rank) rank from staged_who group by line) best where best.line = w.line and w.rank > best.rank;

        create temp table staged_work on commit drop as
        select distinct on (e.person_id) e.person_id, o.id organization_id, o.region_code, o.name
          from (select distinct person_id from staged_who) w
          join employment e on e.person_id = w.person_id and e.started_on <= @Today and (e.ended_on is null or e.ended_on > @Today)
          join staged_school o on o.id = e.organization_id
         order by e.person_id, e.is_main desc, e.started_on, o.id;

        create temp table staged_found on commit drop as
        select n.line, count(distinct w.person_id) known, count(distinct k.person_id) here, min(k.person_id::text)::uuid person_id
          from staged_named n left join staged_who w on w.line = n.line left join staged_work k on k.person_id = w.person_id
         group by n.line;
        update staged_score s set person_id = f.person_id from staged_found f where f.line = s.line and f.here = 1;
        with lost as (
            update staged_score s set bad = true from staged_found f
             where f.line = s.line and f.here <> 1 and (s.faults is null or f.known > 0)
            returning s.line, case when f.known = 0 then 'diagnosis.import-unknown' when f.here = 0 then 'diagnosis.import-elsewhere'
                                   else 'diagnosis.import-ambiguous' end code)
        {ImportSql.Problem} select 'CSV', line, @Name, code, null from lost;
        """;

    // Of one teacher and day either all comes or nothing: a profile that lacks what is to be mended would mislead.
    public const string Plan = $"""
        with again as (
            update staged_score s set bad = true
              from (select line, row_number() over (partition by person_id, day, outside_area order by line) n,
                           first_value(line) over (partition by person_id, day, outside_area order by line) first_line
                      from staged_score where person_id is not null and day is not null and outside_area is not null) t
             where t.line = s.line and t.n > 1 returning s.line, t.first_line)
        {ImportSql.Problem} select 'CSV', line, @Area, 'diagnosis.import-twice', first_line::text from again;
        update staged_score s set bad = true
          from staged_score b where not s.bad and b.bad and b.person_id = s.person_id and b.day = s.day;

        -- Two bodies may bring results of one teacher at once.
        select pg_advisory_xact_lock(hashtextextended('diagnosis/outside', 0));
        create temp table staged_diagnosis on commit drop as
        select gen_random_uuid() id, s.person_id, s.day, min(s.line) line, w.organization_id, w.region_code, w.name school_name, person_name(p) as name,
               case when exists (select from diagnosis d where d.person_id = s.person_id and d.author = 'Outside' and d.instrument_id = @Instrument
                                                           and d.measured_on = s.day) then 'Known'
                    when s.day < max(s.day) over (partition by s.person_id)
                         or exists (select from diagnosis d where d.person_id = s.person_id and d.kind = @Kind and d.author = 'Outside' and d.status = 'Done'
                                                              and d.measured_on > s.day) then 'Earlier'
                    when exists (select from diagnosis d where d.person_id = s.person_id and d.kind = @Kind and d.author = 'Outside' and d.status = 'Done')
                    then 'Replaces' else 'Comes' end change,
               least(@Now, (s.day + time '12:00') at time zone z.time_zone) done_at
          from staged_score s join staged_work w on w.person_id = s.person_id join person p on p.id = s.person_id
          join organization_zone z on z.place_id = w.organization_id
         where not s.bad group by s.person_id, s.day, w.organization_id, w.region_code, w.name, p.id, z.time_zone;
        create index on staged_diagnosis (person_id, day);

        create temp table staged_area on commit drop as
        select d.id, s.area_code,
               case @Rule when 'Highest' then max(s.level) when 'Lowest' then min(s.level) else round(avg(s.level))::int end as level,
               jsonb_agg(s.outside_area order by s.outside_area) items, jsonb_object_agg(s.outside_area, s.answer) answers, count(*)::int n
          from staged_score s join staged_diagnosis d on d.person_id = s.person_id and d.day = s.day
         where not s.bad group by d.id, s.area_code;
        """;

    public const string Keep = """
        delete from import_result where import_id = @Id;
        insert into import_result (import_id, sequence, organization_id, region_code, instrument_id, change, line, name, school_name, day, areas)
        select @Id, row_number() over (order by d.name, d.day, d.id), @OrganizationId, @RegionCode, @Instrument, d.change, d.line, d.name, d.school_name, d.day,
               (select jsonb_agg(jsonb_build_object('area', a.area_code, 'level', a.level) order by a.area_code) from staged_area a where a.id = d.id)
          from staged_diagnosis d order by d.name, d.day, d.id limit @MostProblems;
        """;

    public const string Count = """
        select count(*) filter (where change in ('Comes', 'Earlier'))::int creates, count(*) filter (where change = 'Replaces')::int updates, 0 ends,
               count(*) filter (where change = 'Known')::int unchanged
          from staged_diagnosis
        """;

    /// <summary>The one before it of the same kind gives way, as with every author.</summary>
    public const string Apply = """
        delete from staged_diagnosis where change = 'Known';
        update diagnosis d set status = 'Superseded', superseded_at = s.done_at, version = d.version + 1
          from staged_diagnosis s where s.change = 'Replaces' and d.person_id = s.person_id and d.kind = @Kind and d.author = 'Outside' and d.status = 'Done';
        insert into diagnosis (region_code, id, person_id, organization_id, kind, author, expert_name, body_id, measured_on, instrument_id, instrument_version,
            status, answers, started_at, saved_at, done_at, superseded_at, person_name)
        select s.region_code, s.id, s.person_id, s.organization_id, @Kind, 'Outside', @BodyName, @OrganizationId, s.day, @Instrument, @Edition,
               case s.change when 'Earlier' then 'Superseded' else 'Done' end,
               (select jsonb_object_agg(v.key, v.value) from staged_area a, jsonb_each(a.answers) v where a.id = s.id),
               s.done_at, @Now, s.done_at, case s.change when 'Earlier' then @Now end, s.name
          from staged_diagnosis s;
        insert into diagnosis_area (region_code, diagnosis_id, area_code, level, rests_on, person_id, reader_ids, reader_organization_ids)
        select s.region_code, s.id, a.area_code, a.level, jsonb_build_object('shown', m.n, 'answered', a.n, 'items', a.items), s.person_id, '{}', '{}'
          from staged_diagnosis s join staged_area a on a.id = s.id
          join (select o ->> 'area' area, count(*)::int n from instrument i, jsonb_array_elements(i.content #> '{outside,areas}') o
                 where i.id = @Instrument group by 1) m on m.area = a.area_code;
        select id, organization_id, region_code, person_id from staged_diagnosis order by line;
        """;
}
