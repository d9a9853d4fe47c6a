using Mentoring.Api.Features.Common.Imports;

namespace Mentoring.Api.Features.School.PupilResults;

/// <summary>How rows of results find their teachers and become figures, by sets, inside the job's transaction.</summary>
static class PupilImportSql
{
    public const string Tables = """
        create temp table staged_pupil (
            line int primary key, number text, snils_key text, family_name text, given_name text, patronymic text, kind text, subject_code text, term text,
            stage_code text, faults text, school_year int, grade int, pupils int, successful int, prizes int, counted_on date,
            person_id uuid, bad boolean not null default false) on commit drop
        """;

    public const string Copy = """
        copy staged_pupil (line, number, snils_key, family_name, given_name, patronymic, kind, subject_code, term, stage_code, faults, school_year, grade,
            pupils, successful, prizes, counted_on) from stdin (format binary)
        """;

    // By the insurance number, else by the school's number, else by the full name, among those who work or worked here in that school year.
    // A name that stands beside a number has to agree with it. One who is known by a stronger key is looked for by no weaker one.
    public const string Find = $"""
        analyze staged_pupil;
        {ImportSql.Problem}
        select 'CSV', s.line, split_part(f, E'\x1f', 1), split_part(f, E'\x1f', 2), nullif(split_part(f, E'\x1f', 3), '')
          from staged_pupil s, unnest(string_to_array(s.faults, E'\x1e')) f where s.faults is not null;
        update staged_pupil set bad = true where faults is not null;

        create temp table staged_staff on commit drop as
        select p.id, p.snils_key, p.name_key, translate(lower(p.family_name), 'ё', 'е') family, nullif(translate(lower(p.patronymic), 'ё', 'е'), '') patronymic,
               e.started_on, e.ended_on
          from employment e join person p on p.id = e.person_id and p.pseudonymised_at is null and p.merged_into is null
         where e.organization_id = @OrganizationId;
        create index on staged_staff (name_key);
        create temp table staged_taught on commit drop as
        select distinct n.line, p.id person_id, k.rank
          from (select line, number, snils_key, school_year, translate(lower(family_name || ' ' || given_name), 'ё', 'е') as name,
                       translate(lower(family_name), 'ё', 'е') family, nullif(translate(lower(patronymic), 'ё', 'е'), '') patronymic
                  from staged_pupil where not bad) n
          join staged_staff p on p.started_on < make_date(n.school_year + 1, 9, 1) and (p.ended_on is null or p.ended_on > make_date(n.school_year, 9, 1))
         cross join lateral (select case
                   when n.snils_key = p.snils_key and (n.name is null or p.name_key = n.name or p.family = n.family) then 1
                   when n.number is not null and (n.name is null or p.name_key = n.name or p.family = n.family)
                        and exists (select from person_source s where s.organization_id = @OrganizationId and s.person_id = p.id
                                       and s.source_id in (n.number, 'number:' || n.number)) then 2
                   when p.name_key = n.name and (n.patronymic is null or p.patronymic is null or p.patronymic = n.patronymic) then 3 end rank) k
         where k.rank is not null;
        delete from staged_taught w using (select line, min(rank) rank from staged_taught group by line) best where best.line = w.line and w.rank > best.rank;
        update staged_pupil s set person_id = f.person_id
          from (select line, min(person_id::text)::uuid person_id from staged_taught group by line having count(*) = 1) f where f.line = s.line;
        with lost as (
            update staged_pupil s set bad = true where not bad and person_id is null
            returning s.line, case when exists (select from staged_taught w where w.line = s.line) then 'pupil-results.import-ambiguous'
                                   else 'pupil-results.import-unknown' end code)
        {ImportSql.Problem} select 'CSV', line, @Who, code, null from lost;
        """;

    public const string Plan = $"""
        with again as (
            update staged_pupil s set bad = true
              from (select line, row_number() over same n, first_value(line) over same first_line from staged_pupil where not bad
                    window same as (partition by person_id, school_year, kind, subject_code, grade, term, stage_code order by line)) t
             where t.line = s.line and t.n > 1 returning s.line, t.first_line)
        {ImportSql.Problem} select 'CSV', line, @Kind, 'pupil-results.import-twice', first_line::text from again;

        -- What somebody corrects meanwhile waits; what somebody enters meanwhile meets the unique index, and the file is judged anew.
        select r.id from staged_pupil s
          join pupil_result r on r.organization_id = @OrganizationId and r.person_id = s.person_id and r.school_year = s.school_year
         where not s.bad order by r.id for update of r;
        create temp table staged_figure on commit drop as
        select s.*, r.id result_id, gen_random_uuid() new_id,
               case when r.id is null then 'Comes'
                    when (r.pupils, r.successful, r.counted_on) = (s.pupils, s.successful, s.counted_on) and r.prizes is not distinct from s.prizes
                    then 'Known' else 'Differs' end change
          from staged_pupil s
          left join pupil_result r on r.organization_id = @OrganizationId and r.person_id = s.person_id and r.school_year = s.school_year
               and r.kind = s.kind and r.subject_code = s.subject_code and r.grade = s.grade and r.term is not distinct from s.term
               and r.stage_code is not distinct from s.stage_code and r.withdrawn_at is null
         where not s.bad;
        """;

    public const string Count = """
        select count(*) filter (where change = 'Comes')::int creates, count(*) filter (where change = 'Differs')::int updates, 0 ends,
               count(*) filter (where change = 'Known')::int unchanged
          from staged_figure
        """;

    public const string Apply = """
        create temp table staged_author on commit drop as
        select coalesce((select a.display_name from identity.account a where a.id::text = @By), @By) as name,
               (select i.file_name from import i where i.id = @Id) file_name;
        insert into pupil_result_change (region_code, id, result_id, organization_id, person_id, version, step, pupils, successful, prizes, counted_on,
            told_at, told_by, told_by_name, new_pupils, new_successful, new_prizes, new_counted_on, reason, changed_at, changed_by, changed_by_name)
        select r.region_code, s.new_id, r.id, r.organization_id, r.person_id, r.version, 'Correct', r.pupils, r.successful, r.prizes, r.counted_on,
               r.told_at, r.told_by, r.told_by_name, s.pupils, s.successful, s.prizes, s.counted_on, a.file_name, @Now, @By, a.name
          from staged_figure s join pupil_result r on r.region_code = @RegionCode and r.id = s.result_id cross join staged_author a
         where s.change = 'Differs';
        update pupil_result r set pupils = s.pupils, successful = s.successful, prizes = s.prizes, counted_on = s.counted_on, told_at = @Now, told_by = @By,
               told_by_name = a.name, version = r.version + 1
          from staged_figure s cross join staged_author a
         where s.change = 'Differs' and r.region_code = @RegionCode and r.id = s.result_id;
        insert into pupil_result (region_code, id, organization_id, person_id, person_name, school_year, kind, subject_code, grade, term, stage_code,
            pupils, successful, prizes, counted_on, told_at, told_by, told_by_name)
        select @RegionCode, s.new_id, @OrganizationId, s.person_id, person_name(p), s.school_year, s.kind, s.subject_code, s.grade, s.term, s.stage_code,
               s.pupils, s.successful, s.prizes, s.counted_on, @Now, @By, a.name
          from staged_figure s join person p on p.id = s.person_id cross join staged_author a
         where s.change = 'Comes'
        """;
}
