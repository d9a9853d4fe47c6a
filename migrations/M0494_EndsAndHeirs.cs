using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>Among whom an organization is divided, also where one had left it before; and what a file of the register infers, to be looked at.</summary>
[Migration(494)]
public sealed class M0494_EndsAndHeirs : ForwardOnlyMigration
{
    public override void Up() => Execute.Sql("""
        alter table organization_handover add column part_ids uuid[] not null default '{}';
        alter table import_organization add column successor text, add column kind text;
        """);
}
