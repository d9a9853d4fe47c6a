using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>
/// Failures to prove who one is, by a hash of the e-mail address: one count for all API processes, and the same one for
/// addresses that have an account and for those that have none.
/// </summary>
[Migration(331)]
public sealed class M0331_SignInFailures : ForwardOnlyMigration
{
    public override void Up() => Execute.Sql("""
        create table identity.sign_in_failure (
            key          bytea primary key,
            failures     int not null check (failures > 0),
            last_at      timestamptz not null,
            locked_until timestamptz);
        create index sign_in_failure_last on identity.sign_in_failure (last_at);
        """);
}
