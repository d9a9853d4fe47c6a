-- Months before keep what a risk was then: what it was until a day is kept by the first change of that day.
create or replace function risk_kept() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
    insert into risk_past (region_code, risk_id, until, kind_code, is_high)
    values (old.region_code, old.id, local_day(now(), old.organization_id), old.kind_code, old.status <> 'Closed' and old.probability * old.impact >= 15)
        on conflict do nothing;
    return null;
end $$;

create or replace trigger risk_kept after update on risk for each row
    when ((new.kind_code, new.status, new.probability, new.impact) is distinct from (old.kind_code, old.status, old.probability, old.impact))
    execute function risk_kept();

-- And how many programs at once a mentor had agreed on: whoever has agreed on no number may lead three.
create or replace function mentor_profile_kept() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
    was int := case when tg_op = 'UPDATE' and old.status = 'Confirmed' then old.capacity_programs else 3 end;
begin
    if was <> (case new.status when 'Confirmed' then new.capacity_programs else 3 end) then
        insert into mentor_profile_past (region_code, organization_id, person_id, until, programs)
        values (new.region_code, new.organization_id, new.person_id,
                case tg_op when 'INSERT' then new.confirmed_on else local_day(now(), new.organization_id) end, was)
            on conflict do nothing;
    end if;
    return null;
end $$;

create or replace trigger mentor_profile_kept after insert or update on mentor_profile for each row execute function mentor_profile_kept();
