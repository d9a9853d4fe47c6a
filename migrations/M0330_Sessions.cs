using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>
/// Sign-ins, kept on the server so that they can end there: cookie, refresh tokens and access tokens name their session, and
/// what a session opened closes with it. They live outside the row policies, as accounts do.
/// </summary>
[Migration(330)]
public sealed class M0330_Sessions : ForwardOnlyMigration
{
    public override void Up() => Execute.Sql("""
        create table identity.session (
            id           uuid primary key,
            account_id   uuid not null references identity.account on delete cascade,
            method       text not null check (method in ('Password', 'PasswordAndCode')),
            device       text,
            started_at   timestamptz not null,
            seen_at      timestamptz not null,
            confirmed_at timestamptz not null,
            ended_at     timestamptz);
        comment on column identity.session.device is 'Browser and system by name, for the account''s owner';
        comment on column identity.session.confirmed_at is 'When the person last proved who they are';
        create index session_of on identity.session (account_id, seen_at) where ended_at is null;
        create index session_seen on identity.session (seen_at);

        -- The provider's stores know no column of ours: what they keep as a property is read out of it.
        alter table identity.oidc_authorization add session_id uuid generated always as ((properties::jsonb ->> 'sid')::uuid) stored;
        create index oidc_authorization_session on identity.oidc_authorization (session_id) where session_id is not null;
        """);
}
