using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>
/// What the embedded OpenID provider keeps: OpenIddict's four tables (clients, authorizations, scopes, tokens), the keys that
/// it signs with, and the ring that protects cookies, cursors and those keys. All API processes share them.
/// </summary>
[Migration(30)]
public sealed class M0030_OpenId : ForwardOnlyMigration
{
    public override void Up() => Execute.Sql("""
        alter table identity.account add totp_secret text;

        create table identity.oidc_application (
            id                        uuid primary key,
            application_type          text,
            client_id                 text not null,
            client_secret             text,
            client_type               text,
            concurrency_token         text,
            consent_type              text,
            display_name              text,
            display_names             text,
            json_web_key_set          text,
            permissions               text,
            post_logout_redirect_uris text,
            properties                text,
            redirect_uris             text,
            requirements              text,
            settings                  text);
        create unique index oidc_application_client on identity.oidc_application (client_id);

        create table identity.oidc_authorization (
            id                uuid primary key,
            application_id    uuid references identity.oidc_application on delete cascade,
            concurrency_token text,
            creation_date     timestamptz,
            properties        text,
            scopes            text,
            status            text,
            subject           text,
            type              text);
        create index oidc_authorization_of on identity.oidc_authorization (application_id, status, subject, type);

        create table identity.oidc_scope (
            id                uuid primary key,
            concurrency_token text,
            description       text,
            descriptions      text,
            display_name      text,
            display_names     text,
            name              text not null unique,
            properties        text,
            resources         text);

        create table identity.oidc_token (
            id                uuid primary key,
            application_id    uuid references identity.oidc_application on delete cascade,
            authorization_id  uuid references identity.oidc_authorization on delete cascade,
            concurrency_token text,
            creation_date     timestamptz,
            expiration_date   timestamptz,
            payload           text,
            properties        text,
            redemption_date   timestamptz,
            reference_id      text,
            status            text,
            subject           text,
            type              text);
        create unique index oidc_token_reference on identity.oidc_token (reference_id) where reference_id is not null;
        create index oidc_token_of on identity.oidc_token (application_id, status, subject, type);
        create index oidc_token_authorization on identity.oidc_token (authorization_id);
        create index oidc_token_created on identity.oidc_token (creation_date);

        create table identity.server_key (
            purpose    text not null check (purpose in ('Signing', 'Encryption')),
            id         text not null,
            secret     text not null,
            created_at timestamptz not null,
            primary key (purpose, id));

        create table identity.data_protection_key (
            name text primary key,
            xml  text not null);

        """);
}
