namespace Mentoring.Migrations.Code;

/// <summary>
/// Triggers that say whose rights a statement may have changed, in its transaction, so that what is kept of them for seconds
/// is read again only then.
/// </summary>
static class GrantChanges
{
    static readonly (string Table, string Who)[] s_tables =
    [
        ("program_participant", "person_id::text"), ("employment", "person_id::text"), ("program_version", "incoming_id::text"),
        ("role_assignment", "coalesce(account_id::text, client_id)"), ("delegation", "taker_id::text"),
    ];

    public static IEnumerable<Definition> Definitions => s_tables.SelectMany(rule => Definition.Of($"""
        create or replace function {rule.Table}_grant_change() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
        begin
            insert into grant_change (who) select distinct {rule.Who} from changed where {rule.Who} is not null;
            return null;
        end $$;
        create or replace trigger {rule.Table}_grant_insert after insert on {rule.Table} referencing new table as changed
            for each statement execute function {rule.Table}_grant_change();
        create or replace trigger {rule.Table}_grant_update after update on {rule.Table} referencing new table as changed
            for each statement execute function {rule.Table}_grant_change();
        """));
}
