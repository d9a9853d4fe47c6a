-- Of one person, kind and author one diagnosis holds. An expert who ends one does not see the one before it, which may be
-- another expert's, so the database lets it go; two who end theirs at once do so one after the other.
create or replace function diagnosis_supersede() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
    perform pg_advisory_xact_lock(hashtextextended(concat_ws(' ', new.person_id, new.kind, new.author), 0));
    update diagnosis set status = 'Superseded', superseded_at = new.done_at, version = version + 1
     where person_id = new.person_id and kind = new.kind and author = new.author and status = 'Done' and not (region_code = new.region_code and id = new.id);
    return null;
end $$;
revoke execute on function diagnosis_supersede from public;

create or replace trigger diagnosis_supersede after update of status on diagnosis for each row
    when (old.status = 'Draft' and new.status = 'Done') execute function diagnosis_supersede();
