using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>The bank of best practices: what authors describe, how it is reviewed and selected, and who uses it.</summary>
[Migration(222)]
public sealed class M0222_Practices : ForwardOnlyMigration
{
    public override void Up()
    {
        Execute.Sql("""
            create table practice (
                id               uuid primary key,
                organization_id  uuid not null,
                region_code      text not null,
                level            text not null default 'School' check (level in ('School', 'Region', 'Federation')),
                status           text not null check (status in ('Draft', 'Submitted', 'InReview', 'Selected', 'Published', 'Superseded', 'Withdrawn')),
                title            text not null,
                problem          text not null,
                description      text not null,
                results          text not null,
                evidence         text not null,
                areas            text[] not null,
                topics           text[] not null,
                supersedes_id    uuid references practice,
                created_by       uuid not null references person,
                created_at       timestamptz not null,
                updated_at       timestamptz not null,
                submitted_at     timestamptz,
                decided_at       timestamptz,
                decided_by_name  text,
                decision_comment text,
                published_at     timestamptz,
                ended_at         timestamptz,
                end_reason       text,
                version          int not null default 1,
                search           tsvector generated always as (
                    setweight(to_tsvector('russian', title), 'A') || setweight(to_tsvector('russian', problem || ' ' || description || ' ' || results),
                        'B')) stored,
                constraint practice_in_organization unique (id, organization_id, region_code),
                constraint practice_published check (status not in ('Published', 'Superseded') or published_at is not null),
                foreign key (organization_id, region_code) references organization (id, region_code) on update cascade);
            create index practice_list on practice (organization_id, updated_at desc, id desc);
            create index practice_search on practice using gin (search);
            create index practice_title on practice using gin (title gin_trgm_ops);
            create unique index practice_one_successor on practice (supersedes_id) where status not in ('Withdrawn', 'Superseded');

            create table practice_author (
                practice_id     uuid not null,
                organization_id uuid not null,
                region_code     text not null,
                person_id       uuid not null references person,
                person_name     text not null,
                named           boolean,
                answered_at     timestamptz,
                primary key (practice_id, person_id),
                foreign key (practice_id, organization_id, region_code) references practice (id, organization_id, region_code) on update cascade);
            create index practice_author_person on practice_author (person_id);

            create table practice_material (
                id              uuid primary key,
                practice_id     uuid not null,
                organization_id uuid not null,
                region_code     text not null,
                title           text not null,
                file_id         uuid not null,
                added_at        timestamptz not null,
                withdrawn_at    timestamptz,
                foreign key (practice_id, organization_id, region_code) references practice (id, organization_id, region_code) on update cascade,
                foreign key (region_code, file_id) references stored_file on update cascade);
            create index practice_material_practice on practice_material (practice_id);

            create table practice_review (
                practice_id     uuid not null,
                organization_id uuid not null,
                region_code     text not null,
                reviewer_id     uuid not null references person,
                reviewer_name   text not null,
                assigned_at     timestamptz not null,
                recommended     boolean,
                comment         text,
                marks           jsonb not null default '[]',
                reviewed_at     timestamptz,
                primary key (practice_id, reviewer_id),
                constraint practice_review_done check ((reviewed_at is null) = (recommended is null)),
                foreign key (practice_id, organization_id, region_code) references practice (id, organization_id, region_code) on update cascade);
            create index practice_review_reviewer on practice_review (reviewer_id);

            create table practice_use (
                practice_id     uuid not null,
                program_id      uuid not null,
                organization_id uuid not null,
                region_code     text not null,
                practice_title  text not null,
                kind            text not null check (kind in ('Resource', 'RoadmapIdea')),
                note            text not null,
                used_by_name    text not null,
                used_at         timestamptz not null,
                constraint practice_use_once primary key (practice_id, program_id),
                foreign key (practice_id, organization_id, region_code) references practice (id, organization_id, region_code) on update cascade,
                foreign key (program_id, organization_id, region_code) references program (id, organization_id, region_code) on update cascade);
            create index practice_use_program on practice_use (program_id);
            """);
    }
}
