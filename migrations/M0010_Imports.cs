using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>Files of schools' systems and of the public register: received, checked, confirmed, applied.</summary>
[Migration(10)]
public sealed class M0010_Imports : ForwardOnlyMigration
{
    public override void Up()
    {
        Execute.Sql("""
            create table import (
                id                uuid primary key,
                kind              text not null check (kind in ('Roster', 'OrganizationRegister')),
                status            text not null default 'Received' check (status in
                    ('Received', 'Checking', 'Checked', 'Confirmed', 'Applying', 'Applied', 'Failed', 'Cancelled')),
                organization_id   uuid,
                region_code       text,
                file_name         text not null,
                file_hash         text not null,
                skip_problem_rows boolean not null default false,
                rows_total        int not null default 0,
                problems          int not null default 0,
                creates           int not null default 0,
                updates           int not null default 0,
                ends              int not null default 0,
                unchanged         int not null default 0,
                failure           text,
                failure_values    jsonb,
                created_at        timestamptz not null,
                created_by        text not null,
                version           int not null default 1,
                foreign key (organization_id, region_code) references organization (id, region_code) on update cascade,
                constraint import_of_an_organization check ((kind = 'Roster') = (organization_id is not null)));
            create index import_list on import (organization_id, id desc);
            create unique index import_file_once on import (kind, coalesce(organization_id::text, region_code, 'RU'), file_hash)
                where status not in ('Failed', 'Cancelled');

            create table import_file (
                import_id       uuid primary key references import,
                organization_id uuid,
                region_code     text,
                content         bytea not null check (octet_length(content) <= 20971520));
            alter table import_file alter column content set storage external;

            create table import_problem (
                import_id       uuid not null references import,
                sequence        int not null,
                organization_id uuid,
                region_code     text,
                file            text not null,
                line            int not null,
                field           text not null,
                code            text not null,
                value           text,
                primary key (import_id, sequence));

            -- Apart from the import's own row, which the working job holds locked: progress is seen while it works.
            create table import_progress (
                import_id       uuid primary key references import,
                organization_id uuid,
                region_code     text,
                rows_done       int not null,
                rows_total      int not null,
                told_at         timestamptz not null);
            """);
    }
}
