-- Ends of work and of roles, queued by the rows themselves for those who draw the consequences.

create or replace function employment_departure_due() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
    if tg_op = 'INSERT' then
        insert into departure_due (region_code, organization_id, person_id, kind, due_on)
        select region_code, organization_id, person_id, 'Employment', ended_on from changed where ended_on is not null on conflict do nothing;
    else
        insert into departure_due (region_code, organization_id, person_id, kind, due_on)
        select c.region_code, c.organization_id, c.person_id, 'Employment', c.ended_on
          from changed c join former f on f.id = c.id
         where c.ended_on is not null and c.ended_on is distinct from f.ended_on on conflict do nothing;
    end if;
    return null;
end $$;

create or replace trigger employment_departure_insert after insert on employment referencing new table as changed
    for each statement execute function employment_departure_due();

create or replace trigger employment_departure_update after update on employment referencing old table as former new table as changed
    for each statement execute function employment_departure_due();

create or replace function role_departure_due() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
    insert into departure_due (region_code, organization_id, person_id, kind, due_on)
    select new.region_code, new.organization_id, a.person_id, new.role, new.ended_on
      from identity.account a where a.id = new.account_id and a.person_id is not null on conflict do nothing;
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
