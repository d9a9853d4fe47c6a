namespace Mentoring.Api.Features.Common.Imports;

/// <summary>Which people and which of their posts the staged rows speak of, found by sets as <see cref="RosterPlanSql"/> says.</summary>
static class RosterMatchSql
{
    /// <summary>A name that more people bear, in the file or among the staff, tells nobody apart.</summary>
    public const int MostNamesakes = 50;

    /// <summary>
    /// What has to speak for the person beside an insurance number, since a mistyped one may be valid and somebody else's: of the
    /// row <c>n</c> and the record <c>p</c>.
    /// </summary>
    const string Agrees = """
        (n.birth_date = p.birth_date
         or translate(lower(n.given_name), 'ё', 'е') = translate(lower(p.given_name), 'ё', 'е')
            and (translate(lower(n.family_name), 'ё', 'е') = translate(lower(p.family_name), 'ё', 'е')
                 or translate(lower(n.patronymic), 'ё', 'е') = nullif(translate(lower(p.patronymic), 'ё', 'е'), ''))) is true
        """;

    /// <summary>By the other system's id.</summary>
    public const string Known = """
        create temp table staged_held on commit drop as
        select distinct user_source_id source_id from staged_role
         where is_staff and not elsewhere and not deleted and not bad and user_source_id is not null;
        create index on staged_held (source_id);
        analyze staged_held;
        create temp table staged_person on commit drop as
        select (row_number() over (order by u.line))::int n, u.line, u.source_id, u.id new_id, s.person_id, s.person_id is not null sourced,
               u.family_name, u.given_name, u.patronymic, u.birth_date, u.email, u.phone, u.snils_key, false changed, null::text former_source_id, false found
          from staged_user u
          left join staged_held h on h.source_id = u.source_id
          left join person_source s on s.organization_id = @OrganizationId and s.source_id = u.source_id
         where not u.bad and not u.deleted and not u.apart and (h.source_id is not null or @Delta and s.person_id is not null);
        insert into staged_person (n, line, source_id, new_id, person_id, sourced, changed, found)
        select (select coalesce(max(n), 0) from staged_person) + row_number() over (order by s.source_id), 0, s.source_id, s.person_id, s.person_id,
               true, false, false
          from person_source s join staged_held h on h.source_id = s.source_id
         where @Delta and s.organization_id = @OrganizationId and not exists (select from staged_user u where u.source_id = s.source_id);
        create index on staged_person (source_id);
        analyze staged_person;
        """;

