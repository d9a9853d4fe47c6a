-- The sums of organizations, a row for each indicator of today.
create or replace view organization_indicator with (security_invoker = true) as
select s.region_code, s.organization_id, s.territory_code, s.period, i.code indicator, coalesce(s.numerators[i.number], 0)::numeric numerator,
       coalesce(s.denominators[i.number], 0)::numeric denominator, coalesce(s.answers[i.number], 0) > 0 expected, coalesce(s.answers[i.number], 0) = 2 reported
  from organization_sums s join indicator i on i.valid_to is null;
grant select on organization_indicator to mentoring_app;

-- By which version of an indicator a month goes, from a month to a month: a version that restates takes all months before with it.
create or replace view indicator_version with (security_invoker = true) as
select code, version, since,
       coalesce(min(since) over (partition by code order by version rows between 1 following and unbounded following), date 'infinity') until
  from (select code, version,
               case when restates or version = min(version) over (partition by code) then date '-infinity'
                    else date_trunc('month', valid_from::timestamp)::date end since
          from indicator) began;
grant select on indicator_version to mentoring_app;
