namespace Mentoring.Api.Features.Imports;

/// <summary>
/// How the staged rows of a roster are judged and matched, by sets. Every step is linear in the rows, sorting aside, however
/// they are spread over people: rows are never compared in pairs, and what is looked up many times has a table or an index
/// of its own. A subquery that outgrows the working memory would run again for every row; and of a school that has just
/// come the server expects one row of staff, and would read the whole file for each of two thousand.
/// </summary>
static class RosterPlanSql
{
    /// <summary>Rows about one person's work beyond these are problems: nobody holds so many posts at one organization.</summary>
    public const int MostRolesOfOne = 50;

    /// <summary>A name that more people bear, in the file or among the staff, tells nobody apart.</summary>
    public const int MostNamesakes = 50;

    public const string Tables = """
        create temp table staged_user (
            line int not null, id uuid not null, source_id text, deleted boolean not null, family_name text, given_name text, patronymic text,
            birth_date date, email text, phone text, faults text, bad boolean not null default false) on commit drop;
        create temp table staged_role (
            line int not null, id uuid not null, source_id text, deleted boolean not null, user_source_id text, is_staff boolean not null,
            position_code text, is_teaching boolean not null, is_main boolean not null, qualification text, started_on date, ended_on date,
            faults text, bad boolean not null default false) on commit drop;
        """;

    /// <summary>What is wrong in a row by itself, and among its neighbours.</summary>
    public const string Judge = """
        create index on staged_user (source_id);
        create index on staged_role (source_id);
        analyze staged_user;
        analyze staged_role;
        insert into staged_problem
        select 'users.csv', u.line, split_part(f, E'\x1f', 1), split_part(f, E'\x1f', 2), nullif(split_part(f, E'\x1f', 3), '')
          from staged_user u, unnest(string_to_array(u.faults, E'\x1e')) f where u.faults is not null
        union all
        select 'roles.csv', r.line, split_part(f, E'\x1f', 1), split_part(f, E'\x1f', 2), nullif(split_part(f, E'\x1f', 3), '')
          from staged_role r, unnest(string_to_array(r.faults, E'\x1e')) f where r.faults is not null
        union all
        select 'users.csv', line, 'sourcedId', 'import.source-id-twice', source_id
          from (select line, source_id, row_number() over (partition by source_id order by line) k from staged_user where source_id is not null) u where k > 1
        union all
        select 'roles.csv', line, 'sourcedId', 'import.source-id-twice', source_id
          from (select line, source_id, row_number() over (partition by source_id order by line) k from staged_role where source_id is not null) r where k > 1
        union all
        select 'roles.csv', r.line, 'userSourcedId', 'import.user-unknown', r.user_source_id
          from staged_role r left join person_source s on @Delta and s.organization_id = @OrganizationId and s.source_id = r.user_source_id
         where r.user_source_id is not null and not r.deleted and r.is_staff and s.source_id is null
           and not exists (select from staged_user u where u.source_id = r.user_source_id)
        union all
        select 'roles.csv', line, 'userSourcedId', 'import.user-roles-many', user_source_id
          from (select line, user_source_id, row_number() over (partition by user_source_id order by line) k
                  from staged_role where user_source_id is not null and not deleted and is_staff) r where k > @MostRolesOfOne;
        analyze staged_problem;
        update staged_user u set bad = true from staged_problem p where p.file = 'users.csv' and p.line = u.line;
        update staged_role r set bad = true from staged_problem p where p.file = 'roles.csv' and p.line = r.line;
        """;

