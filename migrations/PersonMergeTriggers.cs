namespace Mentoring.Migrations;

/// <summary>
/// How two records of a person become one and two again. The functions work with the rights of the tables' owner and give
/// nothing to read: who may merge whom is asked by the row policy of <c>person_merge</c>.
/// </summary>
static class PersonMergeTriggers
{
    /// <summary>Where a person stands in the rows of a table: by foreign key, and in parts of rows that have none of their own.</summary>
    const string References = """
        create function person_references() returns table (rel text, col text, keys text[], cond text)
        language sql stable set search_path = public, pg_temp as $$
            with named as (
                select k.conrelid, a.attname::text col, 0 part
                  from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
                 where k.contype = 'f' and k.confrelid = 'person'::regclass and k.conrelid <> 'person_merge'::regclass
                union all
                select part.rel::regclass, part.col, 1
                  from (values ('mentor_result', 'person_id'), ('mentee_difficulty', 'person_id'), ('self_step', 'person_id'),
                               ('compatibility_ground', 'mentor_id'), ('compatibility_ground', 'mentee_id')) part (rel, col))
            select n.conrelid::regclass::text, n.col, key.names, key.cond
              from named n
             cross join lateral (
                select array_agg(a.attname::text order by a.attnum),
                       string_agg(format('t.%1$I = ($2 ->> %1$L)::%2$s', a.attname, format_type(a.atttypid, null)), ' and ' order by a.attnum)
                  from pg_attribute a
                 where a.attrelid = n.conrelid and a.attnum > 0 and not a.attisdropped
                   and case when exists (select from pg_attribute i where i.attrelid = n.conrelid and i.attname = 'id' and not i.attisdropped)
                            then a.attname = 'id'
                            else a.attnum = any((select k.conkey from pg_constraint k where k.conrelid = n.conrelid and k.contype = 'p')::int2[]) end
                   ) key (names, cond)
             order by n.part, 1, 2
        $$;
        revoke execute on function person_references from public;
        """;

    /// <summary>How many rows of each kind name a person, so that two histories can be compared; not of what is confidential.</summary>
    const string Rows = """
        create function person_rows(person uuid) returns table (kind text, rows int)
        language plpgsql stable security definer set search_path = public, pg_temp as $$
        declare
            ref record;
        begin
            for ref in
                select rel, string_agg(format('t.%I = $1', col), ' or ') cond from person_references()
                 where rel not in ('employment', 'program_participant', 'person_source', 'departure', 'identity.account', 'meeting_note', 'readiness_check',
                                   'compatibility_opinion', 'compatibility_ground', 'training_place', 'pulse_invitation', 'arbitration_case',
                                   'arbitration_entry')
                 group by rel order by rel
            loop
                kind := ref.rel;
                execute format('select count(*)::int from %s t where %s', ref.rel, ref.cond) into rows using person;
                if rows > 0 then return next; end if;
            end loop;
        end $$;
        revoke execute on function person_rows from public;
        grant execute on function person_rows to mentoring_app;
        """;

    const string Before = """
        create function person_merge_before() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
        begin
            perform from person where id in (new.survivor_id, new.absorbed_id) order by id for update;
            if exists (select from person where id in (new.survivor_id, new.absorbed_id) and (merged_into is not null or pseudonymised_at is not null)) then
                raise exception using errcode = 'check_violation', constraint = 'person_merge_live', message = 'One of the two is part of another record.';
            end if;
            if cardinality(person_merge_obstacles(new.survivor_id, new.absorbed_id)) > 0 then
                raise exception using errcode = 'check_violation', constraint = 'person_merge_clear', message = 'The two records contradict one another.';
            end if;
            select coalesce(array_agg(distinct o), '{}') into new.organization_ids
              from person p, unnest(p.organization_ids) o where p.id in (new.survivor_id, new.absorbed_id);
            return new;
        end $$;
        create trigger person_merge_before before insert on person_merge for each row execute function person_merge_before();
        """;

