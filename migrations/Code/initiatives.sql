-- Who is in an initiative stands on its row and on all that belongs to it. The row is held while somebody is added or something
-- is written: what is over takes nothing in.
create or replace function initiative_row_filled() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
    now_is text;
begin
    if new.initiative_id is null then return new; end if;
    select i.member_ids, i.status into new.member_ids, now_is
      from initiative i where i.region_code = new.region_code and i.id = new.initiative_id for update;
    if now_is not in ('Open', 'Running') and (tg_table_name <> 'initiative_member' or now_is <> 'Draft') then
        raise check_violation using constraint = 'initiative_goes_on', message = 'the initiative is over or a draft';
    end if;
    return new;
end $$;

create or replace trigger initiative_member_filled before insert on initiative_member for each row execute function initiative_row_filled();
create or replace trigger initiative_entry_filled before insert on initiative_entry for each row execute function initiative_row_filled();
create or replace trigger initiative_task_filled before insert on initiative_task for each row execute function initiative_row_filled();
create or replace trigger initiative_meeting_filled before insert on initiative_meeting for each row execute function initiative_row_filled();
create or replace trigger initiative_file_filled before insert on initiative_file for each row execute function initiative_row_filled();
create or replace trigger school_task_filled before insert on school_task for each row execute function initiative_row_filled();

-- Whether a place is within the scope of an initiative: in the municipality or the region where that is at home.
create or replace function initiative_reaches(scope text, territory text, region text, place_territory text, place_region text)
returns boolean language sql immutable parallel safe as $$
    select case scope when 'Municipality' then place_territory = territory when 'Region' then place_region = region else true end
$$;

-- Who comes in, or is asked, works within it.
create or replace function initiative_member_within() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
    if not exists (select from initiative i join organization o on o.id = new.organization_id
                    where i.region_code = new.region_code and i.id = new.initiative_id
                      and initiative_reaches(i.scope, i.territory_code, i.region_code, o.territory_code, o.region_code)) then
        raise check_violation using constraint = 'initiative_within', message = 'the organization is beyond the scope of the initiative';
    end if;
    return new;
end $$;

create or replace trigger initiative_member_within before insert on initiative_member for each row execute function initiative_member_within();

-- Nobody lets in themselves: whoever asked, or was put forward by the school, comes in by the leader.
create or replace function initiative_member_let_in() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
    if current_setting('scope.person', true) <> '' and current_setting('scope.person', true) <>
        (select i.leader_id::text from initiative i where i.region_code = new.region_code and i.id = new.initiative_id for update) then
        raise insufficient_privilege using message = 'only the leader lets somebody in';
    end if;
    return new;
end $$;

create or replace trigger initiative_member_let_in before update of status on initiative_member for each row
    when (old.status in ('Suggested', 'Asked') and new.status = 'In') execute function initiative_member_let_in();

create or replace function initiative_members_counted() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
    perform from initiative i where i.region_code = new.region_code and i.id = new.initiative_id for update;
    update initiative i set member_ids = m.members, waiting_ids = m.waiting, school_ids = m.schools
      from (select coalesce(array_agg(person_id order by person_id) filter (where status = 'In'), '{}') members,
                   coalesce(array_agg(person_id order by person_id) filter (where status in ('Invited', 'Suggested', 'Asked')), '{}') waiting,
                   coalesce(array_agg(distinct organization_id) filter (where status = 'In'), '{}') schools
              from initiative_member where region_code = new.region_code and initiative_id = new.initiative_id) m
     where i.region_code = new.region_code and i.id = new.initiative_id;
    return null;
end $$;

create or replace trigger initiative_members_counted after insert or update of status, person_id, organization_id on initiative_member
    for each row execute function initiative_members_counted();

-- What was planned is off once the initiative is over, and what nobody has done is left.
create or replace function initiative_over() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
    update initiative_meeting set status = 'Cancelled', version = version + 1
     where region_code = new.region_code and initiative_id = new.id and status = 'Planned' and starts_at > new.ended_at;
    update initiative_task set status = 'Dropped', ended_at = new.ended_at, version = version + 1
     where region_code = new.region_code and initiative_id = new.id and status in ('Open', 'Taken');
    return null;
end $$;

create or replace trigger initiative_over after update of status on initiative for each row
    when (new.ended_at is not null and old.ended_at is null) execute function initiative_over();

-- A file that was taken away goes, as nothing else names it. Files have no right of deletion.
create or replace function initiative_file_drop(region text, file uuid) returns void
language sql security definer set search_path = public, pg_temp as $$
    delete from stored_file f where f.region_code = region and f.id = file and f.kind = 'Initiative'
       and not exists (select from initiative_file e where e.region_code = f.region_code and e.file_id = f.id)
$$;
revoke execute on function initiative_file_drop from public;
grant execute on function initiative_file_drop to mentoring_app;
