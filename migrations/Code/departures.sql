-- Ends of work and of roles, queued by the rows themselves for those who draw the consequences.

-- Besides an end itself, whatever took away what stood in its way: work that went to another record, moved or was called off.
-- A departure is void once work covered its day again, however it came to: should it end on that day after all, it is one anew.
create or replace function employment_departure_due() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
    if tg_op = 'INSERT' then
        insert into departure_due (region_code, organization_id, person_id, kind, due_on)
        select region_code, organization_id, person_id, 'Employment', ended_on from changed where ended_on is not null on conflict do nothing;
        return null;
    end if;
    update departure d set voided_at = now() from former f
     where d.person_id = f.person_id and d.organization_id = f.organization_id and d.kind = 'Employment' and d.voided_at is null
       and f.period @> d.left_on;
    if tg_op = 'DELETE' then
        insert into departure_due (region_code, organization_id, person_id, kind, due_on)
        select distinct e.region_code, e.organization_id, e.person_id, 'Employment', e.ended_on
          from former f join employment e on e.person_id = f.person_id and e.organization_id = f.organization_id
         where e.ended_on is not null on conflict do nothing;
        return null;
    end if;
    insert into departure_due (region_code, organization_id, person_id, kind, due_on)
    select c.region_code, c.organization_id, c.person_id, 'Employment', c.ended_on
      from changed c join former f on f.id = c.id
     where c.ended_on is not null and c.ended_on is distinct from f.ended_on on conflict do nothing;
    insert into departure_due (region_code, organization_id, person_id, kind, due_on)
    select distinct e.region_code, e.organization_id, e.person_id, 'Employment', e.ended_on
      from changed c join former f on f.id = c.id and (f.person_id, f.started_on) <> (c.person_id, c.started_on)
      join employment e on e.person_id in (c.person_id, f.person_id) and e.organization_id = c.organization_id
     where e.ended_on is not null on conflict do nothing;
    return null;
end $$;

create or replace trigger employment_departure_insert after insert on employment referencing new table as changed
    for each statement execute function employment_departure_due();

create or replace trigger employment_departure_update after update on employment referencing old table as former new table as changed
    for each statement execute function employment_departure_due();

create or replace trigger employment_departure_delete after delete on employment referencing old table as former
    for each statement execute function employment_departure_due();

-- What never held, or was over already when it was written down, ends nothing.
create or replace function role_departure_due() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
    insert into departure_due (region_code, organization_id, person_id, kind, due_on)
    select new.region_code, new.organization_id, a.person_id, new.role, new.ended_on
      from identity.account a
     where a.id = new.account_id and a.person_id is not null
       and new.ended_on > new.started_on and (tg_op = 'UPDATE' or new.ended_on > local_day(new.granted_at, new.organization_id))
        on conflict do nothing;
    return null;
end $$;

create or replace trigger role_assignment_departure after insert or update of ended_on on role_assignment for each row
    when (new.ended_on is not null and new.organization_id is not null and new.role in ('Mentor', 'Mentee', 'CouncilMember', 'CouncilChair'))
    execute function role_departure_due();

-- Who is invited to a training is closed to the platform's jobs too; that somebody who is gone is not expected is all they do.
create or replace function leave_trainings(leaver uuid, school uuid, moment timestamptz) returns table (training_id uuid)
language sql security definer set search_path = public, pg_temp as $$
    delete from training_place s using training t
     where t.id = s.training_id and s.person_id = leaver and s.organization_id = school and s.attendance = 'Invited'
       and t.status = 'Planned' and t.starts_at > moment
    returning t.id
$$;
revoke execute on function leave_trainings from public;
grant execute on function leave_trainings to mentoring_app;
