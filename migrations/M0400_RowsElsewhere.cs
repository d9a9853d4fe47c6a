using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>A district's file tells of several schools: rows about the others are counted, not called faults.</summary>
[Migration(400)]
public sealed class M0400_RowsElsewhere : ForwardOnlyMigration
{
    public override void Up() => Execute.Sql("alter table import add column elsewhere int not null default 0");
}
