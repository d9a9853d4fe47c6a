using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>The yearly review of who needs a mentor.</summary>
[Migration(111)]
public sealed class M0111_Census : ForwardOnlyMigration
{
    public override void Up()
    {
        Execute.Sql("""
            create table census (
                id                uuid primary key,
                organization_id   uuid not null,
                region_code       text not null,
                school_year       int not null,
                status            text not null default 'Open' check (status in ('Open', 'Done')),
                opened_on         date not null,
                due_on            date not null,
                completed_on      date,
                completed_by_name text,
                version           int not null default 1,
                foreign key (organization_id, region_code) references organization (id, region_code) on update cascade,
                constraint census_once_a_year unique (organization_id, school_year),
                constraint census_in_organization unique (id, organization_id, region_code),
                constraint census_dates check (due_on >= opened_on),
                constraint census_completed check ((status = 'Done') = (completed_on is not null)));
            create index census_open on census (due_on) where status = 'Open';

            create table census_entry (
                census_id       uuid not null,
                organization_id uuid not null,
                region_code     text not null,
                person_id       uuid not null references person,
                decision        text not null check (decision in ('NeedsMentor', 'NoNeed', 'CanMentor')),
                category        text check (category in ('NewToProfession', 'NewTechnology', 'NewInStaff', 'NonPedagogicalDegree')),
                note            text not null default '',
                decided_on      date not null,
                primary key (census_id, person_id),
                foreign key (census_id, organization_id, region_code) references census (id, organization_id, region_code) on update cascade,
                constraint census_entry_category check ((decision = 'NeedsMentor') = (category is not null)));
            create index census_entry_organization on census_entry (organization_id);

            create table census_reminder (
                census_id       uuid not null,
                organization_id uuid not null,
                region_code     text not null,
                kind            text not null check (kind in ('Month', 'Week', 'Overdue')),
                reminded_on     date not null,
                primary key (census_id, kind),
                foreign key (census_id, organization_id, region_code) references census (id, organization_id, region_code) on update cascade);
            """);
    }
}
