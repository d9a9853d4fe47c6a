using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>A school's own staff list: how its columns are read, and what the school said of its words, for the next list.</summary>
[Migration(450)]
public sealed class M0450_StaffLists : ForwardOnlyMigration
{
    public override void Up()
    {
        Execute.Sql("""
            alter table import drop constraint import_kind_check;
            alter table import add constraint import_kind_check check (kind in ('Roster', 'OrganizationRegister', 'StaffList'));
            alter table import drop constraint import_status_check;
            alter table import add constraint import_status_check check (status in
                ('Unmatched', 'Received', 'Checking', 'Checked', 'Confirmed', 'Applying', 'Applied', 'Failed', 'Cancelled'));
            alter table import drop constraint import_of_an_organization;
            alter table import add constraint import_of_an_organization check ((kind <> 'OrganizationRegister') = (organization_id is not null));

            create table staff_list_reading (
                import_id       uuid primary key references import,
                organization_id uuid not null,
                region_code     text not null,
                reading         jsonb not null,
                foreign key (organization_id, region_code) references organization (id, region_code) on update cascade);
            comment on table staff_list_reading is 'Until the import is over';

            create table staff_list_habit (
                organization_id uuid primary key,
                region_code     text not null,
                headings        jsonb not null,
                positions       jsonb not null,
                is_whole        boolean not null,
                said_by         text not null,
                said_at         timestamptz not null,
                foreign key (organization_id, region_code) references organization (id, region_code) on update cascade);
            comment on column staff_list_habit.headings is 'Heading → field; null for a column that is left out';
            comment on column staff_list_habit.positions is 'The school''s words → code of the dictionary position; null for people who are left out';
            """);
    }
}
