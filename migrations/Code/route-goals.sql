-- Goals of the mentoring programs of a route's teacher: those that the route rests on, for whoever reads the route, and those that
-- the teacher may take from programs in force. A tutor reads no program, and of a program that is over the teacher's scope holds nothing.
create or replace function route_goals(of_route uuid, moment timestamptz)
returns table (goal_id uuid, program_id uuid, program_title text, program_status text, area_code text, difficulty text, goal text, measure text,
               measure_before numeric, measure_target numeric, measure_after numeric, taken boolean, offered boolean)
language sql stable security definer set search_path = public, pg_temp as $$
    with me as (select nullif(current_setting('scope.person', true), '')::uuid id),
    here as (select r.region_code, r.id, r.person_id, r.person_id = me.id own
               from me join route r on r.id = of_route and (r.person_id = me.id or me.id = any(r.reader_ids))),
    mine as (
        select distinct on (g.id) g.*, p.title, p.status,
               exists (select from route_finding f where f.region_code = here.region_code and f.route_id = here.id and f.goal_id = g.id
                                                     and f.dropped_at is null) taken,
               here.own and p.status in ('Active', 'Paused') and takes_part(i, moment) offered
          from here join program_participant i on i.person_id = here.person_id and i.role = 'Mentee'
          join program p on p.id = i.program_id join program_goal g on g.program_id = p.id
         order by g.id, offered desc)
    select m.id, m.program_id, m.title, m.status, m.area_code, m.difficulty, m.goal, m.measure, m.measure_before, m.measure_target, m.measure_after, m.taken,
           m.offered
      from mine m where m.taken or m.offered
     order by m.title, m.program_id, m.position limit 100
$$;
revoke execute on function route_goals from public;
grant execute on function route_goals to mentoring_app;