    /// <summary>
    /// The same post told twice, by two numbers or two senders, becomes one over the time of both. A row that the survivor
    /// has too stays with the absorbed record; where whoever counts such rows does not ask who works there, it is set aside.
    /// </summary>
    public const string ApplyFunction = """
        create or replace function person_merge_apply() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
        declare
            ref record; job employment; twin employment; twins int; k jsonb; whole jsonb; n int := 0; w record;
        begin
            for job in select * from employment where person_id = new.absorbed_id order by started_on, id loop
                select count(*) into twins from employment e where e.person_id = new.survivor_id and e.organization_id = job.organization_id
                   and e.position_code = job.position_code and e.period && job.period;
                n := n + 1;
                if twins = 0 then
                    update employment set person_id = new.survivor_id where id = job.id;
                    insert into person_merge_row values (new.region_code, new.id, n, 'Moved', 'employment', 'person_id', jsonb_build_object('id', job.id));
                    continue;
                end if;
                select * into twin from employment e where e.person_id = new.survivor_id and e.organization_id = job.organization_id
                   and e.position_code = job.position_code and e.period && job.period order by e.started_on limit 1;
                -- What was changed of the post by hand goes to the twin before the post goes, and comes back after it.
                for k in select jsonb_build_object('region_code', t.region_code, 'id', t.id) from staff_edit t where t.employment_id = job.id loop
                    update staff_edit t set employment_id = twin.id where t.region_code = k ->> 'region_code' and t.id = (k ->> 'id')::uuid;
                    insert into person_merge_row values
                        (new.region_code, new.id, n, 'Moved', 'staff_edit', 'employment_id', k, jsonb_build_object('employment_id', job.id));
                    n := n + 1;
                end loop;
                insert into person_merge_row values
                    (new.region_code, new.id, n, 'SetAside', 'employment', 'person_id', jsonb_build_object('id', job.id), to_jsonb(job));
                delete from employment where id = job.id;
                continue when twins > 1;
                n := n + 1;
                insert into person_merge_row values
                    (new.region_code, new.id, n, 'Changed', 'employment', '', jsonb_build_object('id', twin.id), to_jsonb(twin));
                update employment e set started_on = least(e.started_on, job.started_on), is_main = e.is_main or job.is_main,
                       ended_on = case when e.ended_on is not null and job.ended_on is not null then greatest(e.ended_on, job.ended_on) end,
                       qualification = coalesce(e.qualification, job.qualification), version = e.version + 1
                 where e.id = twin.id;
                update person_merge_row r set became = (select to_jsonb(e) from employment e where e.id = twin.id) where r.merge_id = new.id and r.number = n;
            end loop;

            update person_source set merge_ids = merge_ids || new.id where person_id = new.absorbed_id;
            for ref in select * from person_references() where rel <> 'employment' loop
                for k, whole in
                    execute format('select (select jsonb_object_agg(f, to_jsonb(t) -> f) from unnest($2) f), to_jsonb(t) from %s t where t.%I = $1',
                        ref.rel, ref.col) using new.absorbed_id, ref.keys
                loop
                    n := n + 1;
                    begin
                        execute format('update %s t set %I = $1 where t.%I = $3 and %s', ref.rel, ref.col, ref.col, ref.cond)
                            using new.survivor_id, k, new.absorbed_id;
                        insert into person_merge_row values (new.region_code, new.id, n, 'Moved', ref.rel, ref.col,
                            case when ref.col = any(ref.keys) then jsonb_set(k, array[ref.col], to_jsonb(new.survivor_id)) else k end);
                    exception when unique_violation or exclusion_violation or check_violation then
                        if ref.rel in ('program_participant', 'consent') then raise; end if;
                        insert into person_merge_row values (new.region_code, new.id, n, 'Kept', ref.rel, ref.col, k, whole);
                    end;
                end loop;
            end loop;
            for w in
                select r.number, r.key, f.* from person_merge_row r join person_references() f on f.rel = r.source and f.col = r.field
                 where r.merge_id = new.id and r.fate = 'Kept' and r.source in ('mentor_profile', 'mentee_profile', 'learning_request', 'wish_to_join',
                       'mentoring_need', 'census_entry', 'match_place', 'match_lock', 'match_veto', 'match_request', 'council_seat')
                 order by r.number
            loop
                begin
                    execute format('delete from %s t where t.%I = $1 and %s', w.rel, w.col, w.cond) using new.absorbed_id, w.key;
                    n := n + 1;
                    update person_merge_row r set fate = 'SetAside', number = n where r.merge_id = new.id and r.number = w.number;
                exception when foreign_key_violation then null;
                end;
            end loop;
            for k, whole in select jsonb_build_object('id', c.id), null from arbitration_case c where new.absorbed_id = any(c.arbiter_ids) loop
                n := n + 1;
                update arbitration_case set arbiter_ids = array_replace(arbiter_ids, new.absorbed_id, new.survivor_id) where id = (k ->> 'id')::uuid;
                insert into person_merge_row values (new.region_code, new.id, n, 'Moved', 'arbitration_case', 'arbiter_ids', k);
            end loop;

            n := n + 1;
            insert into person_merge_row
            select new.region_code, new.id, n, 'Changed', 'person', '', jsonb_build_object('id', id,
                       'posts', (select coalesce(jsonb_agg(e.id), '[]') from employment e where e.person_id = new.survivor_id)), to_jsonb(p)
              from person p where id = new.survivor_id;
            update person s set patronymic = coalesce(s.patronymic, a.patronymic), birth_date = coalesce(s.birth_date, a.birth_date),
                   phone = coalesce(s.phone, a.phone), email = coalesce(s.email, a.email), snils_key = coalesce(s.snils_key, a.snils_key),
                   email_by = case when s.email is null then a.email_by else s.email_by end,
                   organization_ids = s.organization_ids || array(select o from unnest(a.organization_ids) o where o <> all(s.organization_ids)),
                   version = s.version + 1, updated_at = now()
              from person a where s.id = new.survivor_id and a.id = new.absorbed_id;
            update person_merge_row r set became = (select to_jsonb(p) from person p where p.id = new.survivor_id) where r.merge_id = new.id and r.number = n;
            update person set merged_into = new.survivor_id, version = version + 1, updated_at = now() where id = new.absorbed_id;
            update person_merge m set moved = (select count(*) from person_merge_row r where r.merge_id = new.id and r.fate = 'Moved'),
                   kept = (select count(*) from person_merge_row r where r.merge_id = new.id and r.fate in ('Kept', 'SetAside'))
             where m.id = new.id;
            return null;
        end $$;
        """;

