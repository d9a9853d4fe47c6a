using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>
/// A school whose census found nobody in need has reported its needs: none. Schools that have done one are summed anew.
/// </summary>
[Migration(513)]
public sealed class M0513_ReportedByCensus : ForwardOnlyMigration
{
    public override void Up() => Execute.Sql("""
        insert into indicator_stale (organization_id, region_code, from_period, to_period)
        select o.id, o.region_code, greatest(date_trunc('month', min(c.completed_on)::timestamp)::date, make_date(min(c.school_year), 9, 1)), null
          from census c join organization o on o.id = c.organization_id where c.status = 'Done' group by 1, 2
        """);
}
