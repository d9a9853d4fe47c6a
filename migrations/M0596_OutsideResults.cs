using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>
/// Results of instruments that are filled in elsewhere: an instrument may be a mapping of its own areas onto those of competence, a
/// diagnosis may come from a body, and what a file of results would bring is kept for as long as somebody decides.
/// </summary>
[Migration(596)]
public sealed class M0596_OutsideResults : ForwardOnlyMigration
{
    public override void Up() => Execute.Sql("""
        alter table instrument add column form text not null default 'Asked' check (form in ('Asked', 'Outside'));

        alter table diagnosis drop constraint diagnosis_author_check,
            add constraint diagnosis_author_check check (author in ('Self', 'Expert', 'Outside')),
            add column body_id uuid references organization,
            add column measured_on date,
            add constraint diagnosis_outside check ((author = 'Outside') = (body_id is not null) and (author = 'Outside') = (measured_on is not null));
        comment on column diagnosis.body_id is 'Whose results they are; says nothing of who reads it';
        comment on column diagnosis.expert_name is 'The expert, or the body of an outside result: a teacher reads no register';
        create unique index diagnosis_outside_once on diagnosis (region_code, person_id, instrument_id, measured_on) where author = 'Outside';

        alter table import drop constraint import_kind_check;
        alter table import add constraint import_kind_check check (kind in ('Roster', 'OrganizationRegister', 'StaffList', 'DiagnosisResults'));

        create table import_result (
            import_id       uuid not null references import,
            sequence        int not null,
            organization_id uuid not null,
            region_code     text not null,
            instrument_id   uuid not null references instrument,
            change          text not null check (change in ('Comes', 'Replaces', 'Earlier', 'Known')),
            line            int not null,
            name            text not null,
            school_name     text not null,
            day             date not null,
            areas           jsonb not null,
            primary key (import_id, sequence));
        comment on table import_result is 'Until the import is over: what a body has handed to a teacher it reads no longer';
        """);
}
