using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>The secret under which insurance numbers are hashed stands beside the other keys of the server.</summary>
[Migration(446)]
public sealed class M0446_SnilsKey : ForwardOnlyMigration
{
    public override void Up() => Execute.Sql("""
        alter table identity.server_key drop constraint server_key_purpose_check,
            add constraint server_key_purpose_check check (purpose in ('Signing', 'Encryption', 'Snils'));
        create unique index server_key_one_snils on identity.server_key (purpose) where purpose = 'Snils';
        """);
}
