using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>How pairs come about: what the curator rules out or settles, proposals, and requests that both sides answer.</summary>
[Migration(120)]
public sealed class M0120_Matching : ForwardOnlyMigration
{
    const string Place = """
                organization_id uuid not null,
                region_code     text not null,
                foreign key (organization_id, region_code) references organization (id, region_code) on update cascade
        """;

    public override void Up()
    {
        Execute.Sql($"""
            create table match_veto (
                id         uuid primary key,
                mentor_id  uuid not null references person,
                mentee_id  uuid not null references person,
                reason     text not null,
                set_at     timestamptz not null,
                lifted_at  timestamptz,
                {Place});
            create unique index match_veto_once on match_veto (organization_id, mentor_id, mentee_id) where lifted_at is null;

            create table match_lock (
                id          uuid primary key,
                mentor_id   uuid not null references person,
                mentee_id   uuid not null references person,
                set_at      timestamptz not null,
                released_at timestamptz,
                {Place});
            create unique index match_lock_once on match_lock (organization_id, mentee_id) where released_at is null;

            create table match_group (
                id         uuid primary key,
                mentor_id  uuid not null references person,
                area_code  text not null,
                seats      int not null check (seats between 2 and 12),
                taken      int not null default 0,
                opened_at  timestamptz not null,
                closed_at  timestamptz,
                version    int not null default 1,
                constraint match_group_seats check (taken between 0 and seats),
                {Place});
            create index match_group_mentor on match_group (mentor_id) where closed_at is null;
            create index match_group_organization on match_group (organization_id) where closed_at is null;

            -- One row a mentor at one school: whoever takes a place locks it, counts, and the check holds.
            create table match_place (
                mentor_id uuid not null references person,
                places    int not null,
                taken     int not null,
                primary key (organization_id, mentor_id),
                constraint match_place_capacity check (taken <= places),
                {Place});

            create table match_run (
                id            uuid primary key,
                kind          text not null check (kind in ('School', 'Region')),
                made_at       timestamptz not null,
                made_by       text not null,
                region_run_id uuid,
                mentees       int not null,
                mentors       int not null,
                pairs         int not null,
                points        int not null,
                {Place});
            create index match_run_organization on match_run (organization_id, made_at desc);

            create table match_run_pair (
                run_id              uuid not null references match_run,
                mentee_id           uuid not null references person,
                mentee_name         text not null,
                mentor_id           uuid not null references person,
                mentor_name         text not null,
                mentor_organization_id   uuid not null references organization,
                group_id            uuid references match_group,
                locked              boolean not null,
                points              int not null,
                difficulties        int not null,
                subject             int not null,
                load                int not null,
                place               int not null,
                earlier             int not null,
                opinion             int not null,
                areas               text[] not null,
                topics              text[] not null,
                subjects            text[] not null,
                primary key (run_id, mentee_id),
                {Place});

            create table match_run_left (
                run_id      uuid not null references match_run,
                mentee_id   uuid not null references person,
                mentee_name text not null,
                reason      text not null check (reason in ('NoMentors', 'AllStopped', 'PlacesTaken', 'LockedWithoutPlace')),
                stops       jsonb not null,
                primary key (run_id, mentee_id),
                {Place});

            -- Of a region only sums: how many in each school, never who.
            create table match_region_run (
                id          uuid primary key,
                region_code text not null references territory,
                made_at     timestamptz not null,
                made_by     text not null,
                mentees     int not null,
                mentors     int not null,
                pairs       int not null,
                across      int not null);
            create index match_region_run_region on match_region_run (region_code, made_at desc);

            create table match_region_sum (
                run_id          uuid not null references match_region_run,
                organization_id uuid not null references organization,
                region_code     text not null,
                mentees         int not null,
                pairs           int not null,
                across          int not null,
                helps           int not null,
                primary key (run_id, organization_id));

            create table match_request (
                id                     uuid primary key,
                mentor_organization_id uuid not null references organization,
                mentor_id              uuid not null references person,
                mentor_name            text not null,
                mentee_id              uuid not null references person,
                mentee_name            text not null,
                group_id               uuid references match_group,
                program_id             uuid,
                status                 text not null default 'Requested' check (status in ('Requested', 'Accepted', 'Declined', 'Expired', 'Closed')),
                slot                   int not null check (slot between 1 and 3),
                points                 int,
                areas                  text[] not null default '{"{}"}',
                note                   text,
                asked_at               timestamptz not null,
                asked_by               text not null,
                expires_at             timestamptz not null,
                mentor_yes_at          timestamptz,
                mentee_yes_at          timestamptz,
                decided_at             timestamptz,
                reason                 text,
                reason_code            text check (reason_code in ('MentorDeclined', 'MenteeDeclined', 'Withdrawn', 'MenteePaired', 'MentorFull', 'PersonLeft',
                    'Vetoed', 'ProgramDrafted', 'OutOfTime')),
                version                int not null default 1,
                constraint match_request_two_people check (mentor_id <> mentee_id),
                constraint match_request_both_said_yes check (status <> 'Accepted' or (mentor_yes_at is not null and mentee_yes_at is not null)),
                constraint match_request_in_organization unique (id, organization_id, region_code),
                {Place});
            create unique index match_request_once on match_request (mentor_id, mentee_id) where status in ('Requested', 'Accepted');
            create unique index match_request_slot on match_request (mentee_id, slot) where status = 'Requested';
            create index match_request_organization on match_request (organization_id, status, asked_at desc);
            create index match_request_mentor on match_request (mentor_id) where status in ('Requested', 'Accepted');
            create index match_request_mentee on match_request (mentee_id, asked_at desc);
            create index match_request_due on match_request (expires_at) where status = 'Requested';
            """);
    }
}
