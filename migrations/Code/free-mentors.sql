-- No mentor carries more running programs than the profile offers, and no pair two at once, by whichever door a program
-- comes into force or somebody joins one. A paused program holds its place, a program with several mentees takes one; whoever
-- has a paused profile takes nobody new, and who has none is not held to a number. What runs already goes on, whatever the
-- profile says later.

-- The mentors are held until the commit, so that of two programs that come at once the second sees the first. Locks of
-- rows would meet those of an import; the keys are few and taken in order, so that many at once neither fill the
-- server's memory of locks nor wait in a circle.
create or replace function demand_free_mentors(checked uuid[]) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
    perform pg_advisory_xact_lock(440, key)
       from (select distinct uuid_hash(person_id) & 1023 as key from program_participant
              where program_id = any(checked) and role = 'Mentor' and left_on is null order by 1 offset 0) held;
    if exists (
        select from program_participant mentor
          join program_participant mentee on mentee.program_id = mentor.program_id and mentee.role = 'Mentee' and mentee.left_on is null
          join program_participant other on other.person_id = mentor.person_id and other.role = 'Mentor' and other.left_on is null
                and other.program_id <> mentor.program_id
          join program_participant same on same.program_id = other.program_id and same.person_id = mentee.person_id
                and same.role = 'Mentee' and same.left_on is null
          join program p on p.id = other.program_id and p.status in ('Active', 'Paused')
         where mentor.program_id = any(checked) and mentor.role = 'Mentor' and mentor.left_on is null) then
        raise unique_violation using constraint = 'program_pair_runs_once', message = 'the pair has a running program';
    end if;
    if exists (
        select from program_participant mentor
          join mentor_profile m on m.organization_id = mentor.employer_id and m.person_id = mentor.person_id
         where mentor.program_id = any(checked) and mentor.role = 'Mentor' and mentor.left_on is null
           and case m.status when 'Paused' then 0 else m.capacity_programs end < (
               select count(*) from program_participant i join program p on p.id = i.program_id and p.status in ('Active', 'Paused')
                where i.person_id = mentor.person_id and i.employer_id = mentor.employer_id and i.role = 'Mentor' and i.left_on is null)) then
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
