using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>
/// What an organization was before a day: its kind and its municipality, for the months before. Months after the last such
/// day have what stands with the organization itself.
/// </summary>
[Migration(432)]
public sealed class M0432_OrganizationLife : ForwardOnlyMigration
{
    public override void Up()
    {
        Execute.Sql("""
            create table organization_past (
                organization_id uuid not null,
                region_code     text not null,
                until           date not null,
                kind            text not null,
                territory_code  text not null references territory,
                primary key (organization_id, until),
                foreign key (organization_id, region_code) references organization (id, region_code) on update cascade);

            alter table organization_event drop constraint organization_event_kind_check;
            alter table organization_event add constraint organization_event_kind_check
                check (kind in ('Opened', 'Changed', 'Renamed', 'Moved', 'KindChanged', 'Merged', 'Joined', 'Split', 'Closed'));
            """);
    }
}
