using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>A school's self-assessment of its conditions, year by year, and its rooms with their bookings.</summary>
[Migration(131)]
public sealed class M0131_Conditions : ForwardOnlyMigration
{
    public override void Up()
    {
        Execute.Sql("""
            create table condition_assessment (
                organization_id uuid not null,
                region_code     text not null,
                school_year     int not null,
                condition_code  text not null,
                level           text not null check (level in ('NotMet', 'Partly', 'Met')),
                evidence        text not null,
                improvement     text,
                responsible_id  uuid references person,
                due_on          date,
                assessed_on     date not null,
                version         int not null default 1,
                primary key (organization_id, school_year, condition_code),
                foreign key (organization_id, region_code) references organization (id, region_code) on update cascade,
                constraint condition_improvement check (improvement is not null or (due_on is null and responsible_id is null)));

            -- What of the conditions serves a program directly.
            create table program_resource (
                organization_id uuid not null,
                region_code     text not null,
                condition_code  text not null,
                program_id      uuid not null,
                primary key (organization_id, condition_code, program_id),
                foreign key (program_id, organization_id, region_code) references program (id, organization_id, region_code) on update cascade);
            create index program_resource_program on program_resource (program_id);

            create table room (
                id              uuid primary key,
                organization_id uuid not null,
                region_code     text not null,
                name            text not null,
                place           text,
                seats           int not null check (seats between 1 and 500),
                equipment       text,
                status          text not null default 'Open' check (status in ('Open', 'Closed')),
                version         int not null default 1,
                foreign key (organization_id, region_code) references organization (id, region_code) on update cascade,
                constraint room_in_organization unique (id, organization_id, region_code),
                constraint room_name unique (organization_id, name));

            create table room_booking (
                id              uuid primary key,
                organization_id uuid not null,
                region_code     text not null,
                room_id         uuid not null,
                purpose         text not null,
                starts_at       timestamptz not null,
                ends_at         timestamptz not null,
                person_id       uuid not null references person,
                person_name     text not null,
                status          text not null default 'Booked' check (status in ('Booked', 'Cancelled')),
                version         int not null default 1,
                foreign key (room_id, organization_id, region_code) references room (id, organization_id, region_code) on update cascade,
                constraint room_booking_times check (ends_at > starts_at),
                constraint room_booking_free exclude using gist (room_id with =, tstzrange(starts_at, ends_at, '[)') with &&) where (status = 'Booked'));
            create index room_booking_days on room_booking (organization_id, starts_at);
            """);
    }
}
