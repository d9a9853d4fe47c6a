-- Places taken are counted in the run's row by the transaction that takes one: two who want the last one meet at that row,
-- and its constraint refuses the second.
create or replace function resource_place_count() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
    before constant int := case when tg_op <> 'INSERT' and old.given_up_at is null then 1 else 0 end;
    after constant int := case when tg_op <> 'DELETE' and new.given_up_at is null then 1 else 0 end;
begin
    if after <> before then
        update resource_run r set taken = r.taken + after - before
         where r.region_code = coalesce(new.region_code, old.region_code) and r.id = coalesce(new.run_id, old.run_id);
    end if;
    return null;
end $$;

create or replace trigger resource_place_count after insert or delete or update of given_up_at on resource_place
    for each row execute function resource_place_count();
