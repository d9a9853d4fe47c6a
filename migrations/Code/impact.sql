-- When the two measures of a program are taken: the one before from its begin, due within thirty days and open until the one after opens; the
-- one after from thirty days before the last day, never in the first half of a short program, until thirty days after that day.
create or replace function impact_windows(of program) returns table (moment text, opens_on date, due_on date, closes_on date)
language sql stable as $$
    with term as (
        select greatest(of.starts_on, local_day(of.activated_at, of.organization_id)) first,
               least(of.ends_on, of.notice_until, local_day(of.finished_at, of.organization_id)) last),
    late as (select first, last, greatest(last - 30, first + (last - first) / 2) after from term)
    select 'Before', first, least(first + 30, greatest(after - 1, first)), greatest(after - 1, first) from late where of.activated_at is not null
    union all
    select 'After', after, last + 30, last + 30 from late where of.activated_at is not null
$$;

-- Of pairs of measures of the same person and program, by role, school year of the measure after, and scale: how many rose, stayed and fell.
-- Answers are closed to the school, and of fewer than five pairs their number alone is told.
create or replace function impact_sums(place uuid, year int)
returns table (role text, school_year int, scale text, pairs int, rose int, fell int, before numeric, after numeric)
language sql stable security definer set search_path = public, pg_temp as $$
    with pair as (
        select m.role, extract(year from m.taken_on - interval '8 months')::int school_year, b.scores before, a.scores after
          from impact_measure m join impact_answer a on a.region_code = m.region_code and a.measure_id = m.id and a.scores is not null
          join impact_measure f on f.region_code = m.region_code and f.program_id = m.program_id and f.person_id = m.person_id and f.moment = 'Before'
          join impact_answer b on b.region_code = f.region_code and b.measure_id = f.id and b.scores is not null
         where m.organization_id = place and m.moment = 'After' and m.taken_on >= make_date(year - 1, 9, 1) and m.taken_on < make_date(year + 1, 9, 1)
           and place = any(nullif(current_setting('scope.organizations', true), '')::uuid[])
           and current_setting('scope.permission', true) = 'ImpactRead'),
    score as (
        select p.role, p.school_year, a.key scale, b.value::numeric before, a.value::numeric after
          from pair p cross join jsonb_each_text(p.after) a join jsonb_each_text(p.before) b on b.key = a.key)
    select role, school_year, scale, count(*)::int,
           case when count(*) >= 5 then count(*) filter (where after > before) end::int,
           case when count(*) >= 5 then count(*) filter (where after < before) end::int,
           case when count(*) >= 5 then round(avg(before), 2) end, case when count(*) >= 5 then round(avg(after), 2) end
      from score group by role, school_year, scale
$$;
revoke execute on function impact_sums from public;
grant execute on function impact_sums to mentoring_app;