    /// <summary>Which person of ours a row speaks of: by the other system's id, else by name and birth date among the staff that has no such id yet.</summary>
    public const string Match = """
        create temp table staged_held on commit drop as
        select distinct user_source_id source_id from staged_role where is_staff and not deleted and not bad and user_source_id is not null;
        create index on staged_held (source_id);
        analyze staged_held;
        create temp table staged_person on commit drop as
        select (row_number() over (order by u.line))::int n, u.line, u.source_id, u.id new_id, s.person_id, s.person_id is not null sourced,
               u.family_name, u.given_name, u.patronymic, u.birth_date, u.email, u.phone, false changed
          from staged_user u
          left join staged_held h on h.source_id = u.source_id
          left join person_source s on s.organization_id = @OrganizationId and s.source_id = u.source_id
         where not u.bad and not u.deleted and (h.source_id is not null or @Delta and s.person_id is not null);
        insert into staged_person (n, line, source_id, new_id, person_id, sourced, changed)
        select (select coalesce(max(n), 0) from staged_person) + row_number() over (order by s.source_id), 0, s.source_id, s.person_id, s.person_id, true, false
          from person_source s join staged_held h on h.source_id = s.source_id
         where @Delta and s.organization_id = @OrganizationId and not exists (select from staged_user u where u.source_id = s.source_id);
        analyze staged_person;
        create temp table staged_named on commit drop as
        select source_id, birth_date, name
          from (select source_id, birth_date, name, count(*) over (partition by name) namesakes
                  from (select source_id, birth_date, translate(lower(concat_ws(' ', family_name, given_name, patronymic)), 'ё', 'е') name
                          from staged_person where person_id is null) sp) sp
         where namesakes <= @MostNamesakes;
        create index on staged_named (name);
        analyze staged_named;
        create temp table staged_staff on commit drop as
        select id, birth_date, name
          from (select id, birth_date, name, count(*) over (partition by name) namesakes
                  from (select p.id, p.birth_date, translate(lower(concat_ws(' ', p.family_name, p.given_name, p.patronymic)), 'ё', 'е') name
                          from (select distinct e.person_id from employment e
                                 where e.organization_id = @OrganizationId
                                   and not exists (select from person_source s where s.organization_id = @OrganizationId and s.person_id = e.person_id)) here
                          join person p on p.id = here.person_id and p.pseudonymised_at is null) p) p
         where namesakes <= @MostNamesakes;
        analyze staged_staff;
        update staged_person sp set person_id = m.person_id
          from (select n.source_id, p.id person_id, count(*) over (partition by n.source_id) candidates, count(*) over (partition by p.id) claims
                  from staged_named n join staged_staff p
                    on p.name = n.name and (p.birth_date = n.birth_date or p.birth_date is null or n.birth_date is null)) m
         where m.source_id = sp.source_id and m.candidates = 1 and m.claims = 1;
        create temp table staged_job on commit drop as
        select sp.n, r.line, r.source_id, r.id new_id, sp.person_id, coalesce(sp.person_id, sp.new_id) person_key, r.position_code, r.is_teaching, r.is_main,
               r.qualification, r.started_on, r.ended_on, null::uuid employment_id, false changed, false touched
          from staged_role r join staged_person sp on sp.source_id = r.user_source_id
         where r.is_staff and not r.deleted and not r.bad;
        create index on staged_job (person_id);
        analyze staged_job;
        update staged_job j set employment_id = m.id
          from (select distinct on (id) line, id
                  from (select distinct on (j.line) j.line, e.id
                          from staged_job j join employment e on e.organization_id = @OrganizationId and e.person_id = j.person_id
                         where e.source_id = j.source_id
                            or e.period && daterange(j.started_on, j.ended_on)
                               and (e.position_code = j.position_code or e.is_main and j.is_main and j.started_on <= e.started_on)
                         order by j.line, (e.source_id is not distinct from j.source_id) desc, (e.position_code = j.position_code) desc, e.started_on desc) one
                 order by id, line) m
         where m.line = j.line;
        """;

