using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>
/// A route goes where its teacher works. Where it was stands in rows of the route, which travel with it; what a school had of it
/// when it left stays at the school, without a word of whose it was.
/// </summary>
[Migration(592)]
public sealed class M0592_RouteTravels : ForwardOnlyMigration
{
    public override void Up() => Execute.Sql("""
        create table route_past (
            region_code     text not null,
            route_id        uuid not null,
            number          int not null,
            person_id       uuid not null,
            reader_ids      uuid[] not null,
            organization_id uuid not null references organization,
            since           date not null,
            until           date not null,
            primary key (region_code, route_id, number),
            constraint route_past_dates check (until >= since),
            foreign key (region_code, route_id, person_id, reader_ids) references route (region_code, id, person_id, reader_ids) on update cascade);
        comment on table route_past is 'At which organizations a route was before: of another region too';
        comment on column route_past.until is 'The first day at the next one';
        create index route_past_organization on route_past (organization_id);

        create table route_left (
            region_code     text not null,
            id              uuid not null,
            organization_id uuid not null,
            left_on         date not null,
            status          text not null,
            activities      int not null,
            activities_done int not null,
            products        int not null,
            primary key (region_code, id),
            foreign key (organization_id, region_code) references organization (id, region_code) on update cascade);
        comment on table route_left is 'How far a route was that went on elsewhere: the sums that its former organization keeps';
        create index route_left_organization on route_left (organization_id);
        """);
}
