using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>
/// What somebody changed of a person's record by hand, with what stood there before: for the undo, and so that a file of later does
/// not put back what a person has corrected.
/// </summary>
[Migration(451)]
public sealed class M0451_StaffEdits : ForwardOnlyMigration
{
    public override void Up()
    {
        Execute.Sql("""
            create table staff_edit (
                region_code     text not null,
                id              uuid not null,
                organization_id uuid not null,
                person_id       uuid not null references person,
                employment_id   uuid references employment,
                kind            text not null check (kind in ('Details', 'Work', 'End')),
                effective_on    date not null,
                reason          text check (reason in ('OwnWish', 'Transfer', 'Retirement', 'TermEnded', 'Other')),
                before          jsonb not null,
                after           jsonb not null,
                made_at         timestamptz not null,
                made_by         text not null,
                undone_at       timestamptz,
                undone_by       text,
                settled_at      timestamptz,
                primary key (region_code, id),
                foreign key (organization_id, region_code) references organization (id, region_code) on update cascade);
            create index staff_edit_person on staff_edit (person_id, made_at desc);
            comment on column staff_edit.effective_on is 'The first day on which it holds';
            comment on column staff_edit.settled_at is 'Since when files say the same';
            """);
    }
}
