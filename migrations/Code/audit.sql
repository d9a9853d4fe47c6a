-- The chain belongs to the database: whoever inserts an entry, its number and hash follow from the one before.
create or replace function audit_hash(entry audit_entry) returns text language sql stable as $$
    select encode(sha256(convert_to(concat_ws('|', entry.previous_hash, entry.organization_id, entry.sequence, entry.id,
        extract(epoch from entry.at), entry.caller, entry.operation, coalesce(entry.subject_id::text, '-'),
        coalesce(entry.program_id::text, '-'), entry.detail::text), 'UTF8')), 'hex')
$$;

create or replace function audit_append() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
    insert into audit_head as head values (new.organization_id, new.region_code, 1, '')
    on conflict (organization_id, region_code) do update set sequence = head.sequence + 1
    returning sequence, hash into new.sequence, new.previous_hash;
    new.hash := audit_hash(new);
    update audit_head set hash = new.hash where organization_id = new.organization_id and region_code = new.region_code;
    return new;
end $$;

create or replace trigger audit_entry_append before insert on audit_entry for each row execute function audit_append();
