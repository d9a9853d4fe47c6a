using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>What a pair works with: files, products, comments, pace and priorities; the council's pilots; templates of roadmaps.</summary>
[Migration(151)]
public sealed class M0151_ProgramWork : ForwardOnlyMigration
{
    public override void Up()
    {
        Execute.Sql("""
            create table stored_file (
                region_code     text not null,
                id              uuid not null,
                organization_id uuid not null,
                program_id      uuid,
                name            text not null,
                media_type      text not null,
                size            int not null check (size between 1 and 20971520),
                sha256          text not null,
                content         bytea not null,
                scanned_at      timestamptz,
                stored_at       timestamptz not null,
                primary key (region_code, id),
                foreign key (organization_id, region_code) references organization (id, region_code) on update cascade);
            alter table stored_file alter column content set storage external;
            create index stored_file_id on stored_file (id);

            create table program_product (
                id              uuid primary key,
                program_id      uuid not null,
                organization_id uuid not null,
                region_code     text not null,
                activity_id     uuid,
                title           text not null,
                file_id         uuid not null,
                added_by        text not null,
                added_by_name   text not null,
                added_at        timestamptz not null,
                withdrawn_at    timestamptz,
                foreign key (program_id, organization_id, region_code) references program (id, organization_id, region_code) on update cascade,
                foreign key (region_code, file_id) references stored_file on update cascade);
            create index program_product_program on program_product (program_id, added_at desc);

            create table program_comment (
                region_code     text not null,
                id              uuid not null,
                program_id      uuid not null,
                organization_id uuid not null,
                author_id       text not null,
                author_name     text not null,
                text            text not null,
                written_at      timestamptz not null,
                withdrawn_at    timestamptz,
                primary key (region_code, id),
                foreign key (program_id, organization_id, region_code) references program (id, organization_id, region_code) on update cascade);
            create index program_comment_program on program_comment (program_id, written_at desc, id desc);

            create table roadmap_template (
                id              uuid primary key,
                organization_id uuid not null,
                region_code     text not null,
                title           text not null,
                purpose_code    text not null,
                goals           jsonb not null,
                activities      jsonb not null,
                is_retired      boolean not null default false,
                updated_by_name text not null,
                updated_at      timestamptz not null,
                version         int not null default 1,
                foreign key (organization_id, region_code) references organization (id, region_code) on update cascade);
            create index roadmap_template_organization on roadmap_template (organization_id, title);

            alter table program
                add column pilot text not null default 'None' check (pilot in ('None', 'Running', 'Adopted', 'Rejected')),
                add column pilot_note text,
                add column rhythm text;
            alter table program_goal
                add column priority int,
                add column pace_hours numeric check (pace_hours > 0 and pace_hours <= 1000),
                add column pace_depth text check (pace_depth in ('Overview', 'Practice', 'Mastery'));
            """);
    }
}
