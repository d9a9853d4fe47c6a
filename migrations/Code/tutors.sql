-- A tutor has as many teachers as the registry says, whoever asks at the same time: the tutor's row is held until the commit,
-- and the count that follows sees what those before have taken. A proposal keeps a place; where the capacity was lowered
-- meanwhile, a yes still finds no more places than there are.
create or replace function tutor_place_demanded() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
    places int; taken int;
begin
    select t.capacity into places from tutor t
     where t.body_id = new.body_id and t.person_id = new.tutor_id and t.period @> local_day(now(), t.body_id) for update;
    if not found then
        raise check_violation using constraint = 'tutor_in_registry', message = 'the registry of the body has no such tutor';
    end if;
    select count(*) into taken from tutor_assignment a
     where a.body_id = new.body_id and a.tutor_id = new.tutor_id and a.id <> new.id
       and (a.status = 'Active' or (a.status = 'Proposed' and new.status = 'Proposed'));
    if taken >= places then
        raise check_violation using constraint = 'tutor_capacity', message = 'the tutor has no free place';
    end if;
    return new;
end $$;

create or replace trigger tutor_assignment_place before insert or update of status, tutor_id on tutor_assignment for each row
    when (new.status in ('Proposed', 'Active')) execute function tutor_place_demanded();

-- Every step is kept with who took it, when and why. What belongs to an assignment is open to its tutor as long as the assignment
-- is, and what was planned in it is off once it is over.
create or replace function tutor_assignment_stepped() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
    insert into tutor_step (region_code, id, assignment_id, organization_id, body_id, person_id, tutor_id, is_open, status, at, by_name, reason)
    values (new.region_code, gen_random_uuid(), new.id, new.organization_id, new.body_id, new.person_id, new.tutor_id, new.is_open, new.status,
            new.changed_at, new.changed_by, new.reason);
    if tg_op = 'UPDATE' then
        update tutor_step set is_open = new.is_open, tutor_id = new.tutor_id where region_code = new.region_code and assignment_id = new.id;
        update tutor_comment set is_open = new.is_open, tutor_id = new.tutor_id where region_code = new.region_code and assignment_id = new.id;
        update consultation set is_open = new.is_open, version = version + case when new.is_open then 0 else 1 end,
               status = case when status = 'Planned' and not new.is_open and starts_at > new.changed_at then 'Cancelled' else status end
         where region_code = new.region_code and assignment_id = new.id;
    end if;
    return null;
end $$;

create or replace trigger tutor_assignment_made after insert on tutor_assignment for each row execute function tutor_assignment_stepped();

create or replace trigger tutor_assignment_moved after update of status on tutor_assignment for each row
    when (new.status <> old.status) execute function tutor_assignment_stepped();

-- Whom a row is about and whether its tutor may read it is told by the assignment alone, which is held meanwhile.
create or replace function tutoring_row_filled() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
    select a.organization_id, a.body_id, a.person_id, a.tutor_id, a.is_open
      into new.organization_id, new.body_id, new.person_id, new.tutor_id, new.is_open
      from tutor_assignment a where a.region_code = new.region_code and a.id = new.assignment_id for share;
    return new;
end $$;

create or replace trigger consultation_filled before insert on consultation for each row execute function tutoring_row_filled();

create or replace trigger tutor_comment_filled before insert on tutor_comment for each row execute function tutoring_row_filled();

-- The teachers whom a body may offer a tutor to: those whose main work is where it stands behind with this service today, and
-- who neither have one nor wait for an answer. Their schools' rows stay closed to it; who they are is told to whoever runs
-- the body's tutors, and to nobody else.
create or replace function tutorable(body uuid) returns table (
    person_id uuid, person_name text, organization_id uuid, name_short text, region_code text, territory_code text, sector text, position_code text)
language sql stable security definer set search_path = public, pg_temp as $$
    select p.id, person_name(p), o.id, o.name_short, o.region_code, o.territory_code, o.sector, e.position_code
      from support_link l
      join organization o on o.id = l.organization_id and o.status = 'Open'
      join employment e on e.organization_id = o.id and e.is_main and e.is_teaching and e.period @> local_day(now(), o.id)
      join person p on p.id = e.person_id and p.merged_into is null and p.pseudonymised_at is null
     where current_setting('scope.permission', true) = 'TutorManage'
       and body = any(nullif(current_setting('scope.organizations', true), '')::uuid[])
       and l.body_id = body and l.service_code = 'route-tutoring' and l.period @> local_day(now(), o.id)
       and not exists (select from tutor_assignment a where a.person_id = p.id and a.status in ('Requested', 'Proposed', 'Active'))
$$;
revoke execute on function tutorable from public;
grant execute on function tutorable to mentoring_app;

-- Whoever accompanies a teacher today reads what the teacher's routes share, and nobody who did before.
create or replace function tutors_of_day(person uuid) returns uuid[] language sql stable security definer set search_path = public, pg_temp as $$
    select coalesce(array_agg(distinct a.tutor_id order by a.tutor_id), '{}') from tutor_assignment a where a.person_id = person and a.status = 'Active'
$$;
revoke execute on function tutors_of_day from public;

create or replace function tutoring_route_readers() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
    -- A route that is just moving to another region is met where it arrives.
    perform pg_advisory_xact_lock(hashtextextended('route ' || new.person_id, 0));
    update route r set reader_ids = tutors_of_day(new.person_id)
     where r.person_id = new.person_id and r.reader_ids is distinct from tutors_of_day(new.person_id);
    return null;
end $$;

create or replace trigger tutoring_route_readers after insert or update of status, tutor_id, person_id on tutor_assignment
    for each row execute function tutoring_route_readers();

create or replace function route_begun_readers() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
    new.reader_ids := tutors_of_day(new.person_id);
    return new;
end $$;

create or replace trigger route_begun_readers before insert on route for each row execute function route_begun_readers();

-- Nor does a former tutor read on what the teacher had opened of the diagnoses; the expert who was asked for one keeps it.
create or replace function tutoring_over_readers() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
    update diagnosis d set version = d.version + 1, (reader_ids, reader_names) = (
        select coalesce(array_agg(r.id order by r.n), '{}'), coalesce(array_agg(r.name order by r.n), '{}')
          from unnest(d.reader_ids, d.reader_names) with ordinality r (id, name, n) where r.id <> old.tutor_id)
     where d.person_id = old.person_id and old.tutor_id = any(d.reader_ids) and d.expert_id is distinct from old.tutor_id;
    return null;
end $$;

create or replace trigger tutoring_over_readers after update of status on tutor_assignment for each row
    when (old.status = 'Active' and new.status <> 'Active') execute function tutoring_over_readers();

-- Months before keep the places that a tutor had then: what was until a day is kept by the first change of that day.
create or replace function tutor_capacity_kept() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
    insert into tutor_past (region_code, tutor_id, until, capacity) values (old.region_code, old.id, local_day(now(), old.body_id), old.capacity)
        on conflict do nothing;
    return null;
end $$;

create or replace trigger tutor_capacity_kept after update of capacity on tutor for each row
    when (new.capacity <> old.capacity) execute function tutor_capacity_kept();
