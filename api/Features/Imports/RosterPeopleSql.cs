namespace Mentoring.Api.Features.Imports;

/// <summary>Who comes, changes and leaves by a roster, kept beside the import so that a person can look before confirming it.</summary>
static class RosterPeopleSql
{
    /// <summary>Of those whom only the file names, the name is kept until the import is over; the others are read by their id.</summary>
    public const string Keep = """
        delete from import_person where import_id = @Id;
        insert into import_person (import_id, sequence, organization_id, region_code, change, person_id, name, position_code, day, fields)
        select @Id, row_number() over (order by change, name, key), @OrganizationId, @RegionCode, change, person_id, name, position_code, day, fields
          from (select case when here.person_id is not null then 'Changes' else 'Joins' end change,
                       coalesce(sp.person_id, case when @Applying then sp.new_id end) person_id,
                       nullif(concat_ws(' ', coalesce(sp.family_name, p.family_name), coalesce(sp.given_name, p.given_name),
                                             coalesce(sp.patronymic, p.patronymic)), '') name,
                       job.position_code, job.started_on as day, coalesce(sp.person_id, sp.new_id) key,
                       case when here.person_id is null then '{}' else array_remove(array[
                           case when sp.changed and (p.family_name, p.given_name, p.patronymic) is distinct from (coalesce(sp.family_name, p.family_name),
                               coalesce(sp.given_name, p.given_name), coalesce(sp.patronymic, p.patronymic)) then 'Name' end,
                           case when sp.changed and p.birth_date is distinct from coalesce(sp.birth_date, p.birth_date) then 'BirthDate' end,
                           case when sp.changed and (p.email, p.phone) is distinct from (nullif(coalesce(sp.email, p.email), ''),
                               nullif(coalesce(sp.phone, p.phone), '')) then 'Contacts' end,
                           case when job.busy then 'Work' end], null) end fields
                  from staged_person sp
                  left join person p on p.id = sp.person_id
                  left join staged_present here on here.person_id = sp.person_id
                  left join (select n, bool_or(employment_id is null or changed) busy,
                                    (array_agg(position_code order by is_main desc, started_on desc))[1] position_code,
                                    (array_agg(started_on order by is_main desc, started_on desc))[1] started_on
                               from staged_job group by n) job on job.n = sp.n
                 where here.leaves is not true and (sp.person_id is null or sp.changed or job.busy)
                union all
                select 'Leaves', l.person_id, concat_ws(' ', p.family_name, p.given_name, p.patronymic), e.position_code, l.left_on, l.person_id, '{}'
                  from staged_present l join person p on p.id = l.person_id
                  join lateral (select position_code from employment e where e.organization_id = @OrganizationId and e.person_id = l.person_id
                                 order by (e.ended_on is null) desc, e.is_main desc, e.started_on desc limit 1) e on true
                 where l.leaves) people
         order by change, name, key limit @MostProblems
        """;

    /// <summary>Of an import that is over the names go; of one that came to nothing, everything.</summary>
    public const string Forget = """
        delete from import_person p using import i where p.import_id = @Id and i.id = @Id and i.status <> 'Applied';
        update import_person set name = null where import_id = @Id
        """;
}
