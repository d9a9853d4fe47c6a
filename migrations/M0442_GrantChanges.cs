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
        Execute.Sql(Policies.SystemOnly("grant_change", delete: true));
        foreach (var (table, who) in ((string, string)[])
        [
            ("program_participant", "person_id::text"), ("employment", "person_id::text"), ("program_version", "incoming_id::text"),
            ("role_assignment", "coalesce(account_id::text, client_id)"), ("delegation", "taker_id::text"),
        ])
        {
            Execute.Sql($"""
                create function {table}_grant_change() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
                begin
                    insert into grant_change (who) select distinct {who} from changed where {who} is not null;
                    return null;
                end $$;
                create trigger {table}_grant_insert after insert on {table} referencing new table as changed
                    for each statement execute function {table}_grant_change();
                create trigger {table}_grant_update after update on {table} referencing new table as changed
                    for each statement execute function {table}_grant_change();
                """);
        }
    }
}
