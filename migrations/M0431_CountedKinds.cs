using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>Staff of the bodies that support schools count as no school's teachers any more: what they were summed into is summed anew.</summary>
[Migration(431)]
public sealed class M0431_CountedKinds : ForwardOnlyMigration
{
    public override void Up() => Execute.Sql("""
        insert into indicator_stale (organization_id, region_code, from_period)
        select id, region_code, date '0001-01-01' from organization where kind not in ('School', 'College', 'AdditionalEducation');
        """);
}
