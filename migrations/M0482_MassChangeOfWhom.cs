using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>
/// Who comes and leaves by a roster, as a hash: what was confirmed of some is not taken for others. Work that was to begin and is
/// called off has not been.
/// </summary>
[Migration(482)]
public sealed class M0482_MassChangeOfWhom : ForwardOnlyMigration
{
    public override void Up() => Execute.Sql("""
        alter table import add column mass_change_of text, add column mass_change_confirmed_of text;
        """);
}
