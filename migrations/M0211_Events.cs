using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>Public events by which a school makes mentoring known: who comes is counted, never named.</summary>
[Migration(211)]
public sealed class M0211_Events : ForwardOnlyMigration
{
    public override void Up()
    {
        Execute.Sql("""
            create table public_event (
                id               uuid primary key,
                organization_id  uuid not null,
                region_code      text not null,
                kind             text not null check (kind in ('OpenLesson', 'MasterClass', 'RoundTable', 'Conference', 'Forum', 'Contest', 'OpenDay',
                    'Other')),
                audience         text not null check (audience in ('Teachers', 'YoungSpecialists', 'Students', 'Parents', 'Everybody')),
                title            text not null,
                starts_at        timestamptz not null,
                duration_minutes int not null check (duration_minutes between 15 and 4320),
                place            text,
                link             text,
                responsible_id   uuid not null references person,
                programme        text not null,
                status           text not null default 'Planned' check (status in ('Planned', 'Held', 'Cancelled')),
                came_staff       int check (came_staff >= 0),
                came_guests      int check (came_guests >= 0),
                result           text,
                entry_id         uuid,
                site_post_id     uuid,
                version          int not null default 1,
                foreign key (organization_id, region_code) references organization (id, region_code) on update cascade,
                foreign key (entry_id, organization_id, region_code) references coordination_entry (id, organization_id, region_code) on update cascade,
                foreign key (site_post_id, organization_id, region_code) references site_post (id, organization_id, region_code) on update cascade,
                constraint public_event_in_organization unique (id, organization_id, region_code),
                constraint public_event_somewhere check (place is not null or link is not null),
                constraint public_event_held check (status <> 'Held' or (came_staff is not null and came_guests is not null)));
            create index public_event_organization on public_event (organization_id, starts_at desc, id desc);

            create table public_event_person (
                event_id        uuid not null,
                organization_id uuid not null,
                region_code     text not null,
                person_id       uuid not null references person,
                primary key (event_id, person_id),
                foreign key (event_id, organization_id, region_code) references public_event (id, organization_id, region_code) on update cascade);
            create index public_event_person_person on public_event_person (person_id);
            """);
    }
}
