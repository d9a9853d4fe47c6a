using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>
/// The psychologist's work. The verdict on a pair is open to whoever matches pairs; grounds, checks, attendance and the plan
/// are open to the psychologist alone. The climate pulse keeps counts of answers, never an answer of a person.
/// </summary>
[Migration(130)]
public sealed class M0130_Psychology : ForwardOnlyMigration
{
    public override void Up()
    {
        Execute.Sql("""
            create table compatibility_opinion (
                organization_id uuid not null,
                region_code     text not null,
                mentor_id       uuid not null references person,
                mentee_id       uuid not null references person,
                opinion         text not null check (opinion in ('Fits', 'WithCare', 'DoesNotFit')),
                given_on        date not null,
                version         int not null default 1,
                primary key (organization_id, mentor_id, mentee_id),
                foreign key (organization_id, region_code) references organization (id, region_code) on update cascade,
                constraint compatibility_two_people check (mentor_id <> mentee_id));

            -- Every opinion that was given, with what it rests on: one row a version of the verdict.
            create table compatibility_ground (
                organization_id uuid not null,
                region_code     text not null,
                mentor_id       uuid not null,
                mentee_id       uuid not null,
                number          int not null,
                opinion         text not null check (opinion in ('Fits', 'WithCare', 'DoesNotFit')),
                ground          text not null,
                methods         text[] not null default '{}',
                given_on        date not null,
                primary key (organization_id, mentor_id, mentee_id, number),
                foreign key (organization_id, region_code) references organization (id, region_code) on update cascade);

            create table readiness_check (
                id              uuid primary key,
                organization_id uuid not null,
                region_code     text not null,
                person_id       uuid not null references person,
                checked_on      date not null,
                motivation      int not null check (motivation between 1 and 5),
                openness        int not null check (openness between 1 and 5),
                own_handwriting int not null check (own_handwriting between 1 and 5),
                reflection      int not null check (reflection between 1 and 5),
                conclusion      text not null check (conclusion in ('Ready', 'WithSupport', 'NotYet')),
                recommendation  text not null,
                methods         text[] not null default '{}',
                foreign key (organization_id, region_code) references organization (id, region_code) on update cascade);
            create index readiness_check_person on readiness_check (organization_id, person_id, checked_on desc);

            create table training (
                id               uuid primary key,
                organization_id  uuid not null,
                region_code      text not null,
                title            text not null,
                topic            text not null check (topic in ('Empathy', 'Acmeology', 'ProfessionalHealth', 'Crises', 'Other')),
                about            text,
                starts_at        timestamptz not null,
                duration_minutes int not null check (duration_minutes between 15 and 600),
                place            text not null,
                status           text not null default 'Planned' check (status in ('Planned', 'Held', 'Cancelled')),
                outcome          text,
                version          int not null default 1,
                foreign key (organization_id, region_code) references organization (id, region_code) on update cascade,
                constraint training_in_organization unique (id, organization_id, region_code));
            create index training_organization on training (organization_id, starts_at desc);

            create table training_place (
                training_id     uuid not null,
                organization_id uuid not null,
                region_code     text not null,
                person_id       uuid not null references person,
                attendance      text not null default 'Invited' check (attendance in ('Invited', 'Attended', 'Absent')),
                primary key (training_id, person_id),
                foreign key (training_id, organization_id, region_code) references training (id, organization_id, region_code) on update cascade);
            create index training_place_person on training_place (person_id);

            create table pulse (
                id              uuid primary key,
                organization_id uuid not null,
                region_code     text not null,
                title           text not null,
                audience        text not null check (audience in ('Staff', 'Participants')),
                statements      text[] not null,
                opened_on       date not null,
                closes_on       date not null,
                status          text not null default 'Open' check (status in ('Open', 'Closed')),
                invited         int not null,
                answers         int not null default 0 check (answers between 0 and invited),
                conclusion      text,
                version         int not null default 1,
                foreign key (organization_id, region_code) references organization (id, region_code) on update cascade,
                constraint pulse_in_organization unique (id, organization_id, region_code),
                constraint pulse_term check (closes_on > opened_on));
            create unique index pulse_one_open on pulse (organization_id) where status = 'Open';

            create table pulse_invitation (
                pulse_id        uuid not null,
                organization_id uuid not null,
                region_code     text not null,
                person_id       uuid not null references person,
                answered        boolean not null default false,
                primary key (pulse_id, person_id),
                foreign key (pulse_id, organization_id, region_code) references pulse (id, organization_id, region_code) on update cascade);
            create index pulse_invitation_person on pulse_invitation (person_id) where not answered;

            create table pulse_tally (
                pulse_id        uuid not null,
                organization_id uuid not null,
                region_code     text not null,
                statement       text not null,
                score           int not null check (score between 1 and 5),
                answers         int not null default 0,
                primary key (pulse_id, statement, score),
                foreign key (pulse_id, organization_id, region_code) references pulse (id, organization_id, region_code) on update cascade);

            create table psychology_task (
                id              uuid primary key,
                organization_id uuid not null,
                region_code     text not null,
                direction       text not null check (direction in ('Adaptation', 'Burnout', 'Conflict', 'Resilience', 'Pairs', 'Climate')),
                text            text not null,
                methods         text[] not null default '{}',
                due_on          date not null,
                done_on         date,
                result          text,
                version         int not null default 1,
                foreign key (organization_id, region_code) references organization (id, region_code) on update cascade);
            create index psychology_task_due on psychology_task (organization_id, due_on) where done_on is null;
            """);
    }
}
