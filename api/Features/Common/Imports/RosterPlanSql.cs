namespace Mentoring.Api.Features.Common.Imports;

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

    public const string Tables = """
        create temp table staged_user (
            line int not null, id uuid not null, source_id text, deleted boolean not null, family_name text, given_name text, patronymic text,
            birth_date date, email text, phone text, snils_key text, faults text, bad boolean not null default false,
            is_new boolean not null, apart boolean not null default false, elsewhere boolean not null default false,
            recognised boolean not null default false) on commit drop;
        create temp table staged_role (
            line int not null, id uuid not null, source_id text, deleted boolean not null, user_source_id text, is_staff boolean not null,
            elsewhere boolean not null, position_code text, is_teaching boolean not null, is_main boolean not null, qualification text, started_on date,
            undated boolean not null, ended_on date, faults text, bad boolean not null default false) on commit drop;
        """;

    /// <summary>
    /// What is wrong in a row by itself, and among its neighbours. Who has rows about work and none of them about work here
    /// is not ours: the pupil, the parent, the teacher of another school of the file, whose id may by chance be one of ours.
    /// An id that stood for somebody else so far, by name and birth date, is not trusted above the person. Whoever has another
    /// family name has the same given name and patronymic, birth date or e-mail, unless somebody has said who it is.
    /// </summary>
    public const string Judge = """
        create index on staged_user (source_id);
        create index on staged_role (source_id);
        analyze staged_user;
        create index on staged_role (user_source_id) where elsewhere;
        analyze staged_role;
        update staged_user u set apart = true, elsewhere = r.elsewhere
          from (select user_source_id, bool_or(elsewhere) elsewhere from staged_role where user_source_id is not null and not deleted
                 group by user_source_id having not bool_or(is_staff and not elsewhere)) r
         where r.user_source_id = u.source_id
           and not (@Delta and exists (
                   select from person_source s join person p on p.id = s.person_id
                    where s.organization_id = @OrganizationId and s.source_id = u.source_id
                      and (u.given_name is null or u.birth_date = p.birth_date
                           or translate(lower(u.given_name), 'ё', 'е') = translate(lower(p.given_name), 'ё', 'е')
                           or translate(lower(u.family_name), 'ё', 'е') = translate(lower(p.family_name), 'ё', 'е'))));
        create temp table staged_contrary on commit drop as
        select u.line, u.source_id
          from (select line, source_id, birth_date, email, snils_key,
                       translate(lower(family_name), 'ё', 'е') family, translate(lower(given_name), 'ё', 'е') given,
                       translate(lower(patronymic), 'ё', 'е') patronymic
                  from staged_user where not deleted and not apart and not recognised and family_name is not null and given_name is not null) u
          join person_source s on s.organization_id = @OrganizationId and s.source_id = u.source_id
          join (select id, birth_date, email, snils_key, translate(lower(family_name), 'ё', 'е') family, translate(lower(given_name), 'ё', 'е') given,
                       translate(lower(patronymic), 'ё', 'е') patronymic
                  from person where pseudonymised_at is null) p on p.id = s.person_id
         where case when u.snils_key = p.snils_key then false
                    when u.snils_key <> p.snils_key then (u.family = p.family and u.given = p.given and u.birth_date = p.birth_date) is not true
                    else (u.family <> p.family or u.given <> p.given) and u.birth_date <> p.birth_date
                         or u.family <> p.family and (u.given = p.given and u.patronymic = p.patronymic) is not true
                            and (u.birth_date = p.birth_date) is not true and (lower(u.email) = lower(p.email)) is not true end;
        create index on staged_contrary (source_id);
        analyze staged_contrary;
        insert into staged_problem
        select 'users.csv', line, 'sourcedId', 'import.other-person', source_id from staged_contrary
        union all
        select 'users.csv', u.line, split_part(f, E'\x1f', 1), split_part(f, E'\x1f', 2), nullif(split_part(f, E'\x1f', 3), '')
          from staged_user u, unnest(string_to_array(u.faults, E'\x1e')) f where u.faults is not null and not u.apart
        union
        select @RolesFile, r.line, split_part(f, E'\x1f', 1), split_part(f, E'\x1f', 2), nullif(split_part(f, E'\x1f', 3), '')
          from staged_role r, unnest(string_to_array(r.faults, E'\x1e')) f where r.faults is not null
        union all
        select 'users.csv', line, 'sourcedId', 'import.source-id-twice', source_id
          from (select line, source_id, row_number() over (partition by source_id order by line) k
                  from staged_user where source_id is not null and not apart) u where k > 1
        union all
        select 'users.csv', line, 'metadata.mentoring.snils', 'import.snils-twice', null
          from (select line, row_number() over (partition by snils_key order by line) k
                  from staged_user where snils_key is not null and not apart and not deleted) u where k > 1
        union all
        select @RolesFile, line, 'sourcedId', 'import.source-id-twice', source_id
          from (select line, source_id, row_number() over (partition by source_id order by line) k
                  from staged_role where source_id is not null and not elsewhere) r
         where k > 1 and @RolesFile <> 'users.csv'
        union all
        select @RolesFile, r.line, 'userSourcedId', 'import.user-unknown', r.user_source_id
          from staged_role r left join person_source s on @Delta and s.organization_id = @OrganizationId and s.source_id = r.user_source_id
         where r.user_source_id is not null and not r.deleted and r.is_staff and not r.elsewhere and s.source_id is null
           and not exists (select from staged_user u where u.source_id = r.user_source_id)
        union all
        select @RolesFile, line, 'userSourcedId', 'import.user-roles-many', user_source_id
          from (select line, user_source_id, row_number() over (partition by user_source_id order by line) k
                  from staged_role where user_source_id is not null and not deleted and is_staff and not elsewhere) r where k > @MostRolesOfOne;
        analyze staged_problem;
        update staged_user u set bad = true from staged_problem p where p.file = 'users.csv' and p.line = u.line;
        update staged_role r set bad = true from staged_problem p where p.file = @RolesFile and p.line = r.line;
        """;

    /// <summary>
    /// What ends, what changes, and what cannot be. Nobody's work ends because a row about them, or one that may be about
    /// them, is faulty; who begins at another school of the file ends here on that day, and whose main work begins here ends
    /// it elsewhere: a person has one. Work that begins on a day to come may be newer than the file: it is called off whole when
    /// the file says so, and stays when the file does not know it. Of two times that overlap the row
    /// whose time begins later is the problem, and always the file's where one is recorded already: in the order of their
    /// beginnings a row overlaps an earlier one when it begins before the latest end so far, which one pass over the sorted
    /// rows tells.
    /// </summary>
    public static readonly string Decide = $"""
        create index on staged_job (person_id, started_on) where employment_id is null;
        create index on staged_job (employment_id);
        analyze staged_job;
        update staged_job j set started_on = e.started_on from employment e
         where e.id = j.employment_id and e.hired_on <= e.started_on and j.started_on < e.started_on;
        create temp table staged_doubt on commit drop as
        select source_id from staged_user where bad union select user_source_id from staged_role where bad;
        create index on staged_doubt (source_id);
        analyze staged_doubt;
        create temp table staged_doubtful on commit drop as
        select s.person_id from staged_doubt d join person_source s on s.organization_id = @OrganizationId and s.source_id = d.source_id
        union
        select here.person_id
          from (select distinct translate(lower(u.family_name || ' ' || u.given_name), 'ё', 'е') name
                  from staged_doubt d join staged_user u on u.source_id = d.source_id
                 where not exists (select from person_source s where s.organization_id = @OrganizationId and s.source_id = d.source_id)) d
          join (select p.id person_id, p.name_key as name
                  from (select distinct person_id from employment where organization_id = @OrganizationId) e join person p on p.id = e.person_id) here
            on here.name = d.name
        union
        select p.id from staged_doubt d join staged_user u on u.source_id = d.source_id join person p on p.snils_key = u.snils_key;
        create index on staged_doubtful (person_id);
        analyze staged_doubtful;
        create temp table staged_end on commit drop as
        select e.id, case when e.started_on <= @Today then greatest(e.started_on + 1, least(@Today, (select min(j.started_on) from staged_job j
                where j.person_id = e.person_id and j.employment_id is null and j.started_on > e.started_on),
               (select min(r.started_on) from person_source s join staged_role r on r.user_source_id = s.source_id and r.elsewhere
                 where s.organization_id = @OrganizationId and s.person_id = e.person_id
                   and e.is_main and r.is_main and not r.undated and r.started_on > e.started_on))) end ended_on
          from employment e
          left join (select s.person_id, bool_and(gone.line is not null) gone, bool_or(c.line is not null) contrary
                       from person_source s
                       left join staged_user gone on gone.source_id = s.source_id and gone.deleted and not gone.bad
                       left join staged_contrary c on c.source_id = s.source_id
                      where s.organization_id = @OrganizationId group by s.person_id) s on s.person_id = e.person_id
          left join staged_doubtful d on d.person_id = e.person_id
          left join staged_role lost on lost.source_id = e.source_id and lost.deleted and not lost.bad
         where e.organization_id = @OrganizationId and (e.ended_on is null or e.ended_on > @Today)
           and not exists (select from staged_job j where j.employment_id = e.id)
           and not exists (select from staff_edit h where h.employment_id = e.id and h.kind = 'Work' and h.undone_at is null and h.effective_on > @Today)
           and (e.started_on <= @Today or (s.gone or lost.line is not null) and s.contrary is not true)
           and case when @Delta then (s.gone or lost.line is not null) and s.contrary is not true
               else d.person_id is null and not exists (select from staged_doubt where source_id is null)
                and (s.person_id is not null or not exists (select from staged_doubt))
               end;
        delete from staged_end x using employment e where e.id = x.id and e.ended_on <= x.ended_on;
        -- What a hand had planned of work that ends before goes with it: it is the same work.
        insert into staged_end
        with recursive planned as (
            select later.* from employment e join employment later on later.started_on > @Today and {Continuation.Of("e", "later")}
             where e.organization_id = @OrganizationId
               and (exists (select from staged_end x where x.id = e.id)
                    or exists (select from staged_job j join staged_said_work w on w.line = j.line
                                where j.employment_id = e.id and w.ended_on <= e.ended_on))
               and not exists (select from staged_job j where j.employment_id = later.id)
            union all
            select later.* from planned p join employment later on {Continuation.Of("p", "later")}
             where not exists (select from staged_job j where j.employment_id = later.id))
        select distinct id, null::date from planned where id not in (select id from staged_end);
        -- A day after what is planned ends the work as it will be by then.
        insert into staged_end
        with recursive planned as (
            select later.*, w.ended_on said from staged_job j join staged_said_work w on w.line = j.line
              join employment e on e.id = j.employment_id and e.ended_on > @Today and w.ended_on > e.ended_on
              join employment later on {Continuation.Of("e", "later")}
             where not exists (select from staged_job o where o.employment_id = later.id)
            union all
            select later.*, p.said from planned p join employment later on {Continuation.Of("p", "later")}
             where not exists (select from staged_job o where o.employment_id = later.id))
        select id, case when started_on < said then said end from planned
         where (ended_on is null or ended_on > said) and id not in (select id from staged_end);
        create index on staged_end (id);
        analyze staged_end;
        create temp table staged_moved on commit drop as
        select distinct on (e.id) e.id, e.organization_id, e.region_code, e.person_id, j.line, j.started_on ended_on
          from staged_job j join employment e on e.person_id = j.person_id and e.organization_id <> @OrganizationId
         where e.is_main and j.is_main and j.employment_id is null and (j.ended_on is null or j.ended_on > @Today)
           and e.started_on < j.started_on and (e.ended_on is null or e.ended_on > j.started_on)
         order by e.id, j.started_on;
        create index on staged_moved (id);
        analyze staged_moved;
        create temp table staged_final on commit drop as
        select j.line, j.person_key, @OrganizationId::uuid organization_id, j.position_code, j.is_main, j.started_on, coalesce(j.ended_on, 'infinity') ended_on
          from staged_job j
        union all
        select 0, e.person_id, e.organization_id, e.position_code, e.is_main, e.started_on, coalesce(x.ended_on, m.ended_on, e.ended_on, 'infinity')
          from staged_person sp join employment e on e.person_id = sp.person_id left join staged_end x on x.id = e.id
          left join staged_moved m on m.id = e.id
         where not exists (select from staged_job j where j.employment_id = e.id) and (x.id is null or x.ended_on is not null);
        analyze staged_final;
        insert into staged_problem
        select @RolesFile, line, 'metadata.mentoring.isMain', 'import.main-twice', null
          from (select line, started_on, ended_on, max(ended_on) over before taken_until, min(started_on) filter (where line = 0) over after recorded_from
                  from staged_final where is_main
                window before as (partition by person_key order by started_on, line rows between unbounded preceding and 1 preceding),
                       after as (partition by person_key order by started_on desc, line desc rows between unbounded preceding and 1 preceding)) f
         where line > 0 and (started_on < taken_until or ended_on > recorded_from)
        union all
        select @RolesFile, line, 'metadata.mentoring.position', 'import.position-twice', position_code
          from (select line, started_on, ended_on, position_code,
                       max(ended_on) over before taken_until, min(started_on) filter (where line = 0) over after recorded_from
                  from staged_final
                window before as (partition by person_key, organization_id, position_code
                                  order by started_on, line rows between unbounded preceding and 1 preceding),
                       after as (partition by person_key, organization_id, position_code
                                 order by started_on desc, line desc rows between unbounded preceding and 1 preceding)) f
         where line > 0 and (started_on < taken_until or ended_on > recorded_from)
        union all
        select @RolesFile, j.line, 'metadata.mentoring.hireDate', 'import.hired-young', to_char(j.started_on, 'YYYY-MM-DD')
          from staged_job j join staged_person sp on sp.n = j.n left join person p on p.id = sp.person_id
         where not j.undated and j.started_on < coalesce(sp.birth_date, p.birth_date) + interval '14 years';
        -- A date of birth that the work contradicts is not taken over.
        update staged_person sp set birth_date = null
          from staged_job j join staged_problem p on p.file = @RolesFile and p.line = j.line and p.code = 'import.hired-young' where j.n = sp.n;
        -- Of whom a row is a problem, nothing ends: the file does say that they work here.
        delete from staged_end x using employment e, staged_job j, staged_problem p
         where e.id = x.id and j.person_id = e.person_id and p.file = @RolesFile and p.line = j.line;
        delete from staged_job j using staged_problem p where p.file = @RolesFile and p.line = j.line;
        delete from staged_moved m where not exists (select from staged_job j where j.line = m.line);
        delete from staged_person sp where (sp.person_id is null or sp.found) and not exists (select from staged_job j where j.n = sp.n);
        update staged_person sp set changed = true from person p
         where p.id = sp.person_id and p.pseudonymised_at is null
           and (p.family_name, p.given_name, p.patronymic, p.birth_date, p.email, p.phone, p.snils_key) is distinct from
               (coalesce(sp.family_name, p.family_name), coalesce(sp.given_name, p.given_name), coalesce(sp.patronymic, p.patronymic),
                coalesce(sp.birth_date, p.birth_date), nullif(coalesce(sp.email, p.email), ''), nullif(coalesce(sp.phone, p.phone), ''),
                coalesce(sp.snils_key, p.snils_key));
        update staged_job j set touched = true, changed = e.changed
          from (select id, j.line, (e.position_code, e.is_teaching, e.is_main, e.started_on, e.ended_on, e.qualification) is distinct from
                       (j.position_code, j.is_teaching, j.is_main, j.started_on, j.ended_on, coalesce(j.qualification, e.qualification)) changed,
                       e.source_id is distinct from j.source_id renamed
                  from staged_job j join employment e on e.id = j.employment_id) e
         where e.line = j.line and (e.changed or e.renamed);
        create index on staged_person (n);
        create index on staged_job (n);
        create temp table staged_present on commit drop as
        select e.person_id, coalesce(max(coalesce(x.ended_on, j.ended_on)), max(e.started_on)) left_on,
               bool_and(x.id is not null or coalesce(j.ended_on <= @Today, false)) leaves
          from employment e left join staged_end x on x.id = e.id left join staged_job j on j.employment_id = e.id
         where e.organization_id = @OrganizationId and (e.ended_on is null or e.ended_on > @Today)
         group by e.person_id;
        create index on staged_present (person_id);
        create temp table staged_future on commit drop as
        select distinct person_key person_id from staged_job where ended_on is null or ended_on > @Today;
        create index on staged_future (person_id);
        analyze staged_present;
        analyze staged_future;
        update staged_present p set leaves = false from staged_future f where f.person_id = p.person_id and p.leaves;
        """;

    /// <summary>The staff before, who leaves it and who comes to it; whether an earlier file told of it.</summary>
    public const string Staffing = """
        select (select count(*) from staged_present)::int staff,
               (select count(*) from staged_future f where not exists (select from staged_present p where p.person_id = f.person_id))::int joins,
               (select count(*) from staged_present where leaves)::int leaves,
               not exists (select from person_source where organization_id = @OrganizationId) is_first,
               encode(sha256(convert_to(concat_ws('|',
                   (select string_agg(person_id::text, ',' order by person_id) from staged_present where leaves),
                   (select string_agg(sp.source_id, ',' order by sp.source_id)
                      from staged_future f join staged_person sp on coalesce(sp.person_id, sp.new_id) = f.person_id
                     where not exists (select from staged_present p where p.person_id = f.person_id))), 'UTF8')), 'hex') of_whom
        """;

    /// <summary>Rows about other organizations.</summary>
    public const string Elsewhere = """
        select (select count(*) from staged_user where elsewhere)::int + (select count(*) from staged_role where elsewhere and @RolesFile <> 'users.csv')::int
        """;

    public const string Count = """
        select count(*) filter (where person_id is null or found)::int creates,
               count(*) filter (where person_id is not null and not found and busy)::int updates,
               (select count(*)::int from staged_end) ends,
               count(*) filter (where person_id is not null and not found and not busy)::int unchanged
          from (select sp.person_id, sp.found, sp.changed or exists (select from staged_job j where j.n = sp.n and (j.employment_id is null or j.changed)) busy
                  from staged_person sp) people
        """;
}
