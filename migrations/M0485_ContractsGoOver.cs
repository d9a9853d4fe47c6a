using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>Contracts of an organization that ends go on at its successor as rows of the successor's own, which name those that they go on from.</summary>
[Migration(485)]
public sealed class M0485_ContractsGoOver : ForwardOnlyMigration
{
    public override void Up() => Execute.Sql("""
        alter table partner_contract add column carried_from uuid references partner_contract;
        create unique index partner_contract_carried on partner_contract (carried_from) where carried_from is not null;
        alter table organization_handover add column contracts_carried int not null default 0;
        """);
}
