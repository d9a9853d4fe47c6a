using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>
/// What a tutor and the teacher's school each say of the same thing. Marks are only added; the last one of a side counts, and where the two
/// differ there is something to settle.
/// </summary>
[Migration(599)]
public sealed class M0599_TutoringMarks : ForwardOnlyMigration
{
    public override void Up() => Execute.Sql("""
        create table tutoring_mark (
            region_code     text not null,
            id              uuid not null,
            assignment_id   uuid not null,
            organization_id uuid not null,
            body_id         uuid not null references organization,
            person_id       uuid not null references person,
            tutor_id        uuid references person,
            is_open         boolean not null,
            side            text not null check (side in ('Tutor', 'School')),
            subject         text not null check (subject in ('Work', 'Program', 'Route', 'Goal')),
            says            text not null,
            rows_said       text,
            words           text,
            author_name     text not null,
            made_at         timestamptz not null,
            primary key (region_code, id),
            foreign key (organization_id, region_code) references organization (id, region_code) on update cascade,
            foreign key (region_code, assignment_id) references tutor_assignment (region_code, id));
        comment on column tutoring_mark.rows_said is 'What the school''s own rows said then: its mark counts until they say something else';
        create index tutoring_mark_assignment on tutoring_mark (region_code, assignment_id, subject, side, made_at desc);
        create index tutoring_mark_organization on tutoring_mark (organization_id, region_code);
        create index tutoring_mark_body on tutoring_mark (body_id);
        create index tutoring_mark_person on tutoring_mark (person_id);
        create index tutoring_mark_tutor on tutoring_mark (tutor_id);
        """);
}
