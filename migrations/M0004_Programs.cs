using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>A personalised mentoring program with its people, consents, approvals, roadmap and evaluation.</summary>
[Migration(4)]
public sealed class M0004_Programs : ForwardOnlyMigration
{
    public override void Up()
    {
        Execute.Sql("""
            create table program (
                id              uuid primary key,
                organization_id uuid not null,
                region_code     text not null,
                title           text not null,
                form_code       text not null,
                kind_code       text not null,
                purpose_code    text not null,
                status          text not null default 'Draft' check (status in
                    ('Draft', 'Consent', 'Council', 'Approved', 'Active', 'Paused', 'Completed', 'EndedEarly', 'Cancelled')),
                starts_on       date not null,
                ends_on         date not null,
                content         text not null default '',
                pay_kopecks     bigint check (pay_kopecks >= 0),
                terms_version   int not null default 0,
                version         int not null default 1,
                created_at      timestamptz not null default now(),
                created_by      text not null,
                submitted_at    timestamptz,
                approved_at     timestamptz,
                activated_at    timestamptz,
                finished_at     timestamptz,
                finish_reason   text,
                notice_until    date,
                updated_at      timestamptz not null default now(),
                foreign key (organization_id, region_code) references organization (id, region_code) on update cascade,
                constraint program_in_organization unique (id, organization_id, region_code),
                constraint program_dates check (ends_on > starts_on));
            create index program_list on program (organization_id, status, starts_on desc, id desc);
            create index program_noticed on program (notice_until) where notice_until is not null and status in ('Active', 'Paused');
            create index program_title on program using gin (title gin_trgm_ops);

            create table program_participant (
                program_id              uuid not null,
                organization_id         uuid not null,
                region_code             text not null,
                person_id               uuid not null references person,
                person_name             text not null,
                employer_id             uuid not null references organization,
                role                    text not null check (role in ('Mentor', 'Mentee')),
                joined_on               date not null,
                left_on                 date,
                foreign key (program_id, organization_id, region_code) references program (id, organization_id,
                    region_code) on update cascade on delete cascade,
                constraint program_participant_once primary key (program_id, person_id));
            create index program_participant_person on program_participant (person_id);
            create index program_participant_name on program_participant using gin (person_name gin_trgm_ops);

            create table program_goal (
                id              uuid primary key,
                program_id      uuid not null,
                organization_id uuid not null,
                region_code     text not null,
                position        int not null,
                area_code       text not null,
                difficulty      text not null,
                goal            text not null,
                measure         text,
                measure_before  numeric,
                measure_target  numeric,
                measure_after   numeric,
                foreign key (program_id, organization_id, region_code) references program (id, organization_id,
                    region_code) on update cascade on delete cascade);
            create index program_goal_program on program_goal (program_id, position);

            create table roadmap_activity (
                region_code     text not null,
                id              uuid not null,
                program_id      uuid not null,
                organization_id uuid not null,
                position        int not null,
                activity        text not null,
                due_on          date not null,
                responsible     text not null check (responsible in ('Mentor', 'Mentee', 'Both')),
                expected_result text not null,
                done_on         date,
                result          text,
                version         int not null default 1,
                primary key (region_code, id),
                foreign key (program_id, organization_id, region_code) references program (id, organization_id,
                    region_code) on update cascade on delete cascade);
            create index roadmap_activity_program on roadmap_activity (program_id, position);

            create table consent (
                id              uuid primary key,
                program_id      uuid not null,
                organization_id uuid not null,
                region_code     text not null,
                person_id       uuid not null references person,
                status          text not null check (status in ('Requested', 'Given', 'Refused', 'Revoked', 'Superseded')),
                terms_version   int not null,
                terms_hash      text not null,
                terms           jsonb not null,
                requested_at    timestamptz not null default now(),
                decided_at      timestamptz,
                reason          text,
                notice_until    date,
                foreign key (program_id, organization_id, region_code) references program (id, organization_id, region_code) on update cascade);
            create unique index consent_one_open on consent (program_id, person_id) where status in ('Requested', 'Given');

            create index consent_program on consent (program_id, requested_at desc);
            create index consent_asked on consent (person_id) where status = 'Requested';

            create table program_approval (
                id              uuid primary key,
                program_id      uuid not null,
                organization_id uuid not null,
                region_code     text not null,
                stage           text not null check (stage in ('Council', 'Head')),
                decision        text not null check (decision in ('Approved', 'Returned')),
                comment         text,
                decided_at      timestamptz not null default now(),
                decided_by      text not null,
                decided_by_name text not null,
                program_version int not null,
                foreign key (program_id, organization_id, region_code) references program (id, organization_id, region_code) on update cascade);
            create index program_approval_program on program_approval (program_id, decided_at);

            create table program_evaluation (
                program_id      uuid not null,
                organization_id uuid not null,
                region_code     text not null,
                person_id       uuid not null references person,
                role            text not null check (role in ('Mentor', 'Mentee')),
                goals_reached   int not null check (goals_reached between 1 and 5),
                usefulness      int not null check (usefulness between 1 and 5),
                atmosphere      int not null check (atmosphere between 1 and 5),
                summary         text not null,
                evaluated_at    timestamptz not null default now(),
                primary key (program_id, person_id),
                foreign key (program_id, organization_id, region_code) references program (id, organization_id, region_code) on update cascade);
            """);
    }
}
