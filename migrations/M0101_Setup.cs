using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>How a school set mentoring up: its structure, its monitoring, and what it provided for it.</summary>
[Migration(101)]
public sealed class M0101_Setup : ForwardOnlyMigration
{
    public override void Up()
    {
        Execute.Sql("""
            create table mentoring_setup (
                organization_id     uuid primary key,
                region_code         text not null,
                structure           text check (structure in ('Responsible', 'Council', 'Department')),
                structure_reason    text,
                forms               text[] not null default '{}',
                incentives          text[] not null default '{}',
                coordinator_id      uuid references person,
                review_every_months int check (review_every_months in (1, 3, 6, 12)),
                next_review_on      date,
                indicators          text[] not null default '{}',
                updated_by          text not null,
                updated_at          timestamptz not null,
                version             int not null default 1,
                constraint mentoring_setup_review check (num_nonnulls(coordinator_id, review_every_months, next_review_on) in (0, 3)),
                foreign key (organization_id, region_code) references organization (id, region_code) on update cascade);

            create table monitoring_review (
                id               uuid primary key,
                organization_id  uuid not null,
                region_code      text not null,
                reviewed_on      date not null,
                due_on           date not null,
                conclusion       text not null,
                decisions        text,
                recorded_by      text not null,
                recorded_by_name text not null,
                recorded_at      timestamptz not null,
                constraint monitoring_review_once unique (organization_id, due_on),
                foreign key (organization_id, region_code) references organization (id, region_code) on update cascade);

            create table provision (
                id              uuid primary key,
                organization_id uuid not null,
                region_code     text not null,
                kind            text not null check (kind in ('Organizational', 'Methodical', 'Material', 'Infrastructure')),
                condition       text not null check (condition in ('Legal', 'Pedagogical', 'Methodical', 'Managerial', 'Financial')),
                outcomes        text[] not null check (cardinality(outcomes) > 0
                    and outcomes <@ array['Growth', 'SelfDetermination', 'SelfRealisation', 'Retention']),
                item            text not null,
                status          text not null check (status in ('Planned', 'InProgress', 'Provided', 'Withdrawn')),
                responsible_id  uuid references person,
                due_on          date,
                provided_on     date,
                basis           text,
                note            text,
                created_at      timestamptz not null,
                updated_at      timestamptz not null,
                version         int not null default 1,
                constraint provision_provided check ((status = 'Provided') = (provided_on is not null)),
                foreign key (organization_id, region_code) references organization (id, region_code) on update cascade);
            create index provision_organization on provision (organization_id, kind);
            """);
    }
}
