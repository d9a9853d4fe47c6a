using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>What a program is part of: professional development that its people went through, and items of the school's methodical plan.</summary>
[Migration(200)]
public sealed class M0200_ProgramRecords : ForwardOnlyMigration
{
    public override void Up()
    {
        Execute.Sql("""
            create table program_record (
                id              uuid primary key,
                program_id      uuid not null,
                organization_id uuid not null,
                region_code     text not null,
                kind            text not null check (kind in ('ProfessionalDevelopment', 'MethodicalWork')),
                title           text not null,
                provider        text,
                hours           int check (hours between 1 and 2000),
                document_number text,
                starts_on       date not null,
                ends_on         date not null,
                added_by        text not null,
                added_by_name   text not null,
                added_at        timestamptz not null,
                withdrawn_at    timestamptz,
                foreign key (program_id, organization_id, region_code) references program (id, organization_id, region_code) on update cascade,
                constraint program_record_period check (ends_on >= starts_on),
                constraint program_record_of_provider check ((kind = 'ProfessionalDevelopment') = (provider is not null and hours is not null)),
                constraint program_record_document check (kind = 'ProfessionalDevelopment' or document_number is null));
            create index program_record_program on program_record (program_id, kind, starts_on);
            """);
    }
}
