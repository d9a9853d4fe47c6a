using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>
/// Whose rights somebody has just changed, so that what is kept of them for seconds is read again only then. Rows are
/// appended alone, with the transaction that wrote them: whoever kept rights compares it with what was visible to them then.
/// Nothing is lost with the table, so it is not logged.
/// </summary>
[Migration(442)]
public sealed class M0442_GrantChanges : ForwardOnlyMigration
{
    public override void Up()
    {
        Execute.Sql("""
            create unlogged table grant_change (
                who  text not null,
                txid xid8 not null default pg_current_xact_id(),
                at   timestamptz not null default clock_timestamp());
            create index grant_change_who on grant_change (who);
            create index grant_change_at on grant_change (at);
            comment on column grant_change.who is 'A person, an account, a client, or an organization whose people act for another.';
            """);
    }
}
