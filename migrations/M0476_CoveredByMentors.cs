using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>
/// Whoever needs a mentor is covered while a program has one: with the mentor's leaving the coverage ends. Schools where a need
/// was ever noted are summed anew.
/// </summary>
[Migration(476)]
public sealed class M0476_CoveredByMentors : ForwardOnlyMigration
{
    public override void Up()
    {
        Execute.Sql(IndicatorCatalogue.CoveredByMentors);
        Execute.Sql("""
            insert into indicator_stale (organization_id, region_code, from_period, to_period)
            select o.id, o.region_code, make_date(min(n.school_year), 9, 1), make_date(max(n.school_year) + 1, 8, 1)
              from mentoring_need n join organization o on o.id = n.organization_id
             group by o.id, o.region_code
            """);
    }
}
