using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>
/// What an organization that ends hands over. Programs and places in them go to the successor from a day on; whose they were
/// before stays beside them, so that past months are counted where they were.
/// </summary>
[Migration(455)]
public sealed class M0455_HandingOver : ForwardOnlyMigration
{
    public override void Up()
    {
        Execute.Sql("""
            create table organization_handover (
                region_code      text not null,
                id               uuid not null,
                organization_id  uuid not null,
                heir_id          uuid references organization,
                staff            text not null check (staff in ('None', 'HandOver', 'Release')),
                ended_on         date not null,
                asked_at         timestamptz not null,
                undone_at        timestamptz,
                settled_at       timestamptz,
                event_ids        uuid[] not null default '{}',
                successor_ids    uuid[] not null default '{}',
                was_closed_by_register boolean not null default false,
                people           int not null default 0,
                programs_carried int not null default 0,
                programs_ended   int not null default 0,
                requests         int not null default 0,
                roles            int not null default 0,
                imports          int not null default 0,
                contracts        int not null default 0,
                delegations      int not null default 0,
                primary key (region_code, id),
                constraint organization_handover_once check (undone_at is null or settled_at is null),
                constraint organization_handover_heir check (staff <> 'HandOver' or heir_id is not null),
                foreign key (organization_id, region_code) references organization (id, region_code) on update cascade);
            create index organization_handover_due on organization_handover (asked_at) where settled_at is null and undone_at is null;
            create index organization_handover_heir_waits on organization_handover (heir_id) where settled_at is null and undone_at is null;
            create index organization_handover_of on organization_handover (organization_id, asked_at desc);

            create table program_past (
                region_code     text not null,
                program_id      uuid not null references program,
                organization_id uuid not null,
                until           date not null,
                primary key (region_code, program_id, until),
                foreign key (organization_id, region_code) references organization (id, region_code) on update cascade);
            create index program_past_program on program_past (program_id, until);
            create index program_past_organization on program_past (organization_id);

            create table participant_past (
                region_code     text not null,
                program_id      uuid not null references program,
                person_id       uuid not null references person,
                organization_id uuid not null,
                until           date not null,
                primary key (region_code, program_id, person_id, until),
                foreign key (organization_id, region_code) references organization (id, region_code) on update cascade);
            create index participant_past_place on participant_past (program_id, person_id, until);
            create index participant_past_organization on participant_past (organization_id);

            -- The council that evaluated a program stays the one that did, wherever the program goes.
            alter table council_evaluation drop constraint council_evaluation_program_id_organization_id_region_code_fkey,
                add foreign key (program_id) references program;
            -- So does the bank in which a practice was found, and the council that set itself a task.
            alter table practice_use drop constraint practice_use_program_id_organization_id_region_code_fkey,
                add foreign key (program_id) references program;
            alter table council_task drop constraint council_task_program_id_organization_id_region_code_fkey,
                add foreign key (program_id) references program;

            -- What is closed was open until some day: without one no month can be told from another.
            update organization o set closed_on = coalesce(
                   (select max(e.occurred_on) from organization_event e where e.organization_id = o.id and e.kind in ('Closed', 'Merged', 'Split')),
                   o.certificate_on, (o.updated_at at time zone 'Europe/Moscow')::date)
             where o.status = 'Closed' and o.closed_on is null;
            alter table organization add constraint organization_closed_day check (status <> 'Closed' or closed_on is not null);
            """);
    }
}