    /// <summary>
    /// Else by the person: name and birth date among the staff without such an id, and among those whose id the file no
    /// longer has, for a sender that numbers anew; without a birth date by the full name and the e-mail or the post. Somebody who
    /// stands in the file by another id is not made a second person: that row is held back. Of whoever has left a file of changes
    /// says nothing: they come again, by a second id.
    /// </summary>
    public const string Recognised = $"""
        create temp table staged_named on commit drop as
        select line, source_id, birth_date, email, snils_key, name, patronymic, row_number() over (partition by name, patronymic, birth_date order by line) k
          from (select *, count(*) over (partition by name) namesakes
                  from (select line, source_id, birth_date, lower(email) email, snils_key, translate(lower(family_name || ' ' || given_name), 'ё', 'е') name,
                               translate(lower(coalesce(patronymic, '')), 'ё', 'е') patronymic
                          from staged_person where person_id is null) sp) sp
         where namesakes <= @MostNamesakes;
        create index on staged_named (name);
        create index on staged_named (source_id);
        analyze staged_named;
        create temp table staged_staff on commit drop as
        select *
          from (select p.id, p.birth_date, lower(p.email) email, p.snils_key, here.source_id,
                       case when here.works or here.told or not @Delta then here.source_id end former_source_id,
                       coalesce(here.present and (here.works or here.told), false) present, p.family_name, p.given_name, p.name_key as name,
                       translate(lower(coalesce(p.patronymic, '')), 'ё', 'е') patronymic,
                       count(*) over (partition by p.name_key) namesakes
                  from (select e.person_id, e.works, s.source_id, s.present, s.told
                          from (select person_id, bool_or(ended_on is null or ended_on > @Today) works
                                  from employment where organization_id = @OrganizationId group by person_id) e
                          left join (select s.person_id, min(s.source_id) source_id, bool_or(u.deleted = false) told,
                                            bool_or(case when @Delta then u.deleted is not true else u.deleted = false end and c.line is null) present
                                       from person_source s
                                       left join staged_user u on u.source_id = s.source_id
                                       left join staged_contrary c on c.source_id = s.source_id
                                      where s.organization_id = @OrganizationId group by s.person_id) s on s.person_id = e.person_id) here
                  join person p on p.id = here.person_id and p.pseudonymised_at is null) p
         where namesakes <= @MostNamesakes;
        create index on staged_staff (name);
        analyze staged_staff;
        create temp table staged_same on commit drop as
        select m.*, count(*) filter (where not present) over (partition by source_id) candidates, count(*) over (partition by person_id) claims
          from (
        select n.line, n.source_id, p.id person_id, p.former_source_id, p.present
          from staged_named n join staged_staff p on p.name = n.name and (p.snils_key = n.snils_key) is not false
           and case when p.birth_date = n.birth_date then p.patronymic = n.patronymic or p.patronymic = '' or n.patronymic = ''
                    when p.birth_date is null or n.birth_date is null
                    then p.patronymic = n.patronymic and (p.source_id is null or p.email = n.email or p.patronymic <> '' and exists (
                        select from staged_role r join employment e on e.person_id = p.id and e.organization_id = @OrganizationId
                           and e.position_code = r.position_code and (r.undated or e.started_on = r.started_on)
                         where r.user_source_id = n.source_id and r.is_staff and not r.elsewhere and not r.deleted and not r.bad))
                    else false end
         where n.k = 1 or n.birth_date is null
        union
        select n.line, n.source_id, p.id, p.former_source_id, p.present
          from staged_person n join staged_staff p on p.snils_key = n.snils_key and {Agrees} where n.person_id is null) m;
        insert into staged_problem
        select distinct 'users.csv', line, 'sourcedId', 'import.person-known', former_source_id from staged_same where present
        union all
        select 'users.csv', line, 'sourcedId', 'import.person-twice', source_id from staged_named where k > 1 and birth_date is not null;
        update staged_user u set bad = true from staged_problem p
         where p.file = 'users.csv' and p.line = u.line and p.code in ('import.person-known', 'import.person-twice');
        delete from staged_person sp using staged_user u where u.line = sp.line and u.bad;
        update staged_person sp set person_id = m.person_id, former_source_id = m.former_source_id
          from staged_same m where m.source_id = sp.source_id and sp.person_id is null and not m.present and m.candidates = 1 and m.claims = 1;
        """;

    /// <summary>
    /// Else somebody of the country who is new here: by the insurance number that nothing contradicts, or by name, birth date and
    /// a second key, which is the e-mail, or the id by which another school that the file lists knows the person. Nothing is
    /// learned of anybody without it: the row is held back until the sender gives such a key or says that the person is new. What
    /// is recorded of the person's contacts stays, and name and birth date are told by the main place of work.
    /// </summary>
    public const string Elsewhere = $"""
        insert into staged_problem
        select 'users.csv', n.line, 'metadata.mentoring.snils', 'import.snils-other-person', null
          from staged_person n join person p on p.snils_key = n.snils_key and p.pseudonymised_at is null and p.merged_into is null
         group by n.line having not bool_or(p.id is not distinct from n.person_id or {Agrees});
        update staged_user u set bad = true from staged_problem p
         where p.file = 'users.csv' and p.line = u.line and p.code = 'import.snils-other-person';
        delete from staged_person sp using staged_user u where u.line = sp.line and u.bad;
        create temp table staged_alike on commit drop as
        select m.*, count(*) filter (where sure) over (partition by source_id) candidates, count(*) filter (where sure) over (partition by person_id) claims
          from (select n.line, n.source_id, p.id person_id, p.email, p.phone, n.patronymic = p.patronymic same_patronymic,
                       coalesce(lower(p.email) = n.email, false)
                       or exists (select from person_source s where s.person_id = p.id and s.source_id = n.source_id and s.organization_id = any(@Others)) sure
                  from staged_named n join staged_person sp on sp.source_id = n.source_id and sp.person_id is null
                  join (select id, email, phone, birth_date, snils_key, name_key, translate(lower(coalesce(patronymic, '')), 'ё', 'е') patronymic
                          from person where pseudonymised_at is null and merged_into is null) p
                    on p.birth_date = n.birth_date and p.name_key = n.name and (p.patronymic = n.patronymic or p.patronymic = '' or n.patronymic = '')
                   and (p.snils_key = n.snils_key) is null
                 where n.k = 1
                union all
                select n.line, n.source_id, p.id, p.email, p.phone, true, true
                  from staged_person n join person p on p.snils_key = n.snils_key and p.pseudonymised_at is null and p.merged_into is null and {Agrees}
                 where n.person_id is null) m;
        update staged_person sp set person_id = m.person_id, found = true, email = case when m.email is null then sp.email end,
               phone = case when m.phone is null then sp.phone end
          from staged_alike m where m.source_id = sp.source_id and m.sure and m.candidates = 1 and m.claims = 1;
        insert into staged_problem
        select distinct 'users.csv', m.line, 'sourcedId', 'import.person-unsure', null
          from staged_alike m join staged_person sp on sp.source_id = m.source_id and sp.person_id is null
          join staged_user u on u.line = m.line and not u.is_new
         where m.sure or m.same_patronymic;
        update staged_user u set bad = true from staged_problem p where p.file = 'users.csv' and p.line = u.line and p.code = 'import.person-unsure';
        delete from staged_person sp using staged_user u where u.line = sp.line and u.bad;
        update staged_person sp set family_name = null, given_name = null, patronymic = null, birth_date = null
         where sp.found or exists (select from employment e
                                    where e.person_id = sp.person_id and e.organization_id <> @OrganizationId and e.is_main
                                      and e.started_on <= @Today and (e.ended_on is null or e.ended_on > @Today));
        """;

