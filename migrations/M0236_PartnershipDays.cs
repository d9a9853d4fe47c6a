using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>What the hourly job looks for: contracts that end soon and next steps whose day has passed.</summary>
[Migration(236)]
public sealed class M0236_PartnershipDays : ForwardOnlyMigration
{
    public override void Up() => Execute.Sql("""
        create index partner_contract_ends on partner_contract (region_code, ends_on) where status = 'InForce';
        create index coordination_entry_due on coordination_entry (region_code, next_due_on) where next_step is not null and next_done_on is null;
        """);
}
