using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>
/// Ends of work and of roles whose day is to come or whose consequences are not drawn yet: a queue that the rows fill
/// themselves, so that asking who has left costs what has ended since, not the history of the country.
/// </summary>
[Migration(441)]
public sealed class M0441_DueDepartures : ForwardOnlyMigration
{
    public override void Up()
    {
        Execute.Sql("""
            create table departure_due (
                region_code     text not null,
                organization_id uuid not null,
                person_id       uuid not null,
                kind            text not null check (kind in ('Employment', 'Mentor', 'Mentee', 'CouncilMember', 'CouncilChair')),
                due_on          date not null,
                primary key (region_code, organization_id, person_id, kind, due_on),
                foreign key (organization_id, region_code) references organization (id, region_code) on update cascade);
            create index departure_due_day on departure_due (due_on);
            create index departure_due_organization on departure_due (organization_id);

            create function employment_departure_due() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
            begin
                if tg_op = 'INSERT' then
                    insert into departure_due (region_code, organization_id, person_id, kind, due_on)
                    select region_code, organization_id, person_id, 'Employment', ended_on from changed where ended_on is not null on conflict do nothing;
                else
                    insert into departure_due (region_code, organization_id, person_id, kind, due_on)
                    select c.region_code, c.organization_id, c.person_id, 'Employment', c.ended_on
                      from changed c join former f on f.id = c.id
                     where c.ended_on is not null and c.ended_on is distinct from f.ended_on on conflict do nothing;
                end if;
                return null;
            end $$;
            create trigger employment_departure_insert after insert on employment referencing new table as changed
                for each statement execute function employment_departure_due();
            create trigger employment_departure_update after update on employment referencing old table as former new table as changed
                for each statement execute function employment_departure_due();

            create function role_departure_due() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
            begin
                insert into departure_due (region_code, organization_id, person_id, kind, due_on)
                select new.region_code, new.organization_id, a.person_id, new.role, new.ended_on
                  from identity.account a where a.id = new.account_id and a.person_id is not null on conflict do nothing;
                return null;
            end $$;
            create trigger role_assignment_departure after insert or update of ended_on on role_assignment for each row
                when (new.ended_on is not null and new.organization_id is not null and new.role in ('Mentor', 'Mentee', 'CouncilMember', 'CouncilChair'))
                execute function role_departure_due();

            insert into departure_due (region_code, organization_id, person_id, kind, due_on)
            select e.region_code, e.organization_id, e.person_id, 'Employment', e.ended_on from employment e
             where e.ended_on is not null
               and not exists (select from departure d where d.organization_id = e.organization_id and d.person_id = e.person_id
                                  and d.kind = 'Employment' and d.left_on = e.ended_on)
            on conflict do nothing;
            insert into departure_due (region_code, organization_id, person_id, kind, due_on)
            select r.region_code, r.organization_id, a.person_id, r.role, r.ended_on
              from role_assignment r join identity.account a on a.id = r.account_id
             where r.ended_on is not null and r.organization_id is not null and a.person_id is not null
               and r.role in ('Mentor', 'Mentee', 'CouncilMember', 'CouncilChair')
            on conflict do nothing;

            -- Whoever is responsible for a task of the council is written down by name.
            alter table council_task add column responsible_left_on date;

            -- Who is invited to a training is closed to the platform's jobs too; that somebody who is gone is not expected is all they do.
            create function leave_trainings(leaver uuid, school uuid, moment timestamptz) returns table (training_id uuid)
            language sql security definer set search_path = public, pg_temp as $$
                delete from training_place s using training t
                 where t.id = s.training_id and s.person_id = leaver and s.organization_id = school and s.attendance = 'Invited'
                   and t.status = 'Planned' and t.starts_at > moment
                returning t.id
            $$;
            revoke execute on function leave_trainings from public;
            grant execute on function leave_trainings to mentoring_app;
            """);
        Execute.Sql(Policies.SystemOnly("departure_due", delete: true));
    }
}
