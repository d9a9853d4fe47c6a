namespace Mentoring.Api.Features.Common.Imports;

/// <summary>What a school's own list leaves unsaid, and how that is understood beside the steps of a roster.</summary>
static class StaffListSql
{
    public const string Tables = """
        create temp table staged_said (line int not null, main boolean not null, ended boolean not null) on commit drop;
        create temp table staged_found (line int not null, person_id uuid, apart boolean not null) on commit drop;
        """;

    /// <summary>Who was found by the person, not by an id of files.</summary>
    public const string Found = """
        update staged_person sp set person_id = f.person_id from staged_found f where f.line = sp.line and sp.person_id is null and f.person_id is not null;
        """;

    /// <summary>Somebody has said that it is another person.</summary>
    public const string Apart = """
        update staged_person sp set person_id = null, former_source_id = null from staged_found f where f.line = sp.line and f.apart and not sp.sourced;
        """;

    /// <summary>
    /// The list has no ids of posts and does not say all of them: what is unsaid stays as it is recorded, and who has a main work
    /// elsewhere keeps it. That somebody works whose work has ended is no reason to take the end back.
    /// </summary>
    public const string Unsaid = """
        insert into staged_problem
        select 'users.csv', j.line, 'metadata.mentoring.hireDate', 'import.ended-here', to_char(e.ended_on - 1, 'DD.MM.YYYY')
          from staged_job j join staged_said s on s.line = j.line join employment e on e.id = j.employment_id
         where not s.ended and e.ended_on <= @Today
           and not exists (select from staff_edit h where h.employment_id = e.id and h.kind = 'End' and h.undone_at is null);
        update staged_role r set bad = true from staged_problem p where p.line = r.line and p.code = 'import.ended-here';
        update staged_job j set source_id = e.source_id, is_main = case when s.main then j.is_main else e.is_main end,
               ended_on = case when e.ended_on > @Today then coalesce(j.ended_on, e.ended_on) else j.ended_on end
          from staged_said s, employment e where s.line = j.line and e.id = j.employment_id;
        update staged_job j set is_main = false
          from staged_said s
         where s.line = j.line and not s.main and j.is_main and j.employment_id is null
           and exists (select from employment e where e.person_id = j.person_id and e.is_main and (e.ended_on is null or e.ended_on > @Today)
                          and (e.organization_id <> @OrganizationId or exists (select from staged_job other where other.employment_id = e.id
                              and other.is_main)));
        """;

    /// <summary>Problems are told of the school's own sheet and headings; its people have numbers and names where those of files have ids.</summary>
    public const string Problems = """
        update staged_problem set code = own.code, value = null
          from (values ('import.source-id-twice', 'import.number-twice'), ('import.other-person', 'import.number-other'),
                       ('import.person-unsure', 'import.person-elsewhere'), ('import.person-known', 'import.name-of-two'),
                       ('import.person-twice', 'import.name-of-two')) own (roster, code)
         where own.roster = staged_problem.code;
        update staged_problem set file = @Sheet,
               field = case field when 'sourcedId' then @Name when 'userSourcedId' then @Name when 'metadata.mentoring.isMain' then @Main
                                  when 'metadata.mentoring.position' then @Position when 'metadata.mentoring.hireDate' then @Start else field end
        """;
}
