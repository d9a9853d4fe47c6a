-- The sums of organizations, a row for each indicator of today.
create or replace view organization_indicator with (security_invoker = true) as
select s.region_code, s.organization_id, s.territory_code, s.period, i.code indicator, coalesce(s.numerators[i.number], 0)::numeric numerator,
       coalesce(s.denominators[i.number], 0)::numeric denominator, coalesce(s.answers[i.number], 0) > 0 expected, coalesce(s.answers[i.number], 0) = 2 reported
  from organization_sums s join indicator i on i.valid_to is null;
grant select on organization_indicator to mentoring_app;
