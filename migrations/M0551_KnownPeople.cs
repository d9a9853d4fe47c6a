using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>That somebody is known elsewhere is no field that changes. Files that wait to be confirmed keep it.</summary>
[Migration(551)]
public sealed class M0551_KnownPeople : ForwardOnlyMigration
{
    public override void Up() => Execute.Sql("""
        alter table import_person add column is_known boolean not null default false;
        update import_person set is_known = true, fields = array_remove(fields, 'Known') where 'Known' = any(fields);
        """);
}
