using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>
/// Who left which organization, or a role there, noted once the consequences are drawn. Whoever left before is noted as
/// done where nothing is open, so that the first run takes up those alone whose programs run on.
/// </summary>
[Migration(411)]
public sealed class M0411_Departures : ForwardOnlyMigration
{
    public override void Up()
    {
        Execute.Sql("""
            create table departure (
                region_code     text not null,
                id              uuid not null,
                organization_id uuid not null,
                person_id       uuid not null references person,
                kind            text not null check (kind in ('Employment', 'Mentor', 'Mentee', 'CouncilMember', 'CouncilChair')),
                left_on         date not null,
                noted_at        timestamptz not null,
                primary key (region_code, id),
                foreign key (organization_id, region_code) references organization (id, region_code) on update cascade);
            create unique index departure_once on departure (organization_id, person_id, kind, left_on);
            create index departure_person on departure (person_id);
            create index employment_ended on employment (ended_on) where ended_on is not null;

            insert into departure (region_code, id, organization_id, person_id, kind, left_on, noted_at)
            select e.region_code, gen_random_uuid(), e.organization_id, e.person_id, 'Employment', max(e.ended_on), now()
              from employment e
             where e.ended_on < current_date
               and not exists (select from program_participant i join program p on p.id = i.program_id
                                where i.person_id = e.person_id and i.employer_id = e.organization_id and i.left_on is null
                                  and p.status not in ('Completed', 'EndedEarly', 'Cancelled'))
             group by 1, 3, 4;
            insert into departure (region_code, id, organization_id, person_id, kind, left_on, noted_at)
            select r.region_code, gen_random_uuid(), r.organization_id, a.person_id, r.role, max(r.ended_on), now()
              from role_assignment r join identity.account a on a.id = r.account_id
             where r.role in ('Mentor', 'Mentee') and r.organization_id is not null and a.person_id is not null and r.ended_on < current_date
             group by 1, 3, 4, 5;
            """);
    }
}
