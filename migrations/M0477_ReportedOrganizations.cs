using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>
/// An organization has reported when it keeps its staff here, also in a month without an event. What was counted as reported
/// until now is kept beside the sums, so that the next roll-up adds the difference; every organization is summed anew.
/// </summary>
[Migration(477)]
public sealed class M0477_ReportedOrganizations : ForwardOnlyMigration
{
    public override void Up() => Execute.Sql("""
        alter table organization_indicator add column reported boolean not null default false;
        update organization_indicator set reported = true where expected and denominator <> 0;
        insert into indicator_stale (organization_id, region_code, from_period, to_period)
        select id, region_code, date '0001-01-01', null from organization;
        """);
}
