-- Main posts stand together once more, for the whole country: that nobody has two at once is asked there. A statement that
-- makes another post the main one has taken it from the former by then.
create or replace function main_post_follow() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
    if tg_op <> 'INSERT' then
        delete from main_post m using former f
         where m.employment_id = f.id
           and not exists (select from employment e where e.id = f.id and e.region_code = f.region_code
                              and e.is_main and e.person_id = m.person_id and e.period = m.period);
    end if;
    if tg_op <> 'DELETE' then
        insert into main_post (employment_id, person_id, period)
        select id, person_id, period from changed where is_main on conflict (employment_id) do nothing;
    end if;
    return null;
end $$;

create or replace trigger employment_main_insert after insert on employment referencing new table as changed
    for each statement execute function main_post_follow();

create or replace trigger employment_main_update after update on employment referencing old table as former new table as changed
    for each statement execute function main_post_follow();

create or replace trigger employment_main_delete after delete on employment referencing old table as former
    for each statement execute function main_post_follow();

-- Rows of work that are taken out again, or come back: nothing else deletes one.

-- It goes, and work elsewhere that was to end because it would begin goes on as before, unless that end was changed since or other
-- main work stands in the way.
create or replace function delete_employment(ids uuid[]) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare n int; stay uuid[];
begin
    update staff_edit set employment_id = null where employment_id = any(ids);
    stay := array(select e.id from employment e join employment planned on planned.id = e.moved_to and planned.started_on = e.ended_on
                   where planned.id = any(ids));
    delete from employment where id = any(ids);
    get diagnostics n = row_count;
    update employment e set ended_on = e.stood_until, moved_to = null, stood_until = null, version = e.version + 1
     where e.id = any(stay)
       and not exists (select from employment o where o.person_id = e.person_id and o.id <> e.id and o.period && daterange(e.ended_on, e.stood_until)
                          and (o.is_main and e.is_main or o.organization_id = e.organization_id and o.position_code = e.position_code));
    return n;
end $$;
revoke execute on function delete_employment from public;

-- Work that would have begun where nothing is any more.
create or replace function employment_never_began(place uuid, day date) returns int
language sql security definer set search_path = public, pg_temp as $$
    select delete_employment(array(select id from employment where organization_id = place and started_on >= day))
$$;
revoke execute on function employment_never_began from public;
grant execute on function employment_never_began to mentoring_app;

-- Two parts of one person's work are one again, as before a day divided them; or until the day on which it ends instead: for
-- longer, other main work may stand in the way.
create or replace function rejoin_employment(former uuid, later uuid, until date) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare
    part employment;
begin
    select l.* into part from employment l join employment f on f.id = former and f.person_id = l.person_id
           and f.organization_id = l.organization_id and f.ended_on = l.started_on
     where l.id = later and l.organization_id = any((select nullif(current_setting('scope.organizations', true), '')::uuid[])::uuid[]) for update;
    if part.id is null then return false; end if;
    update staff_edit set before = jsonb_set(before, '{employment_id}', to_jsonb(former))
     where organization_id = part.organization_id and person_id = part.person_id and kind = 'Work' and undone_at is null
       and before ->> 'employment_id' = later::text and employment_id is distinct from later;
    update staff_edit set employment_id = former where employment_id = later;
    delete from employment where id = later;
    update employment set ended_on = coalesce(until, part.ended_on), version = version + 1 where id = former;
    return true;
end $$;
revoke execute on function rejoin_employment from public;
grant execute on function rejoin_employment to mentoring_app;

-- Work that was to begin and is called off has not been.
create or replace function call_off_employment(ids uuid[], day date) returns int
language sql security definer set search_path = public, pg_temp as $$
    select delete_employment(array(select id from employment where id = any(ids) and started_on > day))
$$;
revoke execute on function call_off_employment from public;
grant execute on function call_off_employment to mentoring_app;

-- Whether other work stands in the way of taking back an end of work. It may be work of another school, of which whoever asks
-- learns this alone, as by trying.
create or replace function employment_taken_since(work uuid, until date) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
    select exists (
        select from employment e join employment o on o.person_id = e.person_id and o.id <> e.id
         where e.id = work
           and (o.is_main and e.is_main or o.organization_id = e.organization_id and o.position_code = e.position_code)
           and o.period && daterange(e.ended_on, greatest(e.ended_on, coalesce(until, 'infinity'))))
$$;
revoke execute on function employment_taken_since from public;
grant execute on function employment_taken_since to mentoring_app;
