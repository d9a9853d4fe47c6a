using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>
/// A pair has one program at a time, and a mentor as many as the profile offers: on each day of a program's term. So the next
/// school year's comes into force while this one's runs. A program that runs beyond its last day does so until it ends.
/// </summary>
[Migration(511)]
public sealed class M0511_TermsOfPairs : ForwardOnlyMigration
{
    public override void Up() => Execute.Sql("""
        create function program_days(place uuid, starts date, ends date) returns daterange language sql stable as $$
            select daterange(starts, case when ends >= local_day(now(), place) then ends end, '[]')
        $$;

        -- The most programs that the mentor leads for this employer on any one of these days. It is reached where one begins.
        create function mentor_programs_at_most(mentor uuid, employer uuid, span daterange) returns bigint language sql stable as $$
            with mine as (
                select p.id, program_days(p.organization_id, p.starts_on, p.ends_on) days
                  from program_participant i join program p on p.id = i.program_id and p.status in ('Active', 'Paused')
                 where i.person_id = mentor and i.employer_id = employer and i.role = 'Mentor' and i.left_on is null)
            select coalesce(max(beside), 0) from (
                select count(*) beside from mine one join mine other on other.days @> greatest(lower(one.days), lower(span))
                 where one.days && span group by one.id) most
        $$;

        create or replace function demand_free_mentors(checked uuid[]) returns void
        language plpgsql security definer set search_path = public, pg_temp as $$
        begin
            perform pg_advisory_xact_lock(440, key)
               from (select distinct uuid_hash(person_id) & 1023 as key from program_participant
                      where program_id = any(checked) and role = 'Mentor' and left_on is null order by 1 offset 0) held;
            if exists (
                select from program_participant mentor
                  join program own on own.id = mentor.program_id
                  join program_participant mentee on mentee.program_id = mentor.program_id and mentee.role = 'Mentee' and mentee.left_on is null
                  join program_participant other on other.person_id = mentor.person_id and other.role = 'Mentor' and other.left_on is null
                        and other.program_id <> mentor.program_id
                  join program_participant same on same.program_id = other.program_id and same.person_id = mentee.person_id
                        and same.role = 'Mentee' and same.left_on is null
                  join program p on p.id = other.program_id and p.status in ('Active', 'Paused')
                 where mentor.program_id = any(checked) and mentor.role = 'Mentor' and mentor.left_on is null
                   and program_days(p.organization_id, p.starts_on, p.ends_on) && program_days(own.organization_id, own.starts_on, own.ends_on)) then
                raise unique_violation using constraint = 'program_pair_runs_once', message = 'the pair has a running program';
            end if;
            if exists (
                select from program_participant mentor
                  join program own on own.id = mentor.program_id
                  join mentor_profile m on m.organization_id = mentor.employer_id and m.person_id = mentor.person_id
                 where mentor.program_id = any(checked) and mentor.role = 'Mentor' and mentor.left_on is null
                   and case m.status when 'Paused' then 0 else m.capacity_programs end < mentor_programs_at_most(
                       mentor.person_id, mentor.employer_id, program_days(own.organization_id, own.starts_on, own.ends_on))) then
                raise check_violation using constraint = 'program_mentor_capacity', message = 'the mentor has no free place';
            end if;
        end $$;

        -- A longer term asks again only where it meets a program that it did not meet before: what runs goes on.
        create function program_term_changed() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
        begin
            if exists (
                select from program_participant mentor
                  join program_participant other on other.person_id = mentor.person_id and other.role = 'Mentor' and other.left_on is null
                        and other.program_id <> new.id
                  join program p on p.id = other.program_id and p.status in ('Active', 'Paused')
                 where mentor.program_id = new.id and mentor.role = 'Mentor' and mentor.left_on is null
                   and program_days(p.organization_id, p.starts_on, p.ends_on) && program_days(new.organization_id, new.starts_on, new.ends_on)
                   and not program_days(p.organization_id, p.starts_on, p.ends_on) && daterange(old.starts_on, old.ends_on, '[]')) then
                perform demand_free_mentors(array[new.id]);
            end if;
            return null;
        end $$;
        create trigger program_term_free_mentors after update of starts_on, ends_on on program for each row
            when (new.status in ('Active', 'Paused') and old.status in ('Active', 'Paused')
                  and (new.starts_on, new.ends_on) is distinct from (old.starts_on, old.ends_on)) execute function program_term_changed();

        create or replace function person_merge_pair_runs(survivor uuid, absorbed uuid) returns boolean
        language sql stable security definer set search_path = public, pg_temp as $$
            with pair as (
                select p.id, m.person_id was_mentor, e.person_id was_mentee, case m.person_id when absorbed then survivor else m.person_id end mentor,
                       case e.person_id when absorbed then survivor else e.person_id end mentee,
                       program_days(p.organization_id, p.starts_on, p.ends_on) days
                  from program_participant m
                  join program_participant e on e.program_id = m.program_id and e.role = 'Mentee' and e.left_on is null
                  join program p on p.id = m.program_id and p.status in ('Active', 'Paused')
                 where m.role = 'Mentor' and m.left_on is null and (m.person_id in (survivor, absorbed) or e.person_id in (survivor, absorbed)))
            select exists (select from pair one join pair other on other.id > one.id and other.mentor = one.mentor and other.mentee = one.mentee
                                  and other.days && one.days
                            where (other.was_mentor, other.was_mentee) <> (one.was_mentor, one.was_mentee))
        $$;
        """);
}
