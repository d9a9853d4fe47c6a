using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>
/// The resource map: what a region offers a teacher for growth, kept by a body of the external contour, with runs that have days
/// and places. A place names a person, and stays where the run is.
/// </summary>
[Migration(580)]
public sealed class M0580_Resources : ForwardOnlyMigration
{
    public override void Up() => Execute.Sql("""
        create table resource (
            region_code text not null,
            id          uuid not null,
            body_id     uuid not null,
            kind_code   text not null,
            title       text not null,
            about       text not null,
            host        text not null,
            areas       text[] not null,
            sectors     text[] not null,
            format      text not null check (format in ('OnSite', 'Online', 'Mixed')),
            is_open     boolean not null,
            starts_on   date,
            ends_on     date,
            website     text,
            contact     text,
            status      text not null check (status in ('Offered', 'Withdrawn')),
            version     int not null default 1,
            created_at  timestamptz not null,
            created_by  text not null,
            updated_at  timestamptz not null,
            search      tsvector generated always as (setweight(to_tsvector('russian', title), 'A')
                            || to_tsvector('russian', host || ' ' || about)) stored,
            primary key (region_code, id),
            foreign key (body_id, region_code) references organization (id, region_code) on update cascade,
            constraint resource_dates check (ends_on > starts_on));
        comment on column resource.region_code is 'Where the body stands that keeps it';
        comment on column resource.is_open is 'To teachers of other regions too';
        create index resource_by_id on resource (id);
        create index resource_of_body on resource (body_id);
        create index resource_search on resource using gin (search);

        create table resource_run (
            region_code       text not null,
            id                uuid not null,
            resource_id       uuid not null,
            body_id           uuid not null,
            starts_on         date not null,
            ends_on           date not null,
            apply_until       date not null,
            places            int not null check (places between 1 and 10000),
            taken             int not null default 0,
            called_off_at     timestamptz,
            called_off_reason text,
            version           int not null default 1,
            primary key (region_code, id),
            foreign key (region_code, resource_id) references resource (region_code, id) on update cascade,
            constraint resource_run_dates check (ends_on > starts_on and apply_until <= starts_on),
            constraint resource_run_places check (taken between 0 and places));
        comment on column resource_run.taken is 'Places taken, counted by a trigger of resource_place';
        create index resource_run_by_id on resource_run (id);
        create index resource_run_days on resource_run (region_code, resource_id, starts_on);

        create table resource_place (
            region_code     text not null,
            run_id          uuid not null,
            person_id       uuid not null references person,
            body_id         uuid not null,
            organization_id uuid not null references organization,
            person_name     text not null,
            taken_at        timestamptz not null,
            given_up_at     timestamptz,
            primary key (region_code, run_id, person_id),
            foreign key (region_code, run_id) references resource_run (region_code, id) on update cascade);
        comment on column resource_place.organization_id is 'Where the person worked when the place was taken';
        comment on column resource_place.person_name is 'Said to the body that keeps the run by whoever takes the place';
        create index resource_place_of_person on resource_place (person_id);
        """);
}
