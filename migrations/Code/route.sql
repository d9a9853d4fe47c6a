-- What the school may know of a route follows the route: no statement of the API writes it.
create or replace function route_state_follow() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
    of_route uuid := (to_jsonb(new) ->> case tg_table_name when 'route' then 'id' else 'route_id' end)::uuid;
begin
    insert into route_state as s (region_code, route_id, organization_id, person_id, status, starts_on, ends_on, activities, activities_done, products,
                                  next_on, last_activity_at)
    select r.region_code, r.id, r.organization_id, r.person_id, r.status, r.starts_on, r.ends_on, a.planned, a.done, p.products, a.next_on,
           r.last_activity_at
      from route r
     cross join lateral (
        select count(*) filter (where status <> 'CalledOff')::int planned, count(*) filter (where status = 'Done')::int done,
               min(ends_on) filter (where status in ('Planned', 'InProgress')) next_on
          from route_activity where region_code = r.region_code and route_id = r.id and dropped_at is null) a
     cross join lateral (
        select count(*)::int products from route_product where region_code = r.region_code and route_id = r.id and withdrawn_at is null) p
     where r.region_code = new.region_code and r.id = of_route
        on conflict (region_code, route_id) do update
       set organization_id = excluded.organization_id, person_id = excluded.person_id, status = excluded.status, starts_on = excluded.starts_on,
           ends_on = excluded.ends_on, activities = excluded.activities, activities_done = excluded.activities_done, products = excluded.products,
           next_on = excluded.next_on, last_activity_at = excluded.last_activity_at;
    return null;
end $$;
revoke execute on function route_state_follow from public;

create or replace trigger route_state_follow after insert or update on route for each row execute function route_state_follow();
create or replace trigger route_state_follow after insert or update on route_activity for each row execute function route_state_follow();
create or replace trigger route_state_follow after insert or update on route_product for each row execute function route_state_follow();
