using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>The council of mentors: who sits on it, its meetings, votes and decisions, and what it asks people to do.</summary>
[Migration(170)]
public sealed class M0170_Councils : ForwardOnlyMigration
{
    public override void Up()
    {
        Execute.Sql("""
            create table council_seat (
                id              uuid primary key,
                organization_id uuid not null,
                region_code     text not null,
                person_id       uuid not null references person,
                person_name     text not null,
                seat            text not null check (seat in ('Chair', 'Member')),
                status          text not null check (status in ('Invited', 'Held', 'Declined', 'Withdrawn', 'Ended')),
                basis           text,
                public_councils text,
                invited_at      timestamptz not null,
                invited_by      text not null,
                started_on      date,
                ended_on        date,
                reason          text,
                version         int not null default 1,
                period          daterange generated always as (case when started_on is null then 'empty'::daterange
                    else daterange(started_on, ended_on, '[)') end) stored,
                foreign key (organization_id, region_code) references organization (id, region_code) on update cascade,
                constraint council_seat_dates check (ended_on is null or ended_on >= started_on),
                constraint council_seat_one_chair exclude using gist (organization_id with =, period with &&) where (seat = 'Chair'),
                constraint council_seat_once exclude using gist (organization_id with =, person_id with =, period with &&));
            create unique index council_seat_one_invitation on council_seat (organization_id, person_id) where status = 'Invited';
            create index council_seat_person on council_seat (person_id);

            create table council_meeting (
                id              uuid primary key,
                organization_id uuid not null,
                region_code     text not null,
                status          text not null check (status in ('Planned', 'InSession', 'Held', 'Cancelled')),
                starts_at       timestamptz not null,
                place           text not null,
                number          int,
                school_year     int,
                opened_at       timestamptz,
                closed_at       timestamptz,
                members         int,
                present         int,
                secretary_name  text,
                called_by_name  text not null,
                cancel_reason   text,
                version         int not null default 1,
                foreign key (organization_id, region_code) references organization (id, region_code) on update cascade,
                constraint council_meeting_in_organization unique (id, organization_id, region_code),
                constraint council_meeting_number unique (organization_id, school_year, number));
            create index council_meeting_list on council_meeting (organization_id, starts_at desc, id desc);

            create table council_agenda_item (
                id              uuid primary key,
                meeting_id      uuid not null,
                organization_id uuid not null,
                region_code     text not null,
                position        int not null,
                kind            text not null check (kind in ('Program', 'Act', 'Matching', 'Difficulties', 'Preparation', 'Incentive', 'Provision',
                    'Evaluation', 'Other')),
                subject         text not null,
                link            text,
                speaker         text,
                heard           text,
                foreign key (meeting_id, organization_id, region_code) references council_meeting (id, organization_id,
                    region_code) on update cascade on delete cascade,
                constraint council_agenda_item_in_organization unique (id, organization_id, region_code));
            create index council_agenda_item_meeting on council_agenda_item (meeting_id, position);

            create table council_attendance (
                meeting_id      uuid not null,
                organization_id uuid not null,
                region_code     text not null,
                person_id       uuid not null references person,
                person_name     text not null,
                chair           boolean not null,
                present         boolean not null,
                primary key (meeting_id, person_id),
                foreign key (meeting_id, organization_id, region_code) references council_meeting (id, organization_id, region_code) on update cascade);

            create table council_decision (
                id               uuid primary key,
                meeting_id       uuid not null,
                agenda_item_id   uuid not null,
                organization_id  uuid not null,
                region_code      text not null,
                position         int not null,
                text             text not null,
                status           text not null check (status in ('Proposed', 'Voting', 'Adopted', 'Rejected', 'Withdrawn', 'CarriedOut', 'Revoked')),
                responsible_name text,
                due_on           date,
                votes_for        int,
                votes_against    int,
                votes_abstained  int,
                decided_at       timestamptz,
                note             text,
                version          int not null default 1,
                foreign key (meeting_id, organization_id, region_code) references council_meeting (id, organization_id, region_code) on update cascade,
                foreign key (agenda_item_id, organization_id, region_code) references council_agenda_item (id, organization_id, region_code) on update cascade,
                constraint council_decision_in_organization unique (id, organization_id, region_code));
            create index council_decision_meeting on council_decision (meeting_id, position);
            create index council_decision_list on council_decision (organization_id, status, id desc);

            create table council_vote (
                decision_id     uuid not null,
                organization_id uuid not null,
                region_code     text not null,
                person_id       uuid not null references person,
                vote            text not null check (vote in ('For', 'Against', 'Abstained')),
                cast_at         timestamptz not null,
                primary key (decision_id, person_id),
                foreign key (decision_id, organization_id, region_code) references council_decision (id, organization_id, region_code) on update cascade);
            """);
    }
}
