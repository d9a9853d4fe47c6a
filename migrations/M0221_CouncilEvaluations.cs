using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>How the council evaluates programs: marks of its members by criteria with their grounds, and the conclusion that it adopts.</summary>
[Migration(221)]
public sealed class M0221_CouncilEvaluations : ForwardOnlyMigration
{
    public override void Up()
    {
        Execute.Sql("""
            create table council_evaluation (
                id              uuid primary key,
                program_id      uuid not null,
                organization_id uuid not null,
                region_code     text not null,
                school_year     int not null,
                status          text not null check (status in ('Open', 'Concluded', 'Cancelled')),
                due_on          date not null,
                opened_at       timestamptz not null,
                opened_by_name  text not null,
                conclusion      text,
                recommendation  text,
                decision_id     uuid,
                finished_at     timestamptz,
                cancel_reason   text,
                version         int not null default 1,
                constraint council_evaluation_of_program unique (id, program_id, organization_id, region_code),
                constraint council_evaluation_concluded check (status <> 'Concluded'
                    or (conclusion is not null and recommendation is not null and decision_id is not null)),
                constraint council_evaluation_finished check ((status = 'Open') = (finished_at is null)),
                foreign key (program_id, organization_id, region_code) references program (id, organization_id, region_code) on update cascade,
                foreign key (decision_id, organization_id, region_code) references council_decision (id, organization_id, region_code) on update cascade);
            create unique index council_evaluation_once_a_year on council_evaluation (program_id, school_year) where status <> 'Cancelled';
            create index council_evaluation_list on council_evaluation (organization_id, school_year, opened_at desc);

            create table council_evaluation_mark (
                evaluation_id   uuid not null,
                program_id      uuid not null,
                organization_id uuid not null,
                region_code     text not null,
                person_id       uuid not null references person,
                person_name     text not null,
                criterion_code  text not null,
                mark            int not null check (mark between 0 and 3),
                ground          text not null,
                marked_at       timestamptz not null,
                primary key (evaluation_id, person_id, criterion_code),
                foreign key (evaluation_id, program_id, organization_id, region_code)
                    references council_evaluation (id, program_id, organization_id, region_code) on update cascade);
            """);
    }
}
