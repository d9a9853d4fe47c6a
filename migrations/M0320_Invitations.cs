using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>
/// Invitations: how the first password, or one in place of a lost one, comes to the person alone. Secrets are kept as
/// hashes. Beside accounts, outside the row policies: whoever opens a link is not known yet. And who wrote down the address
/// to which a link may go, with those that stood before it.
/// </summary>
[Migration(320)]
public sealed class M0320_Invitations : ForwardOnlyMigration
{
    public override void Up() => Execute.Sql("""
        alter table person add email_by text, add email_former text[] not null default '{}';

        create table identity.invitation (
            id                  uuid primary key,
            account_id          uuid not null references identity.account,
            organization_id     uuid,
            region_code         text,
            delivery            text not null check (delivery in ('Mail', 'Sheet')),
            address             text,
            invited_by          text not null,
            invited_by_name     text not null,
            invited_at          timestamptz not null,
            expires_at          timestamptz not null,
            token_hash          bytea,
            code_hash           text,
            attempts            int not null default 0,
            document            text check (document in ('Passport', 'OtherDocument')),
            handed_over_by      text,
            handed_over_by_name text,
            handed_over_at      timestamptz,
            used_at             timestamptz,
            withdrawn_at        timestamptz,
            withdrawn_by        text,
            foreign key (organization_id, region_code) references organization (id, region_code) on update cascade,
            constraint invitation_address check ((delivery = 'Mail') = (address is not null)),
            constraint invitation_code check ((delivery = 'Sheet') = (code_hash is not null)),
            constraint invitation_handed_over check (num_nulls(document, handed_over_by, handed_over_by_name, handed_over_at) in (0, 4)),
            constraint invitation_two_officials check (handed_over_by <> invited_by),
            -- A sheet's link exists from the hand-over on, and no sheet opens an account without one.
            constraint invitation_sheet check (
                delivery = 'Mail' or (token_hash is null) = (handed_over_by is null) and (used_at is null or handed_over_by is not null)));
        create unique index invitation_one_open on identity.invitation (account_id) where used_at is null and withdrawn_at is null;
        create index invitation_used on identity.invitation (account_id, used_at) where used_at is not null;
        create index invitation_organization on identity.invitation (organization_id) where used_at is null and withdrawn_at is null;

        -- Links from before lead nowhere now: whoever has not used one shows among the open invitations, to be sent a new one.
        insert into identity.invitation (id, account_id, organization_id, region_code, delivery, address, invited_by, invited_by_name, invited_at, expires_at)
        select gen_random_uuid(), a.id, o.id, o.region_code, 'Mail', coalesce(p.email, a.email, ''), '', '', a.created_at, a.created_at
          from identity.account a join person p on p.id = a.person_id join organization o on o.id = p.organization_ids[1]
         where a.password_hash is null;
        """);
}
