using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>
/// Accounts of ASP.NET Core Identity. They live in a schema of their own, outside the row policies: a caller is looked up
/// here before it is known whose rows may be seen.
/// </summary>
[Migration(7)]
public sealed class M0007_Accounts : ForwardOnlyMigration
{
    public override void Up() => Execute.Sql("""
        create schema identity;
        grant usage on schema identity to mentoring_app;
        create table identity.account (
            id                     uuid primary key,
            user_name              text,
            normalized_user_name   text,
            email                  text,
            normalized_email       text,
            email_confirmed        boolean not null default false,
            password_hash          text,
            security_stamp         text,
            concurrency_stamp      text,
            phone_number           text,
            phone_number_confirmed boolean not null default false,
            two_factor_enabled     boolean not null default false,
            lockout_end            timestamptz,
            lockout_enabled        boolean not null default true,
            access_failed_count    int not null default 0,
            person_id              uuid references person,
            display_name           text not null,
            last_totp_step         bigint,
            created_at             timestamptz not null default now());
        create unique index account_user_name on identity.account (normalized_user_name);
        create unique index account_email on identity.account (normalized_email);
        create unique index account_person on identity.account (person_id) where person_id is not null;
        alter table role_assignment add foreign key (account_id) references identity.account;
        """);
}
