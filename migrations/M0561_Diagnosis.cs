using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>
/// Instruments of diagnosis as versioned data, and what teachers diagnosed with them. Who reads a diagnosis stands on its row, and
/// by a foreign key on each of its levels too, so that their row policies compare with constants alone.
/// </summary>
[Migration(561)]
public sealed class M0561_Diagnosis : ForwardOnlyMigration
{
    public override void Up() => Execute.Sql("""
        create table instrument (
            id                    uuid primary key,
            code                  text not null,
            edition               int not null check (edition > 0),
            kind                  text not null check (kind in ('Achievements', 'Deficits')),
            name_ru               text not null,
            name_en               text not null,
            owner_region          text references territory,
            owner_organization_id uuid references organization,
            status                text not null check (status in ('Draft', 'Published', 'Withdrawn')),
            content               jsonb not null,
            version               int not null default 1,
            created_at            timestamptz not null,
            created_by            text not null,
            published_at          timestamptz,
            withdrawn_at          timestamptz,
            constraint instrument_edition unique (code, edition),
            constraint instrument_owner check (owner_region is null or owner_organization_id is null));
        comment on column instrument.edition is 'What people call its version; a published one never changes';
        comment on column instrument.version is 'Counts the changes of a draft';
        create unique index instrument_one_draft on instrument (code) where status = 'Draft';

        create table diagnosis (
            region_code             text not null,
            id                      uuid not null,
            person_id               uuid not null references person,
            organization_id         uuid not null,
            kind                    text not null check (kind in ('Achievements', 'Deficits')),
            author                  text not null check (author in ('Self', 'Expert')),
            expert_id               uuid references person,
            instrument_id           uuid not null references instrument,
            instrument_version      int not null,
            status                  text not null check (status in ('Draft', 'Done', 'Superseded', 'Withdrawn')),
            answers                 jsonb not null default '{}',
            started_at              timestamptz not null,
            saved_at                timestamptz,
            done_at                 timestamptz,
            superseded_at           timestamptz,
            withdrawn_at            timestamptz,
            version                 int not null default 1,
            reader_ids              uuid[] not null default '{}',
            reader_organization_ids uuid[] not null default '{}',
            person_name             text not null default '',
            expert_name             text,
            reader_names            text[] not null default '{}',
            primary key (region_code, id),
            constraint diagnosis_readers unique (region_code, id, person_id, reader_ids, reader_organization_ids),
            constraint diagnosis_expert check ((author = 'Expert') = (expert_id is not null) and expert_id <> person_id),
            constraint diagnosis_done check (status not in ('Done', 'Superseded') or done_at is not null),
            foreign key (organization_id, region_code) references organization (id, region_code) on update cascade);
        comment on column diagnosis.organization_id is 'In the context of which the teacher is diagnosed; says nothing of who reads it';
        comment on column diagnosis.reader_names is 'Of reader_ids, at the same places: a teacher reads no register of people';
        comment on column diagnosis.instrument_version is 'The edition of the instrument, as people call it';
        create unique index diagnosis_one_draft on diagnosis (region_code, person_id, kind, author, expert_id) nulls not distinct where status = 'Draft';
        create index diagnosis_person on diagnosis (person_id, kind, author, done_at desc);
        create index diagnosis_expert on diagnosis (expert_id) where expert_id is not null;
        create index diagnosis_read_by on diagnosis using gin (reader_ids);
        create index diagnosis_read_at on diagnosis using gin (reader_organization_ids);

        create table diagnosis_area (
            region_code             text not null,
            diagnosis_id            uuid not null,
            area_code               text not null,
            level                   int not null check (level between 0 and 100),
            rests_on                jsonb not null,
            person_id               uuid not null,
            reader_ids              uuid[] not null,
            reader_organization_ids uuid[] not null,
            primary key (region_code, diagnosis_id, area_code),
            foreign key (region_code, diagnosis_id, person_id, reader_ids, reader_organization_ids)
                references diagnosis (region_code, id, person_id, reader_ids, reader_organization_ids) on update cascade);
        comment on column diagnosis_area.rests_on is 'How many of the items shown were answered, and with which';
        """);
}
