using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>What the council prepares and provides, whom it proposes to reward, and the cases brought before it.</summary>
[Migration(171)]
public sealed class M0171_CouncilWork : ForwardOnlyMigration
{
    public override void Up()
    {
        Execute.Sql("""
            create table council_preparation (
                id              uuid primary key,
                organization_id uuid not null,
                region_code     text not null,
                kind            text not null check (kind in ('Contest', 'Forum', 'Conference', 'Festival')),
                level           text not null check (level in ('School', 'Municipality', 'Region', 'Federation')),
                status          text not null check (status in ('Preparing', 'TookPart', 'Cancelled')),
                title           text not null,
                participants    text not null,
                aim             text not null default '',
                starts_on       date not null,
                result          text,
                version         int not null default 1,
                created_at      timestamptz not null,
                foreign key (organization_id, region_code) references organization (id, region_code) on update cascade,
                constraint council_preparation_in_organization unique (id, organization_id, region_code));
            create index council_preparation_list on council_preparation (organization_id, starts_on);

            create table council_task (
                id               uuid primary key,
                organization_id  uuid not null,
                region_code      text not null,
                kind             text not null check (kind in ('Organizational', 'Methodical', 'Material', 'Infrastructure', 'Preparation',
                    'ProgramCorrection')),
                status           text not null check (status in ('Open', 'Done', 'Dropped')),
                title            text not null,
                responsible_name text not null,
                due_on           date not null,
                preparation_id   uuid,
                program_id       uuid,
                area_code        text,
                result           text,
                finished_on      date,
                version          int not null default 1,
                created_at       timestamptz not null,
                foreign key (organization_id, region_code) references organization (id, region_code) on update cascade,
                foreign key (preparation_id, organization_id, region_code) references council_preparation (id, organization_id, region_code) on update cascade,
                foreign key (program_id, organization_id, region_code) references program (id, organization_id, region_code) on update cascade,
                constraint council_task_of_preparation check ((kind = 'Preparation') = (preparation_id is not null)));
            create index council_task_list on council_task (organization_id, status, due_on);

            create table incentive_proposal (
                id               uuid primary key,
                organization_id  uuid not null,
                region_code      text not null,
                person_id        uuid not null references person,
                person_name      text not null,
                kind             text not null check (kind in ('Material', 'NonMaterial')),
                incentive        text not null,
                grounds          text not null,
                amount_kopecks   bigint,
                status           text not null check (status in ('Proposed', 'Supported', 'NotSupported', 'Granted', 'Declined', 'Withdrawn')),
                decision_id      uuid,
                proposed_by      uuid not null references person,
                proposed_by_name text not null,
                proposed_at      timestamptz not null,
                decided_at       timestamptz,
                comment          text,
                version          int not null default 1,
                foreign key (organization_id, region_code) references organization (id, region_code) on update cascade,
                foreign key (decision_id, organization_id, region_code) references council_decision (id, organization_id, region_code) on update cascade,
                constraint incentive_proposal_amount check (amount_kopecks is null or (kind = 'Material' and amount_kopecks > 0)));
            create index incentive_proposal_list on incentive_proposal (organization_id, proposed_at desc, id desc);

            create table arbitration_case (
                id               uuid primary key,
                organization_id  uuid not null,
                region_code      text not null,
                kind             text not null check (kind in ('Complaint', 'Appeal', 'Disagreement', 'Consultation')),
                about            text not null check (about in ('Mentor', 'Mentee', 'Curator', 'Head', 'CouncilChair', 'Council', 'Conditions')),
                status           text not null check (status in
                    ('Opened', 'Assigned', 'Hearing', 'Decided', 'Appealed', 'Rehearing', 'Final', 'Settled', 'Withdrawn', 'Declined')),
                subject          text not null,
                statement        text not null,
                wish             text not null default '',
                complainant_id   uuid not null references person,
                complainant_name text not null,
                arbiter_ids      uuid[] not null default '{}',
                arbiter_names    text[] not null default '{}',
                former_arbiters  uuid[] not null default '{}',
                decision         text,
                measures         text,
                opened_at        timestamptz not null,
                decided_at       timestamptz,
                closed_at        timestamptz,
                version          int not null default 1,
                foreign key (organization_id, region_code) references organization (id, region_code) on update cascade);
            create index arbitration_case_list on arbitration_case (organization_id, opened_at desc);
            create index arbitration_case_complainant on arbitration_case (complainant_id);
            create index arbitration_case_arbiters on arbitration_case using gin (arbiter_ids);

            create table arbitration_entry (
                id              uuid primary key,
                case_id         uuid not null references arbitration_case,
                organization_id uuid not null,
                region_code     text not null,
                position        int not null,
                kind            text not null check (kind in ('Opened', 'Assigned', 'Declined', 'Heard', 'Said', 'Decided', 'Appealed', 'Settled',
                    'Withdrawn')),
                author_id       uuid not null references person,
                author_name     text not null,
                text            text not null,
                at              timestamptz not null,
                foreign key (organization_id, region_code) references organization (id, region_code) on update cascade,
                unique (case_id, position));
            """);
    }
}