    const string Apply = """
        create trigger person_merge_apply after insert on person_merge for each row execute function person_merge_apply();
        """;

    /// <summary>
    /// Every row goes back where it was. What has happened to a row since stays; what has come since stays with the survivor, save
    /// what goes on a post that goes back: a part of it that a later day divided off, and what a hand changed of it.
    /// </summary>
    public const string UndoFunction = """
        create or replace function person_merge_undo() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
        declare
            w record; columns text; posts uuid[];
        begin
            perform from person where id in (new.survivor_id, new.absorbed_id) order by id for update;
            -- Which posts there were then; of merges that did not note it, nothing is known to have come since.
            select case when r.key ? 'posts' then array(select jsonb_array_elements_text(r.key -> 'posts')::uuid) end into posts
              from person_merge_row r where r.merge_id = new.id and r.fate = 'Changed' and r.source = 'person';
            if person_merge_turned(new.id) then
                raise exception using errcode = 'check_violation', constraint = 'person_merge_turned', message = 'A post of both was divided since.';
            end if;
            if exists (select from person where id = new.survivor_id and merged_into is not null)
               or exists (select from person_merge m where m.survivor_id = new.survivor_id and m.undone_at is null and m.number > new.number) then
                raise exception using errcode = 'check_violation', constraint = 'person_merge_last', message = 'The record has been merged again since.';
            end if;
            for w in
                select r.*, ref.cond from person_merge_row r left join person_references() ref on ref.rel = r.source and ref.col = r.field
                 where r.merge_id = new.id order by r.number desc
            loop
                if w.fate = 'Moved' and w.field = 'arbiter_ids' then
                    update arbitration_case set arbiter_ids = array_replace(arbiter_ids, new.survivor_id, new.absorbed_id) where id = (w.key ->> 'id')::uuid;
                elsif w.fate = 'Moved' and w.field = 'employment_id' then
                    update staff_edit t set employment_id = e.id from employment e
                     where t.region_code = w.key ->> 'region_code' and t.id = (w.key ->> 'id')::uuid and e.id = (w.was ->> 'employment_id')::uuid;
                elsif w.source = 'person_source' then
                    update person_source set person_id = new.absorbed_id, merge_ids = array_remove(merge_ids, new.id) where new.id = any(merge_ids);
                elsif w.fate = 'Moved' then
                    execute format('update %s t set %I = $1 where t.%I = $3 and %s', w.source, w.field, w.field, w.cond)
                        using new.absorbed_id, w.key, new.survivor_id;
                elsif w.fate = 'SetAside' then
                    select string_agg(quote_ident(attname), ', ' order by attnum) into columns from pg_attribute
                     where attrelid = w.source::regclass and attnum > 0 and not attisdropped and attgenerated = '';
                    execute format('insert into %1$s (%2$s) select %2$s from jsonb_populate_record(null::%1$s, $1) on conflict do nothing', w.source, columns)
                        using w.was;
                elsif w.source = 'employment' then
                    update employment e set is_main = case when e.is_main = a.is_main then b.is_main else e.is_main end,
                           qualification = case when e.qualification is not distinct from a.qualification then b.qualification else e.qualification end,
                           started_on = case when e.started_on = a.started_on
                                                  and (e.ended_on is not distinct from a.ended_on or b.started_on < e.ended_on or e.ended_on is null)
                                             then b.started_on else e.started_on end,
                           ended_on = case when e.ended_on is not distinct from a.ended_on
                                                and (e.started_on = a.started_on or e.started_on < b.ended_on or b.ended_on is null)
                                           then b.ended_on else e.ended_on end,
                           version = e.version + 1
                      from jsonb_populate_record(null::employment, w.was) b, jsonb_populate_record(null::employment, w.became) a
                     where e.id = b.id and e.person_id = new.survivor_id;
                elsif w.source = 'person' then
                    update person p set
                           patronymic = case when p.patronymic is not distinct from a.patronymic then b.patronymic else p.patronymic end,
                           birth_date = case when p.birth_date is not distinct from a.birth_date then b.birth_date else p.birth_date end,
                           phone = case when p.phone is not distinct from a.phone then b.phone else p.phone end,
                           snils_key = case when p.snils_key is not distinct from a.snils_key then b.snils_key else p.snils_key end,
                           email = case when p.email is not distinct from a.email then b.email else p.email end,
                           email_former = case when a.email = b.email or a.email = any(b.email_former) then p.email_former
                                               else array_remove(p.email_former, a.email) end,
                           email_by = case when p.email is not distinct from a.email then b.email_by else p.email_by end
                      from jsonb_populate_record(null::person, w.was) b, jsonb_populate_record(null::person, w.became) a
                     where p.id = new.survivor_id and b.id = p.id;
                end if;
            end loop;
            -- What a hand divided off goes with what it was divided from; what only begins where another ends, with that one, unless both may claim it.
            with recursive back (id, organization_id, ended_on, own) as (
                select e.id, e.organization_id, e.ended_on, e.person_id = new.survivor_id
                  from employment e
                 where e.id = any(posts) and e.person_id = new.survivor_id
                    or e.person_id = new.absorbed_id and exists (select from person_merge_row r where r.merge_id = new.id and r.fate = 'Moved'
                                                                    and r.source = 'employment' and e.id = (r.key ->> 'id')::uuid)
                union
                select later.id, later.organization_id, later.ended_on, b.own
                  from back b
                  join employment later on later.person_id = new.survivor_id and later.organization_id = b.organization_id and later.id <> all(posts)
                  left join staff_edit h on h.employment_id = later.id and h.kind = 'Work' and h.undone_at is null
                       and h.before ->> 'employment_id' <> later.id::text
                 where case when h.id is null then later.started_on = b.ended_on else h.before ->> 'employment_id' = b.id::text end)
            update employment e set person_id = new.absorbed_id, version = e.version + 1
              from (select id from back group by id having not bool_or(own)) b where e.id = b.id and e.person_id = new.survivor_id;
            update staff_edit h set person_id = new.absorbed_id
              from employment e where e.id = h.employment_id and e.person_id = new.absorbed_id and h.person_id = new.survivor_id;
            update person p set version = p.version + 1, updated_at = now(), organization_ids = array(
                select o from unnest(p.organization_ids) o
                 where o = any((select was.organization_ids from person_merge_row r, jsonb_populate_record(null::person, r.was) was
                                 where r.merge_id = new.id and r.source = 'person')::uuid[])
                    or o <> all((select organization_ids from person where id = new.absorbed_id)::uuid[])
                    or exists (select from employment e where e.person_id = p.id and e.organization_id = o))
             where p.id = new.survivor_id;
            update person set merged_into = null, version = version + 1, updated_at = now() where id = new.absorbed_id;
            return null;
        end $$;
        """;

    const string Undo = """
        create trigger person_merge_undo after update on person_merge for each row
            when (old.undone_at is null and new.undone_at is not null) execute function person_merge_undo();
        """;

    public static readonly string[] All = [References, .. PersonMergeObstacles.All, Rows, Before, ApplyFunction, Apply, UndoFunction, Undo];
}
