using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>Which reference data was brought in, so that a start with nothing new asks one question and goes on.</summary>
[Migration(40)]
public sealed class M0040_ReferenceLoad : ForwardOnlyMigration
{
    public override void Up()
    {
        Execute.Sql("""
            create table reference_load (
                content_hash text primary key,
                loaded_at    timestamptz not null default now());
            """);
    }
}
