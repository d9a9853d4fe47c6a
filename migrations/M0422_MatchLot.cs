using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>The lot that told equals apart is kept with each proposal; those from before had none.</summary>
[Migration(422)]
public sealed class M0422_MatchLot : ForwardOnlyMigration
{
    public override void Up() => Execute.Sql("alter table match_run add column lot int; alter table match_region_run add column lot int;");
}
