using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>Outbox, idempotency keys, and the hash-chained audit trail.</summary>
[Migration(6)]
public sealed class M0006_Platform : ForwardOnlyMigration
{
    public override void Up()
    {
        Execute.Sql("""
            create table outbox_message (
                id           bigint generated always as identity primary key,
                type         text not null,
                payload      jsonb not null,
                occurred_at  timestamptz not null default now(),
                due_at       timestamptz not null default now(),
                processed_at timestamptz,
                attempts     int not null default 0,
                error        text);
            create index outbox_message_due on outbox_message (due_at, id) where processed_at is null;

            create table idempotency_key (
                caller       text not null,
                key          text not null,
                operation    text not null,
                request_hash text not null,
                answer       jsonb not null,
                created_at   timestamptz not null default now(),
                primary key (caller, key));

            create table audit_entry (
                region_code     text not null,
                id              uuid not null,
                organization_id uuid not null,
                sequence        bigint not null,
                at              timestamptz not null,
                caller          text not null,
                operation       text not null,
                subject_id      uuid,
                program_id      uuid,
                detail          jsonb not null default '{}',
                previous_hash   text not null,
                hash            text not null,
                primary key (region_code, id),
                constraint audit_entry_one_chain unique (organization_id, sequence, region_code));
            create index audit_entry_program on audit_entry (program_id, at) where program_id is not null;

            create table audit_head (
                organization_id uuid primary key,
                region_code     text not null,
                sequence        bigint not null,
                hash            text not null);

            create table audit_anchor (
                taken_on      date primary key,
                taken_at      timestamptz not null,
                organizations int not null,
                hash          text not null);
            """);
    }
}
