using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>The share of conditions met becomes an indicator, rolled up as the others; every organization is summed anew for it.</summary>
[Migration(202)]
public sealed class M0202_ConditionsIndicator : ForwardOnlyMigration
{
    public override void Up()
    {
        Execute.Sql(IndicatorCatalogue.Conditions);
        Execute.Sql("""
            insert into indicator_stale (organization_id, region_code, from_period, to_period)
            select id, region_code, date '0001-01-01', null from organization
            """);
    }
}
