using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>
/// Two records of one person become one and, if that was wrong, two again. A row here does it: its triggers reach what no
/// role may read (cases, the psychologist's papers, notes of a pair), move every row that names the absorbed person and
/// remember each of them. Tables are found by their foreign keys, so that no later one is forgotten.
/// </summary>
[Migration(445)]
public sealed class M0445_PersonMerges : ForwardOnlyMigration
{
    public override void Up()
    {
        Execute.Sql("""
            alter table person add column merged_into uuid, add column snils_key text;
            comment on column person.merged_into is 'The record that has taken this one in';
            comment on column person.snils_key is 'Keyed hash of the insurance number; the number itself is never kept';
            create index person_snils_key on person (snils_key) where snils_key is not null;
            create index person_email_key on person (name_key, lower(email)) where email is not null;

            create table person_merge (
                region_code      text not null,
                id               uuid not null,
                survivor_id      uuid not null references person,
                absorbed_id      uuid not null references person,
                organization_ids uuid[] not null,
                reason           text,
                moved            int not null default 0,
                kept             int not null default 0,
                merged_by        text not null,
                merged_at        timestamptz not null,
                undone_by        text,
                undone_at        timestamptz,
                version          int not null default 1,
                number           bigint not null generated always as identity,
                primary key (region_code, id),
                constraint person_merge_two check (survivor_id <> absorbed_id));
            comment on column person_merge.number is 'In the order in which they were done: of one person the last is taken back first';
            comment on column person_merge.organization_ids is 'Where either of the two works or worked; told by the trigger';
            comment on column person_merge.kept is 'Rows for which the survivor has one already: they stay with the absorbed record';
            create unique index person_merge_once on person_merge (absorbed_id) where undone_at is null;
            create index person_merge_survivor on person_merge (survivor_id);
            create index person_merge_organizations on person_merge using gin (organization_ids);

            create table person_merge_row (
                region_code text not null,
                merge_id    uuid not null,
                number      int not null,
                fate        text not null check (fate in ('Moved', 'Kept', 'SetAside', 'Changed')),
                source      text not null,
                field       text not null,
                key         jsonb not null,
                was         jsonb,
                became      jsonb,
                primary key (region_code, merge_id, number));

            -- A sender that numbers anew changes the key of this row: which merge brought it stands in the row itself.
            alter table person_source add column merge_ids uuid[] not null default '{}';

            -- What belongs to a profile goes with it.
            alter table mentor_result drop constraint mentor_result_organization_id_person_id_fkey,
                add foreign key (organization_id, person_id) references mentor_profile (organization_id, person_id) on update cascade;
            alter table mentee_difficulty drop constraint mentee_difficulty_organization_id_person_id_fkey,
                add foreign key (organization_id, person_id) references mentee_profile (organization_id, person_id) on update cascade;
            alter table self_step drop constraint self_step_organization_id_person_id_fkey,
                add foreign key (organization_id, person_id) references mentee_profile (organization_id, person_id) on update cascade;
            """);
    }
}
