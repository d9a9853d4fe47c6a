using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>
/// What administrators do with accounts: blocking them, finding them, and knowing when somebody signed in last.
/// </summary>
[Migration(500)]
public sealed class M0500_AccountActs : ForwardOnlyMigration
{
    public override void Up() => Execute.Sql("""
        alter table identity.account
            add signed_in_at   timestamptz,
            add blocked_at     timestamptz,
            add blocked_by     uuid references identity.account,
            add blocked_reason text check (blocked_reason in ('Suspicion', 'OwnRequest', 'Misuse', 'Other')),
            add blocked_in     uuid[],
            add constraint account_blocked check (
                num_nulls(blocked_at, blocked_by, blocked_reason) in (0, 3) and (blocked_at is not null or blocked_in is null));
        comment on column identity.account.signed_in_at is 'The last sign-in since this is noted';
        comment on column identity.account.blocked_in is 'The places of whoever blocked it; null: an administrator did';
        update identity.account a set signed_in_at = s.at
          from (select account_id, max(started_at) at from identity.session group by account_id) s where s.account_id = a.id;
        create index account_display_name on identity.account (display_name, id);
        create index account_search on identity.account using gin (translate(lower(display_name || ' ' || coalesce(email, '')), 'ё', 'е') gin_trgm_ops);
        """);
}
