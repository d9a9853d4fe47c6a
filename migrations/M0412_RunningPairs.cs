using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>
/// No mentor carries more running programs than the school has confirmed, and no pair two at once, by whichever door a
/// program comes into force or somebody joins one. The mentors' rows are held until the commit, so that of two programs that
/// come at once the second sees the first. Where no capacity is confirmed, none is held against anybody.
/// </summary>
[Migration(412)]
public sealed class M0412_RunningPairs : ForwardOnlyMigration
{
    public override void Up() => Execute.Sql("""
        create function demand_free_mentors(checked uuid) returns void language plpgsql security definer set search_path = public, pg_temp as $$
        begin
            perform from person
              where id in (select person_id from program_participant where program_id = checked and role = 'Mentor' and left_on is null)
              order by id for no key update;
            if exists (
                select from program_participant mentor
                  join program_participant mentee on mentee.program_id = mentor.program_id and mentee.role = 'Mentee' and mentee.left_on is null
                  join program_participant other on other.person_id = mentor.person_id and other.role = 'Mentor' and other.left_on is null
                        and other.program_id <> checked
                  join program_participant same on same.program_id = other.program_id and same.person_id = mentee.person_id
                        and same.role = 'Mentee' and same.left_on is null
                  join program p on p.id = other.program_id and p.status in ('Active', 'Paused')
                 where mentor.program_id = checked and mentor.role = 'Mentor' and mentor.left_on is null) then
                raise unique_violation using constraint = 'program_pair_runs_once', message = 'the pair has a running program';
            end if;
            if exists (
                select from program_participant mentor
                  join mentor_profile m on m.organization_id = mentor.employer_id and m.person_id = mentor.person_id and m.status <> 'Draft'
                 where mentor.program_id = checked and mentor.role = 'Mentor' and mentor.left_on is null
                   and m.capacity_programs < (
                       select count(*) from program_participant i join program p on p.id = i.program_id and p.status in ('Active', 'Paused')
                        where i.person_id = mentor.person_id and i.employer_id = mentor.employer_id and i.role = 'Mentor' and i.left_on is null)) then
                raise check_violation using constraint = 'program_mentor_capacity', message = 'the mentor has no free place';
            end if;
        end $$;
        grant execute on function demand_free_mentors to mentoring_app;

        create function program_demand_free_mentors() returns trigger language plpgsql as $$
        begin
            perform demand_free_mentors(new.id);
            return null;
        end $$;
        create trigger program_free_mentors after update of status on program for each row
            when (new.status = 'Active' and old.status not in ('Active', 'Paused')) execute function program_demand_free_mentors();

        -- Who joins a program that runs already; those of its first day were looked at when it came into force.
        create function participant_demand_free_mentors() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
        begin
            if exists (select from program where id = new.program_id and status in ('Active', 'Paused') and new.joined_on > activated_at::date) then
                perform demand_free_mentors(new.program_id);
            end if;
            return null;
        end $$;
        create trigger program_participant_free_mentors after insert on program_participant for each row
            when (new.left_on is null) execute function participant_demand_free_mentors();
        """);
}
