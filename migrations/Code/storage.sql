-- What files take up, counted in the transaction that keeps or drops a file by whoever does it. The organization's row is
-- counted first and stays locked until the end: two uploads at the same moment are counted one after the other, so that
-- neither passes a quota unseen.

create or replace function storage_count(place uuid, program uuid, person text, kind text, size bigint, sign int) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
    region text := (select o.region_code from organization o where o.id = place);
    owners constant text[] := array['Organization', 'Program', 'Person', 'Kind'];
    ids constant text[] := array[place::text, program::text, person, kind];
begin
    for i in 1..4 loop
        continue when ids[i] is null or place is null;
        if sign > 0 then
            insert into storage_usage as u values (region, place, owners[i], ids[i], size, 1)
            on conflict (region_code, organization_id, owner, owner_id) do update set bytes = u.bytes + excluded.bytes, files = u.files + 1;
        else
            update storage_usage set bytes = bytes - size, files = files - 1
             where region_code = region and organization_id = place and owner = owners[i] and owner_id = ids[i];
        end if;
    end loop;
end $$;
revoke execute on function storage_count from public;

create or replace function stored_file_count() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
    if tg_op <> 'INSERT' then perform storage_count(old.organization_id, old.program_id, old.stored_by, old.kind, old.size, -1); end if;
    if tg_op <> 'DELETE' then perform storage_count(new.organization_id, new.program_id, new.stored_by, new.kind, new.size, 1); end if;
    return null;
end $$;

create or replace trigger stored_file_count after insert or delete or update of organization_id, program_id, stored_by, kind, size on stored_file
    for each row execute function stored_file_count();

create or replace function import_file_count() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare sender text := (select created_by from import where id = coalesce(new.import_id, old.import_id));
begin
    if tg_op = 'INSERT' then perform storage_count(new.organization_id, null, sender, 'Roster', octet_length(new.content), 1);
    else perform storage_count(old.organization_id, null, sender, 'Roster', octet_length(old.content), -1); end if;
    return null;
end $$;

create or replace trigger import_file_count after insert or delete on import_file for each row execute function import_file_count();
