-- What stands in the rows against making two records one; the database asks it again before it joins them.

create or replace function person_merge_lock(one uuid, other uuid) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
    perform from person where id in (one, other) order by id for update;
end $$;
revoke execute on function person_merge_lock from public;
grant execute on function person_merge_lock to mentoring_app;

-- Two main places of work at once, after posts that are told twice have become one over the time of both, as the merge makes them.
create or replace function person_merge_two_mains(survivor uuid, absorbed uuid) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
    posts employment[] := array(select e from employment e where e.person_id = survivor order by e.started_on, e.id);
    job employment; twin employment; twins int[];
begin
    for job in select * from employment where person_id = absorbed order by started_on, id loop
        twins := array(select i from generate_subscripts(posts, 1) i where (posts[i]).organization_id = job.organization_id
                          and (posts[i]).position_code = job.position_code and (posts[i]).period && job.period);
        if cardinality(twins) = 0 then posts := array_append(posts, job); end if;
        continue when cardinality(twins) <> 1;
        twin := posts[twins[1]];
        twin.period := daterange(least(twin.started_on, job.started_on), case when twin.ended_on is not null and job.ended_on is not null
                                                                              then greatest(twin.ended_on, job.ended_on) end);
        twin.started_on := lower(twin.period);
        twin.ended_on := upper(twin.period);
        twin.is_main := twin.is_main or job.is_main;
        posts[twins[1]] := twin;
    end loop;
    return exists (select from generate_subscripts(posts, 1) i join generate_subscripts(posts, 1) j on j > i
                    where (posts[i]).is_main and (posts[j]).is_main and (posts[i]).period && (posts[j]).period);
end $$;
revoke execute on function person_merge_two_mains from public;

-- Programs that run with either of the two, told as if the two were one; which of them it was stands beside.
create or replace function person_merge_pair_runs(survivor uuid, absorbed uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
    with pair as (
        select p.id, m.person_id was_mentor, e.person_id was_mentee, case m.person_id when absorbed then survivor else m.person_id end mentor,
               case e.person_id when absorbed then survivor else e.person_id end mentee,
               program_days(p.organization_id, p.starts_on, p.ends_on) days
          from program_participant m
          join program_participant e on e.program_id = m.program_id and e.role = 'Mentee' and e.left_on is null
          join program p on p.id = m.program_id and p.status in ('Active', 'Paused')
         where m.role = 'Mentor' and m.left_on is null and (m.person_id in (survivor, absorbed) or e.person_id in (survivor, absorbed)))
    select exists (select from pair one join pair other on other.id > one.id and other.mentor = one.mentor and other.mentee = one.mentee
                          and other.days && one.days
                    where (other.was_mentor, other.was_mentee) <> (one.was_mentor, one.was_mentee))
$$;
revoke execute on function person_merge_pair_runs from public;

create or replace function person_merge_overfull(survivor uuid, absorbed uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
    select exists (
        select from program_participant i join program p on p.id = i.program_id and p.status in ('Active', 'Paused')
         where i.person_id in (survivor, absorbed) and i.role = 'Mentor' and i.left_on is null
         group by i.employer_id
        having count(distinct i.person_id) = 2
           and mentors_programs_at_most(array[survivor, absorbed], i.employer_id, '(,)') > (select m.capacity_programs from mentor_profile m
                            where m.organization_id = i.employer_id and m.person_id in (survivor, absorbed) order by m.person_id <> survivor limit 1))
$$;
revoke execute on function person_merge_overfull from public;

-- What only the person, a pair or a psychologist may read: a merge would open it to the other one's account.
create or replace function person_has_private(person uuid) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
    ref record; found_one boolean;
begin
    if exists (select from meeting_note t join program_participant i on i.program_id = t.program_id where i.person_id = person)
       or exists (select from arbitration_case c where person = any(c.arbiter_ids)) then
        return true;
    end if;
    for ref in
        select rel, col from person_references()
         where rel in ('meeting_note', 'readiness_check', 'compatibility_opinion', 'compatibility_ground', 'training_place', 'pulse_invitation',
                       'arbitration_case', 'arbitration_entry')
    loop
        execute format('select exists (select from %s t where t.%I = $1)', ref.rel, ref.col) into found_one using person;
        if found_one then return true; end if;
    end loop;
    return false;
end $$;
revoke execute on function person_has_private from public;

create or replace function person_merge_opens_private(survivor uuid, absorbed uuid) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
    if current_setting('scope.federation', true) = 'on' or not exists (
        select from person p, unnest(p.organization_ids) at join organization o on o.id = at
         where p.id in (survivor, absorbed) and o.region_code <> all(coalesce(nullif(current_setting('scope.regions', true), '')::text[], '{}'))) then
        return false;
    end if;
    return (exists (select from identity.account where person_id = survivor) and person_has_private(absorbed))
        or (exists (select from identity.account where person_id = absorbed) and person_has_private(survivor));
end $$;
revoke execute on function person_merge_opens_private from public;

-- What has to be settled by people before: nobody can be both in one program, or have two main places of work at once.
create or replace function person_merge_obstacles(survivor uuid, absorbed uuid) returns text[]
language sql stable security definer set search_path = public, pg_temp as $$
    select array_remove(array[
        case when exists (select from program_participant a join program_participant s on s.program_id = a.program_id
                           where a.person_id = absorbed and s.person_id = survivor) then 'SameProgram' end,
        case when person_merge_two_mains(survivor, absorbed) then 'TwoMainPosts' end,
        case when exists (select from identity.account where person_id = survivor)
              and exists (select from identity.account a join role_assignment r on r.account_id = a.id
                           where a.person_id = absorbed
                             and (r.ended_on is null or r.ended_on > local_day(now(), r.organization_id, r.territory_code)))
             then 'TwoAccounts' end,
        case when person_merge_pair_runs(survivor, absorbed) then 'PairRuns' end,
        case when person_merge_overfull(survivor, absorbed) then 'MentorOverfull' end,
        case when person_merge_opens_private(survivor, absorbed) then 'PrivateRows' end], null)
$$;
revoke execute on function person_merge_obstacles from public;
grant execute on function person_merge_obstacles to mentoring_app;

create or replace function person_merge_before() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
    perform from person where id in (new.survivor_id, new.absorbed_id) order by id for update;
    if exists (select from person where id in (new.survivor_id, new.absorbed_id) and (merged_into is not null or pseudonymised_at is not null)) then
        raise exception using errcode = 'check_violation', constraint = 'person_merge_live', message = 'One of the two is part of another record.';
    end if;
    if cardinality(person_merge_obstacles(new.survivor_id, new.absorbed_id)) > 0 then
        raise exception using errcode = 'check_violation', constraint = 'person_merge_clear', message = 'The two records contradict one another.';
    end if;
    select coalesce(array_agg(distinct o), '{}') into new.organization_ids
      from person p, unnest(p.organization_ids) o where p.id in (new.survivor_id, new.absorbed_id);
    return new;
end $$;

create or replace trigger person_merge_before before insert on person_merge for each row execute function person_merge_before();
