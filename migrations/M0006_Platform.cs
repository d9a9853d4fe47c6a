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
            create function outbox_announce() returns trigger language plpgsql as $$
            begin
                perform pg_notify('outbox', '');
                return null;
            end $$;
            create trigger outbox_message_announce after insert on outbox_message for each statement execute function outbox_announce();

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

            -- The chain belongs to the database: whoever inserts an entry, its number and hash follow from the one before.
            create function audit_hash(entry audit_entry) returns text language sql stable as $$
                select encode(sha256(convert_to(concat_ws('|', entry.previous_hash, entry.organization_id, entry.sequence, entry.id,
                    extract(epoch from entry.at), entry.caller, entry.operation, coalesce(entry.subject_id::text, '-'),
                    coalesce(entry.program_id::text, '-'), entry.detail::text), 'UTF8')), 'hex')
            $$;
            create function audit_append() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
            begin
                insert into audit_head as head values (new.organization_id, new.region_code, 1, '')
                on conflict (organization_id) do update set sequence = head.sequence + 1
                returning sequence, hash into new.sequence, new.previous_hash;
                new.hash := audit_hash(new);
                update audit_head set hash = new.hash where organization_id = new.organization_id;
                return new;
            end $$;
            create trigger audit_entry_append before insert on audit_entry for each row execute function audit_append();
            """);
        Execute.Sql(Policies.AppendOnly("outbox_message", delete: true));
        Execute.Sql(Policies.OfCaller("idempotency_key", "caller", delete: true));
        Execute.Sql(Policies.AuditTrail("audit_entry"));
        Execute.Sql(Policies.SystemOnly("audit_anchor"));
        Execute.Sql("alter table audit_head enable row level security; grant select on audit_head to mentoring_app;"
            + "create policy audit_head_read on audit_head for select using ((select current_setting('scope.system', true) = 'on'));");
    }
}
