-- What the school's own rows say of a teacher who has a tutor. Of a route the school knows its state alone.
create or replace function tutoring_rows_say(region text, assignment uuid) returns table (subject text, says text)
language sql stable security definer set search_path = public, pg_temp as $$
    select f.subject, f.says
      from tutor_assignment a join organization_zone zone on zone.place_id = a.organization_id
     cross join lateral (select (now() at time zone zone.time_zone)::date today) day
      left join lateral (
        select s.status, s.next_on from route_state s
         where s.organization_id = a.organization_id and s.person_id = a.person_id and s.status not in ('Completed', 'Closed') limit 1) way on true
     cross join lateral (values
        ('Work', case when exists (select from employment e where e.person_id = a.person_id and e.organization_id = a.organization_id
                                                              and e.period @> day.today) then 'Works' else 'Left' end),
        ('Program', case when exists (select from program_participant i join program p on p.id = i.program_id
                                       where i.person_id = a.person_id and i.role = 'Mentee' and i.left_on is null
                                         and p.organization_id = a.organization_id and p.status = 'Active') then 'Runs' else 'None' end),
        ('Route', case when way.status is null then 'None' when way.status in ('InProgress', 'Reflection') and way.next_on < day.today then 'Behind'
                       else 'OnPlan' end)) f (subject, says)
     where a.region_code = region and a.id = assignment
$$;
revoke execute on function tutoring_rows_say from public;

-- What both sides say of each subject of an assignment at work, and whether they differ, to whoever may read the assignment. Where the
-- school has said nothing itself its rows speak, as they do again once they have changed since.
create or replace function tutoring_said(region text, assignment uuid) returns table (
    subject text, tutor_says text, tutor_words text, tutor_at timestamptz, school_says text, school_words text, school_at timestamptz, differs boolean)
language sql stable security definer set search_path = public, pg_temp as $$
    select s.subject, t.says, t.words, t.made_at, coalesce(c.says, r.says), c.words, c.made_at, coalesce(t.says <> coalesce(c.says, r.says), false)
      from tutor_assignment a
     cross join (values ('Work', 1), ('Program', 2), ('Route', 3), ('Goal', 4)) s (subject, position)
      left join tutoring_rows_say(region, assignment) r on r.subject = s.subject
      left join lateral (
        select m.says, m.words, m.made_at from tutoring_mark m
         where m.region_code = a.region_code and m.assignment_id = a.id and m.subject = s.subject and m.side = 'Tutor'
         order by m.made_at desc, m.id desc limit 1) t on true
      left join lateral (
        select o.says, o.words, o.made_at from (
            select m.says, m.words, m.made_at, m.rows_said from tutoring_mark m
             where m.region_code = a.region_code and m.assignment_id = a.id and m.subject = s.subject and m.side = 'School'
             order by m.made_at desc, m.id desc limit 1) o
         where o.rows_said is not distinct from r.says) c on true
     where a.region_code = region and a.id = assignment and a.status = 'Active'
       and (a.person_id = nullif(current_setting('scope.person', true), '')::uuid or a.tutor_id = nullif(current_setting('scope.person', true), '')::uuid
            or (current_setting('scope.permission', true) in ('TutoringRead', 'TutoringWrite')
                and (a.organization_id = any(nullif(current_setting('scope.organizations', true), '')::uuid[])
                     or a.body_id = any(nullif(current_setting('scope.organizations', true), '')::uuid[])))
            or current_setting('scope.system', true) = 'on')
     order by s.position
$$;
revoke execute on function tutoring_said from public;
grant execute on function tutoring_said to mentoring_app;

-- A mark belongs to its assignment, and remembers what the school's rows said when it was made.
create or replace function tutoring_mark_filled() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
    select a.organization_id, a.body_id, a.person_id, a.tutor_id, a.is_open
      into new.organization_id, new.body_id, new.person_id, new.tutor_id, new.is_open
      from tutor_assignment a where a.region_code = new.region_code and a.id = new.assignment_id for share;
    new.rows_said := (select r.says from tutoring_rows_say(new.region_code, new.assignment_id) r where r.subject = new.subject);
    return new;
end $$;

create or replace trigger tutoring_mark_filled before insert on tutoring_mark for each row execute function tutoring_mark_filled();

create or replace function tutoring_marks_follow() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
    update tutoring_mark set is_open = new.is_open, tutor_id = new.tutor_id where region_code = new.region_code and assignment_id = new.id;
    return null;
end $$;

create or replace trigger tutoring_marks_follow after update of status on tutor_assignment for each row
    when (new.status <> old.status) execute function tutoring_marks_follow();
