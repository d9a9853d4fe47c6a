using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>The curator's report of a school year: its conclusions, and from the head's approval on its figures, which nobody changes any more.</summary>
[Migration(204)]
public sealed class M0204_SchoolReports : ForwardOnlyMigration
{
    public override void Up()
    {
        Execute.Sql("""
            create table school_report (
                organization_id  uuid not null,
                region_code      text not null,
                school_year      int not null check (school_year between 2021 and 2100),
                status           text not null default 'Draft' check (status in ('Draft', 'Approved')),
                conclusions      text not null,
                proposals        text not null default '',
                figures          jsonb,
                written_by_name  text not null,
                written_at       timestamptz not null,
                approved_by_name text,
                approved_at      timestamptz,
                version          int not null default 1,
                primary key (organization_id, school_year),
                foreign key (organization_id, region_code) references organization (id, region_code) on update cascade,
                constraint school_report_approved check ((status = 'Approved') = (figures is not null and approved_by_name is not null
                    and approved_at is not null)));
            """);
    }
}
