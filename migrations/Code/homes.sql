-- Whose a program is, and for whom somebody takes part in it, from a day until a day.
create or replace view program_home with (security_invoker = true) as
select p.id program_id, p.organization_id,
       coalesce((select max(x.until) from program_past x where x.program_id = p.id), date '-infinity') since, date 'infinity' until
  from program p
union all
select x.program_id, x.organization_id,
       coalesce((select max(b.until) from program_past b where b.program_id = x.program_id and b.until < x.until), date '-infinity'), x.until
  from program_past x;

create or replace view participant_home with (security_invoker = true) as
select i.program_id, i.person_id, i.employer_id,
       coalesce((select max(x.until) from participant_past x where x.program_id = i.program_id and x.person_id = i.person_id),
                date '-infinity') since, date 'infinity' until
  from program_participant i
union all
select x.program_id, x.person_id, x.organization_id,
       coalesce((select max(b.until) from participant_past b
                  where b.program_id = x.program_id and b.person_id = x.person_id and b.until < x.until), date '-infinity'), x.until
  from participant_past x;
grant select on program_home, participant_home to mentoring_app;
