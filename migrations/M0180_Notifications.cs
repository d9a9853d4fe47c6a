using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>What people are told of, and how each wants to be told.</summary>
[Migration(180)]
public sealed class M0180_Notifications : ForwardOnlyMigration
{
    public override void Up()
    {
        Execute.Sql("""
            create table notification (
                region_code     text not null,
                id              uuid not null,
                organization_id uuid,
                account_id      uuid not null references identity.account,
                event_id        uuid not null,
                kind            text not null,
                topic           text not null,
                title           text not null,
                about           text,
                starts_at       timestamptz,
                path            text not null,
                subject_id      uuid,
                program_id      uuid,
                at              timestamptz not null,
                in_app          boolean not null,
                email           text not null check (email in ('Now', 'Digest', 'Off')),
                read_at         timestamptz,
                emailed_at      timestamptz,
                primary key (region_code, id),
                foreign key (organization_id, region_code) references organization (id, region_code) on update cascade,
                -- An event is handled at least once and told once.
                constraint notification_once unique (event_id, account_id, kind, region_code));
            create index notification_inbox on notification (account_id, at desc, id desc) where in_app;
            create index notification_unread on notification (account_id) where in_app and read_at is null;
            create index notification_digest on notification (account_id) where email = 'Digest' and emailed_at is null and read_at is null;
            create index notification_id on notification (id);

            -- Reminders look for what is near, in the whole country.
            create index meeting_planned on meeting (starts_at) where status = 'Planned';

            create table notification_choice (
                account_id uuid not null references identity.account,
                kind       text not null,
                in_app     boolean not null,
                email      text not null check (email in ('Now', 'Digest', 'Off')),
                primary key (account_id, kind));

            create table notification_setting (
                account_id       uuid primary key references identity.account,
                language         text not null default 'ru' check (language in ('ru', 'en')),
                quiet_from_hour  int check (quiet_from_hour between 0 and 23),
                quiet_until_hour int check (quiet_until_hour between 0 and 23),
                digest_hour      int not null default 8 check (digest_hour between 0 and 23),
                digest_sent_on   date,
                version          int not null default 1,
                constraint notification_setting_quiet check (num_nulls(quiet_from_hour, quiet_until_hour) in (0, 2)));
            """);
    }
}
