using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>
/// Tutors of the bodies of the external contour, whom each of them accompanies, and what the two do together. Whom a row is
/// about and who may read it stands in its own columns, so that no row policy has to look elsewhere.
/// </summary>
[Migration(570)]
public sealed class M0570_Tutors : ForwardOnlyMigration
{
    public override void Up() => Execute.Sql("""
        create table tutor (
            region_code text not null,
            id          uuid not null,
            body_id     uuid not null,
            person_id   uuid not null references person,
            person_name text not null,
            kind        text not null,
            zones       text[] not null,
            sectors     text[] not null,
            territories text[] not null,
            capacity    int not null,
            accepts_new boolean not null,
            starts_on   date not null,
            ends_on     date,
            period      daterange generated always as (daterange(starts_on, ends_on, '[)')) stored,
            end_reason  text,
            version     int not null default 1,
            created_at  timestamptz not null,
            created_by  text not null,
            primary key (region_code, id),
            foreign key (body_id, region_code) references organization (id, region_code) on update cascade,
            constraint tutor_capacity_range check (capacity between 1 and 200),
            constraint tutor_dates check (ends_on >= starts_on),
            constraint tutor_once exclude using gist (region_code with =, body_id with =, person_id with =, period with &&));
        comment on column tutor.region_code is 'Of the body';
        create index tutor_body on tutor (body_id, person_name);
        create index tutor_person on tutor (person_id);

        create table tutor_assignment (
            region_code     text not null,
            id              uuid not null,
            organization_id uuid not null,
            body_id         uuid not null references organization,
            person_id       uuid not null references person,
            person_name     text not null,
            tutor_id        uuid references person,
            tutor_name      text,
            status          text not null,
            is_open         boolean generated always as (status in ('Proposed', 'Active')) stored,
            areas           text[] not null default '{}',
            note            text,
            asked_at        timestamptz,
            proposed_at     timestamptz,
            answer_by       date,
            starts_on       date,
            ends_on         date,
            follows_id      uuid,
            changed_at      timestamptz not null,
            changed_by      text not null,
            reason          text,
            version         int not null default 1,
            created_at      timestamptz not null,
            primary key (region_code, id),
            foreign key (organization_id, region_code) references organization (id, region_code) on update cascade,
            foreign key (region_code, follows_id) references tutor_assignment (region_code, id),
            constraint tutor_assignment_named check (status in ('Requested', 'Declined', 'Withdrawn') or tutor_id is not null),
            constraint tutor_assignment_other check (tutor_id <> person_id));
        comment on column tutor_assignment.region_code is 'Of the school';
        comment on column tutor_assignment.tutor_id is 'The tutor as a person';
        create unique index tutor_assignment_one_active on tutor_assignment (region_code, person_id) where status = 'Active';
        create unique index tutor_assignment_one_open on tutor_assignment (region_code, person_id) where status in ('Requested', 'Proposed');
        create index tutor_assignment_person on tutor_assignment (person_id);
        create index tutor_assignment_tutor on tutor_assignment (tutor_id, status);
        create index tutor_assignment_body on tutor_assignment (body_id, status);
        create index tutor_assignment_organization on tutor_assignment (organization_id, region_code);
        create index tutor_assignment_follows on tutor_assignment (region_code, follows_id);

        create table tutor_step (
            region_code     text not null,
            id              uuid not null,
            assignment_id   uuid not null,
            organization_id uuid not null,
            body_id         uuid not null references organization,
            person_id       uuid not null references person,
            tutor_id        uuid references person,
            is_open         boolean not null,
            status          text not null,
            at              timestamptz not null,
            by_name         text not null,
            reason          text,
            primary key (region_code, id),
            foreign key (organization_id, region_code) references organization (id, region_code) on update cascade,
            foreign key (region_code, assignment_id) references tutor_assignment (region_code, id));

        create table consultation (
            region_code      text not null,
            id               uuid not null,
            assignment_id    uuid not null,
            organization_id  uuid not null,
            body_id          uuid not null references organization,
            person_id        uuid not null references person,
            tutor_id         uuid not null references person,
            is_open          boolean not null,
            status           text not null,
            starts_at        timestamptz not null,
            duration_minutes int not null,
            topic            text not null,
            place            text,
            link             text,
            result           text,
            version          int not null default 1,
            created_at       timestamptz not null,
            created_by       text not null,
            primary key (region_code, id),
            foreign key (organization_id, region_code) references organization (id, region_code) on update cascade,
            foreign key (region_code, assignment_id) references tutor_assignment (region_code, id),
            constraint consultation_duration check (duration_minutes between 5 and 600));

        create table tutor_comment (
            region_code     text not null,
            id              uuid not null,
            assignment_id   uuid not null,
            organization_id uuid not null,
            body_id         uuid not null references organization,
            person_id       uuid not null references person,
            tutor_id        uuid references person,
            is_open         boolean not null,
            author_name     text not null,
            side            text not null,
            said            text not null,
            said_at         timestamptz not null,
            primary key (region_code, id),
            foreign key (organization_id, region_code) references organization (id, region_code) on update cascade,
            foreign key (region_code, assignment_id) references tutor_assignment (region_code, id));

        do $$
        declare t text;
        begin
            foreach t in array array['tutor_step', 'consultation', 'tutor_comment'] loop
                execute format('create index %1$s_assignment on %1$s (region_code, assignment_id)', t);
                execute format('create index %1$s_organization on %1$s (organization_id, region_code)', t);
                execute format('create index %1$s_body on %1$s (body_id)', t);
                execute format('create index %1$s_person on %1$s (person_id)', t);
                execute format('create index %1$s_tutor on %1$s (tutor_id)', t);
            end loop;
        end $$;
        """);
}
