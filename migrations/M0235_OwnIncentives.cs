using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>Whoever was granted an incentive reads it; what was only proposed stays with the council and the head.</summary>
[Migration(235)]
public sealed class M0235_OwnIncentives : ForwardOnlyMigration
{
    public override void Up() => Execute.Sql("""
        create index incentive_proposal_person on incentive_proposal (person_id) where status = 'Granted';
        """);
}
