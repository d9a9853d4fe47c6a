using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>Numbered versions of a program's plan with their signatures, and the days on which the production calendar departs from the week.</summary>
[Migration(150)]
public sealed class M0150_ProgramVersions : ForwardOnlyMigration
{
    public override void Up()
    {
        Execute.Sql("""
            create table program_version (
                id              uuid primary key,
                program_id      uuid not null,
                organization_id uuid not null,
                region_code     text not null,
                number          int not null,
                kind            text not null check (kind in ('Draft', 'Correction', 'Extension', 'Replacement')),
                status          text not null check (status in ('Proposed', 'Current', 'Superseded', 'Declined', 'Withdrawn')),
                plan            jsonb not null,
                reason          text,
                decline_reason  text,
                leaving_id      uuid references person,
                incoming_id     uuid references person,
                incoming_name   text,
                incoming_employer_id uuid references organization,
                author_id       text not null,
                author_name     text not null,
                created_at      timestamptz not null,
                decided_at      timestamptz,
                foreign key (program_id, organization_id, region_code) references program (id, organization_id, region_code) on update cascade,
                constraint program_version_number unique (program_id, number));
            create unique index program_version_one_current on program_version (program_id) where status = 'Current';
            create unique index program_version_one_proposed on program_version (program_id) where status = 'Proposed';
            create index program_version_incoming on program_version (incoming_id) where status = 'Proposed';

            create table program_version_signature (
                version_id      uuid not null references program_version,
                program_id      uuid not null,
                organization_id uuid not null,
                region_code     text not null,
                person_id       uuid not null references person,
                person_name     text not null,
                role            text not null check (role in ('Mentor', 'Mentee')),
                signed_at       timestamptz not null,
                foreign key (program_id, organization_id, region_code) references program (id, organization_id, region_code) on update cascade,
                constraint program_version_signed_once primary key (version_id, person_id));

            create table calendar_day (
                day        date primary key,
                is_working boolean not null,
                name       text not null,
                source     text not null);
            """);
        Execute.Sql(PlanSnapshot.FirstVersions);
    }
}
