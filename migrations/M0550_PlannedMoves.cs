using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>
/// Main work that ends because other main work begins elsewhere knows which, and until when it was to go on: should that not
/// begin after all, it goes on.
/// </summary>
[Migration(550)]
public sealed class M0550_PlannedMoves : ForwardOnlyMigration
{
    public override void Up() => Execute.Sql("""
        alter table employment add column moved_to uuid, add column stood_until date;
        create index employment_moved_to on employment (moved_to) where moved_to is not null;
        """);
}
