using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>
/// Indicators of routes and of what schools and the bodies behind them do together; every organization is summed anew for them. How
/// many places a tutor had before a day is kept, so that months before keep their load.
/// </summary>
[Migration(594)]
public sealed class M0594_ContourIndicators : ForwardOnlyMigration
{
    public override void Up()
    {
        Execute.Sql("""
            alter table indicator add column theme text not null default 'Programs' check (theme in ('Programs', 'Routes', 'Contours'));
            alter table indicator add column least int not null default 0;
            comment on column indicator.least is 'With a smaller denominator nothing is shown: what few teachers say of themselves is theirs';
            comment on column indicator.theme is 'The group of the dashboard that it stands in';

            create table tutor_past (
                region_code text not null,
                tutor_id    uuid not null,
                until       date not null,
                capacity    int not null,
                primary key (region_code, tutor_id, until),
                foreign key (region_code, tutor_id) references tutor (region_code, id));
            comment on table tutor_past is 'How many places a tutor had before a day: written by a trigger alone';

            create index help_entry_told on help_entry (organization_id, written_at) where kind = 'Answer' or step = 'Escalate';
            create index resource_place_organization on resource_place (organization_id, taken_at);
            """);
        Execute.Sql(IndicatorCatalogue.Contours);
        Execute.Sql("""
            insert into indicator_stale (organization_id, region_code, from_period, to_period)
            select id, region_code, date '0001-01-01', null from organization
            """);
    }
}
