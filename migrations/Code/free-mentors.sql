-- A pair has one program at a time, and a mentor as many as the profile offers: on each day of a program's term, by whichever
-- door it comes into force or somebody joins it. So the next school year's comes into force while this one's runs; one that
-- runs beyond its last day does so until it ends. A paused program holds its place, a program with several mentees takes one;
-- whoever has a paused profile takes nobody new, and who has none is not held to a number. What runs already goes on,
-- whatever the profile says later.

-- The mentors are held until the commit, so that of two programs that come at once the second sees the first. Locks of
-- rows would meet those of an import; the keys are few and taken in order, so that many at once neither fill the
-- server's memory of locks nor wait in a circle.
create or replace function demand_free_mentors(checked uuid[]) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
    perform pg_advisory_xact_lock(440, key)
       from (select distinct uuid_hash(person_id) & 1023 as key from program_participant
              where program_id = any(checked) and role = 'Mentor' and left_on is null order by 1 offset 0) held;
    if exists (
        select from program_participant mentor
          join program own on own.id = mentor.program_id
          join program_participant mentee on mentee.program_id = mentor.program_id and mentee.role = 'Mentee' and mentee.left_on is null
          join program_participant other on other.person_id = mentor.person_id and other.role = 'Mentor' and other.left_on is null
                and other.program_id <> mentor.program_id
          join program_participant same on same.program_id = other.program_id and same.person_id = mentee.person_id
                and same.role = 'Mentee' and same.left_on is null
          join program p on p.id = other.program_id and p.status in ('Active', 'Paused')
         where mentor.program_id = any(checked) and mentor.role = 'Mentor' and mentor.left_on is null
           and program_days(p.organization_id, p.starts_on, p.ends_on) && program_days(own.organization_id, own.starts_on, own.ends_on)) then
        raise unique_violation using constraint = 'program_pair_runs_once', message = 'the pair has a running program';
    end if;
    if exists (
        select from program_participant mentor
          join program own on own.id = mentor.program_id
          join mentor_profile m on m.organization_id = mentor.employer_id and m.person_id = mentor.person_id
         where mentor.program_id = any(checked) and mentor.role = 'Mentor' and mentor.left_on is null
           and case m.status when 'Paused' then 0 else m.capacity_programs end < mentor_programs_at_most(
               mentor.person_id, mentor.employer_id, program_days(own.organization_id, own.starts_on, own.ends_on))) then
        raise check_violation using constraint = 'program_mentor_capacity', message = 'the mentor has no free place';
    end if;
end $$;
revoke execute on function demand_free_mentors from public;

create or replace function program_demand_free_mentors() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
    perform demand_free_mentors(array[new.id]);
    return null;
end $$;

create or replace trigger program_free_mentors after update of status on program for each row
    when (new.status in ('Active', 'Paused') and old.status not in ('Active', 'Paused')) execute function program_demand_free_mentors();

-- Who joins a program that runs already, and who is taken back into one.
create or replace function participant_demand_free_mentors() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
    running uuid[];
begin
    select array_agg(distinct p.id) into running from joined j join program p on p.id = j.program_id and p.status in ('Active', 'Paused')
     where j.left_on is null;
    if running is not null then perform demand_free_mentors(running); end if;
    return null;
end $$;

create or replace trigger program_participant_free_mentors after insert on program_participant referencing new table as joined
    for each statement execute function participant_demand_free_mentors();

create or replace function participant_returned() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
    if exists (select from program where id = new.program_id and status in ('Active', 'Paused')) then
        perform demand_free_mentors(array[new.program_id]);
    end if;
    return null;
end $$;

create or replace trigger program_participant_returned after update of left_on on program_participant for each row
    when (new.left_on is null and old.left_on is not null) execute function participant_returned();

create or replace function program_days(place uuid, starts date, ends date) returns daterange language sql stable as $$
    select daterange(starts, case when ends >= local_day(now(), place) then ends end, '[]')
$$;

-- The most programs that the mentor leads for this employer on any one of these days. It is reached where one begins.
create or replace function mentor_programs_at_most(mentor uuid, employer uuid, span daterange) returns bigint language sql stable as $$
    select mentors_programs_at_most(array[mentor], employer, span)
$$;

-- The same of records that are told as one person.
create or replace function mentors_programs_at_most(mentors uuid[], employer uuid, span daterange) returns bigint language sql stable as $$
    with mine as (
        select distinct p.id, program_days(p.organization_id, p.starts_on, p.ends_on) days
          from program_participant i join program p on p.id = i.program_id and p.status in ('Active', 'Paused')
         where i.person_id = any(mentors) and i.employer_id = employer and i.role = 'Mentor' and i.left_on is null)
    select coalesce(max(beside), 0) from (
        select count(*) beside from mine one join mine other on other.days @> greatest(lower(one.days), lower(span))
         where one.days && span group by one.id) most
$$;

-- A longer term asks again only where it meets a program that it did not meet before: what runs goes on.
create or replace function program_term_changed() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
    if exists (
        select from program_participant mentor
          join program_participant other on other.person_id = mentor.person_id and other.role = 'Mentor' and other.left_on is null
                and other.program_id <> new.id
          join program p on p.id = other.program_id and p.status in ('Active', 'Paused')
         where mentor.program_id = new.id and mentor.role = 'Mentor' and mentor.left_on is null
           and program_days(p.organization_id, p.starts_on, p.ends_on) && program_days(new.organization_id, new.starts_on, new.ends_on)
           and not program_days(p.organization_id, p.starts_on, p.ends_on) && daterange(old.starts_on, old.ends_on, '[]')) then
        perform demand_free_mentors(array[new.id]);
    end if;
    return null;
end $$;

create or replace trigger program_term_free_mentors after update of starts_on, ends_on on program for each row
    when (new.status in ('Active', 'Paused') and old.status in ('Active', 'Paused')
          and (new.starts_on, new.ends_on) is distinct from (old.starts_on, old.ends_on)) execute function program_term_changed();
