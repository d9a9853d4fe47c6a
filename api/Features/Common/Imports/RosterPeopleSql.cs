namespace Mentoring.Api.Features.Common.Imports;

/// <summary>Who comes, changes and leaves by a roster, kept beside the import so that a person can look before confirming it.</summary>
static class RosterPeopleSql
{
    /// <summary>Of those whom only the file names, the name is kept until the import is over; the others are read by their id.</summary>
    public const string Keep = $$"""
        {{Details}}
        delete from import_person where import_id = @Id;
        insert into import_person (import_id, sequence, organization_id, region_code, change, person_id, name, position_code, day, fields,
                                   is_known, details)
        select @Id, row_number() over (order by change, name, key), @OrganizationId, @RegionCode, change, person_id, name, position_code, day, fields,
               is_known, coalesce((select jsonb_agg(jsonb_build_object('field', d.field, 'positionCode', d.post, 'before', d.before, 'after', d.after)
                                          order by d.place, d.post, d.after)
                           from staged_detail d where d.person_id = people.person_id and people.change = 'Changes'), '[]')
          from (select case when here.person_id is not null then 'Changes' else 'Joins' end change,
                       coalesce(sp.person_id, case when @Applying then sp.new_id end) person_id,
                       nullif(concat_ws(' ', coalesce(sp.family_name, told.family_name, p.family_name),
                                        coalesce(sp.given_name, told.given_name, p.given_name),
                                        coalesce(sp.patronymic, told.patronymic, case when not sp.found then p.patronymic end)), '') name,
                       job.position_code, job.started_on as day, coalesce(sp.person_id, sp.new_id) key,
                       case when sp.found or here.person_id is null then '{}' else array_remove(array[
                           case when sp.changed and (p.family_name, p.given_name, p.patronymic) is distinct from (coalesce(sp.family_name, p.family_name),
                               coalesce(sp.given_name, p.given_name), coalesce(sp.patronymic, p.patronymic)) then 'Name' end,
                           case when sp.changed and p.birth_date is distinct from coalesce(sp.birth_date, p.birth_date) then 'BirthDate' end,
                           case when sp.changed and (p.email, p.phone) is distinct from (nullif(coalesce(sp.email, p.email), ''),
                               nullif(coalesce(sp.phone, p.phone), '')) then 'Contacts' end,
                           case when job.busy or ended.person_id is not null then 'Work' end], null) end fields, coalesce(sp.found, false) is_known
                  from staged_person sp
                  left join person p on p.id = sp.person_id
                  left join staged_user told on told.line = sp.line and sp.found
                  left join staged_present here on here.person_id = sp.person_id
                  left join (select n, bool_or(employment_id is null or changed) busy,
                                    (array_agg(position_code order by is_main desc, started_on desc))[1] position_code,
                                    (array_agg(started_on order by is_main desc, started_on desc))[1] started_on
                               from staged_job group by n) job on job.n = sp.n
                  left join (select distinct person_id from staged_detail where field = 'LastDay' or after is null and field = 'Post') ended
                    on ended.person_id = sp.person_id
                 where here.leaves is not true and (sp.person_id is null or sp.changed or job.busy or ended.person_id is not null)
                union all
                -- Of whom a delta says nothing but that one of several posts is over.
                select 'Changes', d.person_id, person_name(p), min(d.post),
                       min(coalesce(d.after::date + 1, d.before::date)), d.person_id, array['Work'], false
                  from staged_detail d join person p on p.id = d.person_id
                 where d.field in ('LastDay', 'Post') and not exists (select from staged_person sp where sp.person_id = d.person_id) group by d.person_id, p.id
                union all
                select 'Leaves', l.person_id, person_name(p), e.position_code, l.left_on, l.person_id, '{}', false
                  from staged_present l join person p on p.id = l.person_id
                  join lateral (select position_code from employment e where e.organization_id = @OrganizationId and e.person_id = l.person_id
                                 order by (e.ended_on is null) desc, e.is_main desc, e.started_on desc limit 1) e on true
                 where l.leaves) people
         order by change, name, key limit @MostProblems
        """;

    /// <summary>What changes of a person who stays, from what to what; of a post also which one it is.</summary>
    const string Details = """
        create temp table staged_detail on commit drop as
        select sp.person_id, null::text post, v.place, v.field, v.before, v.after
          from staged_person sp join person p on p.id = sp.person_id cross join lateral (values
               (1, 'Name', person_name(p),
                concat_ws(' ', coalesce(sp.family_name, p.family_name), coalesce(sp.given_name, p.given_name), coalesce(sp.patronymic, p.patronymic))),
               (2, 'BirthDate', p.birth_date::text, coalesce(sp.birth_date, p.birth_date)::text),
               (3, 'Email', p.email, nullif(coalesce(sp.email, p.email), '')),
               (4, 'Phone', p.phone, nullif(coalesce(sp.phone, p.phone), ''))) v (place, field, before, after)
         where sp.changed and v.before is distinct from v.after
        union all
        select j.person_id, e.position_code, v.place, v.field, v.before, v.after
          from staged_job j join employment e on e.id = j.employment_id cross join lateral (values
               (5, 'Position', e.position_code, j.position_code), (6, 'IsMain', e.is_main::text, j.is_main::text),
               (7, 'Qualification', e.qualification, coalesce(j.qualification, e.qualification)),
               (8, 'StartedOn', e.started_on::text, j.started_on::text),
               (9, 'LastDay', (e.ended_on - 1)::text, (j.ended_on - 1)::text)) v (place, field, before, after)
         where j.changed and v.before is distinct from v.after
        union all
        select j.person_id, j.position_code, 0, 'Post', null, j.started_on::text from staged_job j where j.employment_id is null and j.person_id is not null
        union all
        select e.person_id, e.position_code, case when x.ended_on is null then 0 else 9 end, case when x.ended_on is null then 'Post' else 'LastDay' end,
               case when x.ended_on is null then e.started_on::text else (e.ended_on - 1)::text end, (x.ended_on - 1)::text
          from staged_end x join employment e on e.id = x.id join staged_present here on here.person_id = e.person_id and not here.leaves;
        create index on staged_detail (person_id);
        """;

    /// <summary>Whoever entered one person by hand has no file to mend.</summary>
    public const string ByHand = """
        update staged_problem p set code = 'import.person-here', value = null
          from staged_user u where u.line = p.line and u.source_id = @Hand and p.code = 'import.person-known'
        """;

    /// <summary>Of an import that is over the names and contacts go; of one that came to nothing, everything.</summary>
    public const string Forget = """
        delete from import_person p using import i where p.import_id = @Id and i.id = @Id and i.status <> 'Applied';
        update import_person set name = null, details = (select coalesce(jsonb_agg(d), '[]') from jsonb_array_elements(details) d
                                                          where d ->> 'field' not in ('Name', 'BirthDate', 'Email', 'Phone')) where import_id = @Id
        """;
}
