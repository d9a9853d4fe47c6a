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
            """);
    }
}
