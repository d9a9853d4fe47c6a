-- What day it is where an organization is: a municipality may keep another time than the rest of its region, as in Yakutia's
-- three zones. One view says the zone and one function the day, for every statement of the product.

create or replace view organization_zone with (security_invoker = true) as
select o.id place_id, coalesce(near.time_zone, region.time_zone) time_zone
  from organization o join territory near on near.code = o.territory_code join territory region on region.code = o.region_code;
grant select on organization_zone to mentoring_app;

create or replace function local_day(at timestamptz, place uuid, area text default null) returns date language sql stable parallel safe as $$
    select (at at time zone coalesce(
        (select z.time_zone from organization_zone z where z.place_id = place),
        (select coalesce(t.time_zone, above.time_zone) from territory t
           left join territory above on above.code = t.parent_code where t.code = area),
        'Europe/Moscow'))::date
$$;

create or replace function indicator_month(at timestamptz, zone text) returns date language sql immutable parallel safe as $$
    select date_trunc('month', at at time zone zone)::date
$$;

create or replace function indicator_month(day date) returns date language sql immutable parallel safe as $$
    select date_trunc('month', day::timestamp)::date
$$;

-- The month in which those who began on a day are asked for after so many months.
create or replace function cohort_month(day date, months int) returns date language sql immutable parallel safe as $$
    select (date_trunc('month', day::timestamp) + make_interval(months => months))::date
$$;

-- The last month of the school year in which a month is.
create or replace function school_year_end(month date) returns date language sql immutable parallel safe as $$
    select make_date(extract(year from month - interval '8 months')::int + 1, 8, 1)
$$;
