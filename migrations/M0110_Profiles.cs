using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>What people say of themselves as mentors and mentees, and what the school confirms of it.</summary>
[Migration(110)]
public sealed class M0110_Profiles : ForwardOnlyMigration
{
    public override void Up()
    {
        Execute.Sql("""
            create table mentor_profile (
                organization_id   uuid not null,
                region_code       text not null,
                person_id         uuid not null references person,
                status            text not null default 'Draft' check (status in ('Draft', 'Confirmed', 'Paused')),
                summary           text not null default '',
                trajectory_skills text not null default '',
                support_skills    text not null default '',
                capacity_programs int not null default 1 check (capacity_programs between 0 and 20),
                capacity_hours    int not null default 4 check (capacity_hours between 0 and 160),
                remote            boolean not null default false,
                available_from    date not null,
                available_until   date,
                topics            text[] not null default '{}',
                areas             text[] not null default '{}',
                subjects          text[] not null default '{}',
                confirmed_on      date,
                confirmed_by_name text,
                version           int not null default 1,
                updated_at        timestamptz not null default now(),
                primary key (organization_id, person_id),
                foreign key (organization_id, region_code) references organization (id, region_code) on update cascade,
                constraint mentor_profile_availability check (available_until is null or available_until > available_from),
                constraint mentor_profile_confirmed check ((status = 'Draft') = (confirmed_on is null)));
            create index mentor_profile_person on mentor_profile (person_id);

            create table mentor_result (
                id              uuid primary key,
                organization_id uuid not null,
                region_code     text not null,
                person_id       uuid not null,
                text            text not null,
                measure         text not null,
                value_before    numeric,
                value_after     numeric,
                evidence        text not null default '',
                achieved_on     date not null,
                status          text not null default 'Stated' check (status in ('Stated', 'Confirmed', 'Declined', 'Withdrawn')),
                decided_on      date,
                decided_by_name text,
                comment         text,
                version         int not null default 1,
                created_at      timestamptz not null default now(),
                foreign key (organization_id, region_code) references organization (id, region_code) on update cascade,
                foreign key (organization_id, person_id) references mentor_profile);
            create index mentor_result_person on mentor_result (person_id);
            create index mentor_result_organization on mentor_result (organization_id, person_id);

            create table mentee_profile (
                organization_id uuid not null,
                region_code     text not null,
                person_id       uuid not null references person,
                status          text not null default 'Open' check (status in ('Open', 'Matched', 'Closed')),
                categories      text[] not null default '{}',
                subjects        text[] not null default '{}',
                remote          boolean not null default false,
                self_image      text not null default '',
                self_now        text not null default '',
                priorities      text not null default '',
                version         int not null default 1,
                updated_at      timestamptz not null default now(),
                primary key (organization_id, person_id),
                foreign key (organization_id, region_code) references organization (id, region_code) on update cascade);
            create index mentee_profile_person on mentee_profile (person_id);

            create table mentee_difficulty (
                id              uuid primary key,
                organization_id uuid not null,
                region_code     text not null,
                person_id       uuid not null,
                position        int not null,
                area_code       text not null,
                topic_code      text,
                text            text not null,
                level           int not null check (level between 1 and 3),
                noted_on        date not null,
                closed_on       date,
                foreign key (organization_id, region_code) references organization (id, region_code) on update cascade,
                foreign key (organization_id, person_id) references mentee_profile,
                constraint mentee_difficulty_dates check (closed_on is null or closed_on >= noted_on));
            create index mentee_difficulty_person on mentee_difficulty (person_id);
            create index mentee_difficulty_organization on mentee_difficulty (organization_id, person_id);

            create table self_step (
                id              uuid primary key,
                organization_id uuid not null,
                region_code     text not null,
                person_id       uuid not null,
                position        int not null,
                text            text not null,
                due_on          date,
                done_on         date,
                reflection      text,
                dropped_on      date,
                foreign key (organization_id, region_code) references organization (id, region_code) on update cascade,
                foreign key (organization_id, person_id) references mentee_profile);
            create index self_step_person on self_step (person_id);
            create index self_step_organization on self_step (organization_id, person_id);

            create table learning_request (
                id               uuid primary key,
                organization_id  uuid not null,
                region_code      text not null,
                person_id        uuid not null references person,
                status           text not null default 'Draft' check (status in ('Draft', 'Submitted', 'Accepted', 'Returned', 'Fulfilled', 'Withdrawn')),
                needs            text not null,
                difficulties     text not null,
                self_image       text not null,
                to_mentoring     boolean not null,
                to_development   boolean not null,
                submitted_on     date,
                answer           text,
                answered_on      date,
                answered_by_name text,
                fulfilled_on     date,
                version          int not null default 1,
                created_at       timestamptz not null default now(),
                updated_at       timestamptz not null default now(),
                foreign key (organization_id, region_code) references organization (id, region_code) on update cascade,
                constraint learning_request_addressed check (to_mentoring or to_development));
            create index learning_request_person on learning_request (person_id);
            create index learning_request_organization on learning_request (organization_id, status);
            create unique index learning_request_one_open on learning_request (organization_id, person_id) where status in ('Draft', 'Submitted', 'Returned');

            create table wish_to_join (
                id              uuid primary key,
                organization_id uuid not null,
                region_code     text not null,
                person_id       uuid not null references person,
                wish            text not null check (wish in ('Mentor', 'Mentee')),
                note            text not null default '',
                expressed_on    date not null,
                withdrawn_on    date,
                foreign key (organization_id, region_code) references organization (id, region_code) on update cascade,
                constraint wish_to_join_dates check (withdrawn_on is null or withdrawn_on >= expressed_on));
            create unique index wish_to_join_one_open on wish_to_join (organization_id, person_id, wish) where withdrawn_on is null;
            create index wish_to_join_person on wish_to_join (person_id);
            """);
    }
}
