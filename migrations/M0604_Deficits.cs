using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>
/// How many teachers of an organization have which difficulty today, as sums; every organization is counted for them. A goal of a program is in a
/// route once.
/// </summary>
[Migration(604)]
public sealed class M0604_Deficits : ForwardOnlyMigration
{
    public override void Up() => Execute.Sql("""
        create table organization_deficit (
            region_code     text not null,
            organization_id uuid not null,
            territory_code  text not null references territory,
            counted         text not null check (counted in ('Diagnosed', 'Open', 'Closed')),
            area_code       text not null,
            teachers        int not null check (teachers > 0),
            changed_at      timestamptz not null default clock_timestamp(),
            primary key (region_code, organization_id, counted, area_code),
            constraint organization_deficit_area check ((counted = 'Diagnosed') = (area_code = '')),
            foreign key (organization_id, region_code) references organization (id, region_code) on update cascade);
        comment on table organization_deficit is 'Sums as of today: what is nought has no row';

        insert into indicator_stale (organization_id, region_code, from_period, to_period)
        select o.id, o.region_code, p.period, p.period from organization o cross join (select max(period) period from indicator_period) p
         where p.period is not null;

        create unique index route_finding_goal on route_finding (region_code, route_id, goal_id) where goal_id is not null and dropped_at is null;
        """);
}