    /// <summary>
    /// What ends, what changes, and what cannot be. Nobody's work ends because a row about them, or one that may be about
    /// them, is faulty. Of two times that overlap the row whose time begins later is the problem, and always the file's
    /// where one is recorded already: in the order of their beginnings a row overlaps an earlier one when it begins before
    /// the latest end so far, which one pass over the sorted rows tells.
    /// </summary>
    public const string Decide = """
        create index on staged_job (person_id, started_on) where employment_id is null;
        create index on staged_job (employment_id);
        analyze staged_job;
        update staged_job j set started_on = e.started_on from employment e
         where e.id = j.employment_id and e.hired_on <= e.started_on and j.started_on < e.started_on;
        create temp table staged_doubt on commit drop as
        select source_id from staged_user where bad union select user_source_id from staged_role where bad;
        create index on staged_doubt (source_id);
        analyze staged_doubt;
        create temp table staged_end on commit drop as
        select e.id, greatest(e.started_on + 1, least(@Today, (select min(j.started_on) from staged_job j
                where j.person_id = e.person_id and j.employment_id is null and j.started_on > e.started_on))) ended_on
          from employment e
          left join person_source s on s.organization_id = @OrganizationId and s.person_id = e.person_id
          left join staged_user gone on gone.source_id = s.source_id and gone.deleted and not gone.bad
          left join staged_role lost on lost.source_id = e.source_id and lost.deleted and not lost.bad
          left join staged_doubt d on d.source_id = s.source_id
         where e.organization_id = @OrganizationId and (e.ended_on is null or e.ended_on > @Today)
           and not exists (select from staged_job j where j.employment_id = e.id)
           and case when @Delta then gone.line is not null or lost.line is not null
               else d.source_id is null and not exists (select from staged_doubt where source_id is null)
                and (s.source_id is not null or not exists (select from staged_doubt))
               end;
        create index on staged_end (id);
        analyze staged_end;
        create temp table staged_final on commit drop as
        select j.line, j.person_key, @OrganizationId::uuid organization_id, j.position_code, j.is_main, j.started_on, coalesce(j.ended_on, 'infinity') ended_on
          from staged_job j
        union all
        select 0, e.person_id, e.organization_id, e.position_code, e.is_main, e.started_on, coalesce(x.ended_on, e.ended_on, 'infinity')
          from staged_person sp join employment e on e.person_id = sp.person_id left join staged_end x on x.id = e.id
         where not exists (select from staged_job j where j.employment_id = e.id);
        analyze staged_final;
        insert into staged_problem
        select 'roles.csv', line, 'metadata.mentoring.isMain', 'import.main-twice', null
          from (select line, started_on, ended_on, max(ended_on) over before taken_until, min(started_on) filter (where line = 0) over after recorded_from
                  from staged_final where is_main
                window before as (partition by person_key order by started_on, line rows between unbounded preceding and 1 preceding),
                       after as (partition by person_key order by started_on desc, line desc rows between unbounded preceding and 1 preceding)) f
         where line > 0 and (started_on < taken_until or ended_on > recorded_from)
        union all
        select 'roles.csv', line, 'metadata.mentoring.position', 'import.position-twice', position_code
          from (select line, started_on, ended_on, position_code,
                       max(ended_on) over before taken_until, min(started_on) filter (where line = 0) over after recorded_from
                  from staged_final
                window before as (partition by person_key, organization_id, position_code
                                  order by started_on, line rows between unbounded preceding and 1 preceding),
                       after as (partition by person_key, organization_id, position_code
                                 order by started_on desc, line desc rows between unbounded preceding and 1 preceding)) f
         where line > 0 and (started_on < taken_until or ended_on > recorded_from);
        delete from staged_job j using staged_problem p where p.file = 'roles.csv' and p.line = j.line;
        delete from staged_person sp where sp.person_id is null and not exists (select from staged_job j where j.n = sp.n);
        update staged_person sp set changed = true from person p
         where p.id = sp.person_id and p.pseudonymised_at is null
           and (p.family_name, p.given_name, p.patronymic, p.birth_date, p.email, p.phone) is distinct from
               (coalesce(sp.family_name, p.family_name), coalesce(sp.given_name, p.given_name), coalesce(sp.patronymic, p.patronymic),
                coalesce(sp.birth_date, p.birth_date), coalesce(sp.email, p.email), coalesce(sp.phone, p.phone));
        update staged_job j set touched = true, changed = e.changed
          from (select id, j.line, (e.position_code, e.is_teaching, e.is_main, e.started_on, e.ended_on, e.qualification) is distinct from
                       (j.position_code, j.is_teaching, j.is_main, j.started_on, j.ended_on, coalesce(j.qualification, e.qualification)) changed,
                       e.source_id is distinct from j.source_id renamed
                  from staged_job j join employment e on e.id = j.employment_id) e
         where e.line = j.line and (e.changed or e.renamed);
        create index on staged_person (n);
        create index on staged_job (n);
        """;

    public const string Count = """
        select count(*) filter (where person_id is null)::int creates,
               count(*) filter (where person_id is not null and busy)::int updates,
               (select count(*)::int from staged_end) ends,
               count(*) filter (where person_id is not null and not busy)::int unchanged
          from (select sp.person_id, sp.changed or exists (select from staged_job j where j.n = sp.n and (j.employment_id is null or j.changed)) busy
                  from staged_person sp) people
        """;
}
