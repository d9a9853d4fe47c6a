-- Whom somebody mentors today, in programs that run: the row policies of what is read with a mentee ask it once a statement.
create or replace function mentees_of(mentor uuid) returns uuid[] language sql stable security definer set search_path = public, pg_temp as $$
    select coalesce(array_agg(distinct e.person_id), '{}')
      from program_participant m
      join program p on p.region_code = m.region_code and p.id = m.program_id and p.status in ('Active', 'Paused')
      join program_participant e on e.region_code = m.region_code and e.program_id = m.program_id and e.role = 'Mentee' and takes_part(e, now())
     where m.person_id = mentor and m.role = 'Mentor' and takes_part(m, now())
$$;
revoke execute on function mentees_of from public;
grant execute on function mentees_of to mentoring_app;
