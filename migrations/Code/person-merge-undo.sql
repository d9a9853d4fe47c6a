-- How one record of a person becomes two again: every row goes back where it was. What has happened to a row since stays; what has
-- come since stays with the survivor, save what goes on a post that goes back: a part of it that a later day divided off, and
-- what a hand changed of it.

-- The posts of these records that end where this one begins and that it may go on from: those of one hiring and one row of the
-- roster, of these those of the same kind; all, where there is none.
create or replace function employment_goes_on_from(work uuid, records uuid[]) returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
    with former as (
        select e.id, (later.hired_on = coalesce(e.hired_on, e.started_on) and later.source_id is not distinct from e.source_id) is true same,
               e.is_main = later.is_main alike
          from employment later join employment e on e.person_id = any(records) and e.organization_id = later.organization_id
               and e.ended_on = later.started_on and e.id <> later.id
         where later.id = work)
    select id from former
     where (same or not exists (select from former f where f.same))
       and (alike or not same or not exists (select from former f where f.same and f.alike))
$$;
revoke execute on function employment_goes_on_from from public;

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
        elsif w.fate = 'Moved' and w.field = 'reader_ids' then
            execute format('update %I set reader_ids = array_replace(reader_ids, $1, $2) where region_code = $3 and id = $4', w.source)
                using new.survivor_id, new.absorbed_id, w.key ->> 'region_code', (w.key ->> 'id')::uuid;
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
        elsif w.fate = 'Changed' then
            -- What the merge ended goes on, where nothing has come of it since and its place is still free.
            begin
                select string_agg(format('%1$I = b.%1$I', a.attname), ', ') into columns from pg_attribute a
                 where a.attrelid = w.source::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.attname <> 'version'
                   and w.was -> a.attname::text is distinct from w.became -> a.attname::text;
                continue when columns is null;
                execute format($q$update %1$s t set %2$s from jsonb_populate_record(null::%1$s, $1) b where t.%3$I = $3 and %4$s
                                   and to_jsonb(t) -> 'version' is not distinct from $4 -> 'version'$q$, w.source, columns, w.field, w.cond)
                    using w.was, w.key, new.absorbed_id, w.became;
            exception when unique_violation or exclusion_violation or check_violation then null;
            end;
        end if;
    end loop;
    -- What a hand divided off goes with what it was divided from; what only goes on with a post, with that one; what only begins where
    -- another ends, with that one, unless both may claim it.
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
         where case when h.id is not null then h.before ->> 'employment_id' = b.id::text
                    when later.started_on = b.ended_on
                    then b.id in (select one from employment_goes_on_from(later.id, array[new.survivor_id, new.absorbed_id]) one) end)
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

create or replace trigger person_merge_undo after update on person_merge for each row
    when (old.undone_at is null and new.undone_at is not null) execute function person_merge_undo();
