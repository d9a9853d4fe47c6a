-- Sums of a region by municipality, for whoever may see them there: the region, its municipalities, bodies that stand in it. No
-- organization and nobody is in them; what may be told of them the API decides.
create or replace function deficits_of(region text)
returns table (territory_code text, counted text, area_code text, teachers int, changed_at timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
    select d.territory_code, d.counted, d.area_code, sum(d.teachers)::int, max(d.changed_at)
      from organization_deficit d
     where d.region_code = region and current_setting('scope.permission', true) = 'DeficitRead'
       and (current_setting('scope.federation', true) = 'on'
            or region = any(nullif(current_setting('scope.regions', true), '')::text[])
            or exists (select from territory t where t.parent_code = region
                                                 and t.code = any(nullif(current_setting('scope.territories', true), '')::text[]))
            or exists (select from organization o where o.region_code = region
                                                    and o.id = any(nullif(current_setting('scope.organizations', true), '')::uuid[])))
     group by 1, 2, 3
$$;
revoke execute on function deficits_of from public;
grant execute on function deficits_of to mentoring_app;
