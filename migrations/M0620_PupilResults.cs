using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>
/// Counts of what a teacher's pupils reached: how many sat or were taught, and how many passed, succeed or took part. No row tells of a
/// pupil. Of each key one row holds; what was corrected or withdrawn stays beside it with who, when and why.
/// </summary>
[Migration(620)]
public sealed class M0620_PupilResults : ForwardOnlyMigration
{
    public override void Up() => Execute.Sql("""
        create table pupil_result (
            region_code     text not null,
            id              uuid not null,
            organization_id uuid not null,
            person_id       uuid not null references person,
            person_name     text not null,
            school_year     int not null check (school_year between 2015 and 2100),
            kind            text not null check (kind in ('Vpr', 'Oge', 'Ege', 'Attainment', 'Olympiad')),
            subject_code    text not null,
            grade           int not null,
            term            text check (term in ('Quarter1', 'Quarter2', 'Quarter3', 'Quarter4', 'HalfYear1', 'HalfYear2', 'Year')),
            stage_code      text,
            pupils          int not null check (pupils between 1 and 10000),
            successful      int not null,
            prizes          int,
            counted_on      date not null,
            told_at         timestamptz not null,
            told_by         text not null,
            told_by_name    text not null,
            withdrawn_at    timestamptz,
            version         int not null default 1,
            primary key (region_code, id),
            unique (region_code, id, person_id),
            foreign key (organization_id, region_code) references organization (id, region_code) on update cascade,
            constraint pupil_result_grade check (
                case kind when 'Vpr' then grade between 4 and 8 or grade = 10 when 'Oge' then grade = 9 when 'Ege' then grade = 11
                          else grade between 1 and 11 end),
            constraint pupil_result_parts check (
                (kind = 'Attainment') = (term is not null) and (kind = 'Olympiad') = (stage_code is not null) and (kind = 'Olympiad') = (prizes is not null)),
            constraint pupil_result_counts check (
                successful >= 0 and case kind when 'Olympiad' then successful <= 100000 and prizes between 0 and successful else successful <= pupils end),
            constraint pupil_result_year check (counted_on between make_date(school_year, 9, 1) and make_date(school_year + 1, 8, 31)));
        comment on column pupil_result.person_id is 'The teacher whose pupils they are';
        comment on column pupil_result.school_year is 'In which it begins';
        comment on column pupil_result.pupils is 'Who sat the test or exam, or is taught';
        comment on column pupil_result.successful is 'Who passed or succeeds; of olympiads how often pupils took part';
        comment on column pupil_result.counted_on is 'Since when the figure counts: its month is that of the indicators';
        comment on column pupil_result.told_by is 'Account or system that said the figures as they are';
        create index pupil_result_by_id on pupil_result (id);
        create unique index pupil_result_once on pupil_result (
            organization_id, region_code, person_id, school_year, kind, subject_code, grade, term, stage_code) nulls not distinct where withdrawn_at is null;
        create index pupil_result_school on pupil_result (organization_id, school_year, person_name, id);
        create index pupil_result_person on pupil_result (person_id, school_year);

        create table pupil_result_change (
            region_code      text not null,
            id               uuid not null,
            result_id        uuid not null,
            organization_id  uuid not null,
            person_id        uuid not null,
            version          int not null,
            step             text not null check (step in ('Correct', 'Withdraw')),
            pupils           int not null,
            successful       int not null,
            prizes           int,
            counted_on       date not null,
            told_at          timestamptz not null,
            told_by          text not null,
            told_by_name     text not null,
            new_pupils       int,
            new_successful   int,
            new_prizes       int,
            new_counted_on   date,
            reason           text not null,
            changed_at       timestamptz not null,
            changed_by       text not null,
            changed_by_name  text not null,
            undone_at        timestamptz,
            undone_by_name   text,
            primary key (region_code, id),
            foreign key (organization_id, region_code) references organization (id, region_code) on update cascade,
            foreign key (region_code, result_id, person_id) references pupil_result (region_code, id, person_id) on update cascade,
            constraint pupil_result_change_new check ((step = 'Correct') = (new_pupils is not null)));
        comment on column pupil_result_change.version is 'Of the result before the change';
        comment on column pupil_result_change.told_by is 'Who had said the figures before the change';
        create unique index pupil_result_change_of on pupil_result_change (region_code, result_id, version);

        alter table import drop constraint import_kind_check;
        alter table import add constraint import_kind_check check (kind in ('Roster', 'OrganizationRegister', 'StaffList', 'DiagnosisResults', 'PupilResults'));
        """);
}
