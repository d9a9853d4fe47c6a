using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>What a file of the register says that it holds, and does not: pages by their number, and how many certificates more.</summary>
[Migration(512)]
public sealed class M0512_IncompleteFiles : ForwardOnlyMigration
{
    public override void Up() => Execute.Sql("""
        alter table import add column missing_pages int[] not null default '{}', add column rows_missing int not null default 0;
        create index import_problem_question on import_problem (import_id) where code = 'import.kind-unclear';
        """);
}
