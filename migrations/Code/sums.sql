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

-- What may be told of sums: nothing of a cell that is small (0069) or goes along with one (0077). Whoever shows sums reads these alone.
create or replace view territory_told with (security_invoker = true) as
select t.territory_code, t.period, t.indicator, case when not told.hidden then t.numerator end numerator,
       case when not told.hidden then t.denominator end denominator, t.organizations_reported, t.organizations_expected, told.hidden
  from territory_indicator t join indicator i on i.code = t.indicator and i.valid_to is null
 cross join lateral (
    select i.least > 0 and (t.denominator > 0 and t.denominator < i.least
        or exists (select from territory_hidden h
                    where h.period = t.period and h.indicator = t.indicator and h.territory_code = t.territory_code)) hidden) told;
grant select on territory_told to mentoring_app;

create or replace view organization_told with (security_invoker = true) as
select o.region_code, o.organization_id, o.period, o.indicator, case when not told.hidden then o.numerator end numerator,
       case when not told.hidden then o.denominator end denominator, o.expected, o.reported, told.hidden
  from organization_indicator o join indicator i on i.code = o.indicator and i.valid_to is null
 cross join lateral (
    select i.least > 0 and (o.denominator > 0 and o.denominator < i.least
        or exists (select from organization_hidden h where h.region_code = o.region_code and h.organization_id = o.organization_id
                      and h.period = o.period and h.indicator = o.indicator)) hidden) told;
grant select on organization_told to mentoring_app;

-- What the people of an organization may know of it: all but small counts of what teachers say of themselves.
create or replace view organization_own with (security_invoker = true) as
select o.region_code, o.organization_id, o.period, o.indicator, case when not told.hidden then o.numerator end numerator,
       case when not told.hidden then o.denominator end denominator, o.expected, o.reported, told.hidden
  from organization_indicator o join indicator i on i.code = o.indicator and i.valid_to is null
 cross join lateral (select i.hides_inside and o.denominator > 0 and o.denominator < i.least hidden) told;
grant select on organization_own to mentoring_app;