    /// <summary>The employment of ours that a row about work means: by its id, else by position and time.</summary>
    public const string Jobs = """
        create temp table staged_job on commit drop as
        select sp.n, r.line, r.source_id, r.id new_id, sp.person_id, coalesce(sp.person_id, sp.new_id) person_key, r.position_code, r.is_teaching, r.is_main,
               r.qualification, r.started_on, r.undated, r.ended_on, null::uuid employment_id, false changed, false touched
          from staged_role r join staged_person sp on sp.source_id = r.user_source_id
         where r.is_staff and not r.elsewhere and not r.deleted and not r.bad;
        create index on staged_job (person_id);
        analyze staged_job;
        update staged_job j set employment_id = m.id
          from (select distinct on (id) line, id
                  from (select distinct on (j.line) j.line, e.id
                          from staged_job j join employment e on e.organization_id = @OrganizationId and e.person_id = j.person_id
                         where e.source_id = j.source_id and (e.ended_on is null or e.ended_on >= j.started_on)
                            or e.period && daterange(least(j.started_on, j.ended_on - 1), j.ended_on)
                               and (e.position_code = j.position_code or e.is_main and j.is_main and j.started_on <= e.started_on)
                         order by j.line, (e.source_id is not distinct from j.source_id) desc,
                               -- Today's part before the one that is planned, unless the row begins later itself.
                               (e.started_on <= greatest(j.started_on, @Today)) desc,
                               -- What goes on before what is over; what a hand has changed is followed from where it was.
                               (coalesce(e.ended_on > @Today, true) = coalesce(j.ended_on > @Today, true) or exists (
                                   select from staff_edit h where h.person_id = j.person_id and h.organization_id = @OrganizationId
                                      and h.kind = 'Work' and h.undone_at is null and h.settled_at is null)) desc,
                               (e.position_code = j.position_code) desc, e.started_on desc) one
                 order by id, line) m
         where m.line = j.line;
        update staged_job j set started_on = e.started_on from employment e where j.undated and e.id = j.employment_id;
        """;

    /// <summary>
    /// A cell that a file leaves blank empties the contact, which is written as an empty text here: of somebody whom an earlier file
    /// told of, and who works nowhere else, where another sender may keep it. A column that a whole file leaves blank is one that
    /// its sender does not keep. A patronymic is left out by senders far oftener than dropped by people, and goes by hand alone.
    /// </summary>
    public const string Emptied = """
        update staged_person sp set email = case when told.email then coalesce(sp.email, '') else sp.email end,
               phone = case when told.phone then coalesce(sp.phone, '') else sp.phone end
          from (select @Delta or count(*) = 1 or count(email) > 0 email, @Delta or count(*) = 1 or count(phone) > 0 phone
                  from staged_user where not deleted and not apart) told
         where sp.line > 0 and sp.person_id is not null and (sp.sourced or sp.former_source_id is not null) and (sp.email is null or sp.phone is null)
           and not exists (select from employment e where e.person_id = sp.person_id and e.organization_id <> @OrganizationId
                              and (e.ended_on is null or e.ended_on > @Today));
        """;
}
