using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>
/// The inter-school environment: initiatives that anybody starts and who is in them, with tasks, talk and meetings; and tasks that a
/// coordinator or a body sets schools, with what each school reports. Members stand on every row of an initiative, so that no row
/// policy has to look elsewhere.
/// </summary>
[Migration(590)]
public sealed class M0590_Initiatives : ForwardOnlyMigration
{
    const string OfInitiative = """
        region_code   text not null,
            id            uuid not null,
            initiative_id uuid not null,
            member_ids    uuid[] not null,
            primary key (region_code, id),
            foreign key (region_code, initiative_id, member_ids) references initiative (region_code, id, member_ids) on update cascade
        """;

    public override void Up() => Execute.Sql($$"""
        create table initiative (
            region_code        text not null,
            id                 uuid not null,
            organization_id    uuid not null,
            territory_code     text not null references territory,
            leader_id          uuid not null references person,
            leader_name        text not null,
            member_ids         uuid[] not null,
            waiting_ids        uuid[] not null default '{}',
            school_ids         uuid[] not null default '{}',
            invited_school_ids uuid[] not null default '{}',
            title              text not null,
            purpose            text not null,
            areas              text[] not null,
            scope              text not null check (scope in ('Municipality', 'Region', 'Country')),
            by_invitation      boolean not null,
            status             text not null check (status in ('Draft', 'Open', 'Running', 'Completed', 'Closed')),
            outcome            text,
            created_at         timestamptz not null,
            opened_at          timestamptz,
            ended_at           timestamptz,
            version            int not null default 1,
            search             tsvector generated always as (setweight(to_tsvector('russian', title), 'A') || to_tsvector('russian', purpose)) stored,
            primary key (region_code, id),
            foreign key (organization_id, region_code) references organization (id, region_code) on update cascade,
            constraint initiative_members unique (region_code, id, member_ids),
            constraint initiative_most check (cardinality(member_ids) <= 100 and cardinality(waiting_ids) <= 100),
            constraint initiative_ended check ((status in ('Completed', 'Closed')) = (ended_at is not null)));
        comment on column initiative.region_code is 'Of the organization where it was started';
        comment on column initiative.territory_code is 'Of that organization: whose people read it where the scope is the municipality';
        comment on column initiative.member_ids is 'The persons who are in it, counted by triggers of initiative_member';
        comment on column initiative.waiting_ids is 'The persons who were invited or asked to be let in: they read the card';
        comment on column initiative.school_ids is 'Where its members work';
        comment on column initiative.invited_school_ids is 'Organizations whose people read the card though it is by invitation';
        create index initiative_by_id on initiative (id);
        create index initiative_list on initiative (created_at desc, id desc);
        create index initiative_organization on initiative (organization_id, region_code);
        create index initiative_territory on initiative (territory_code);
        create index initiative_leader on initiative (leader_id);
        create index initiative_of_members on initiative using gin (member_ids);
        create index initiative_search on initiative using gin (search);

        create table initiative_member (
            {{OfInitiative}},
            person_id       uuid not null references person,
            person_name     text not null,
            organization_id uuid not null references organization,
            status          text not null check (status in ('Invited', 'Suggested', 'Asked', 'In', 'Declined', 'Refused', 'Left')),
            note            text,
            asked_at        timestamptz not null,
            joined_at       timestamptz,
            ended_at        timestamptz);
        comment on column initiative_member.organization_id is 'Where the person works by which the person is in it: of any region';
        comment on column initiative_member.note is 'What the person says of why, or the leader of why not';
        create unique index initiative_member_once on initiative_member (region_code, initiative_id, person_id)
            where status in ('Invited', 'Suggested', 'Asked', 'In');
        create index initiative_member_initiative on initiative_member (region_code, initiative_id);
        create index initiative_member_person on initiative_member (person_id);
        create index initiative_member_organization on initiative_member (organization_id);

        create table initiative_entry (
            {{OfInitiative}},
            answer_to   uuid,
            text        text not null,
            author_id   uuid not null references person,
            author_name text not null,
            written_at  timestamptz not null,
            foreign key (region_code, answer_to) references initiative_entry (region_code, id));
        create index initiative_entry_list on initiative_entry (region_code, initiative_id, written_at desc);
        create index initiative_entry_answer on initiative_entry (region_code, answer_to);
        create index initiative_entry_author on initiative_entry (author_id);

        create table initiative_task (
            {{OfInitiative}},
            title      text not null,
            text       text,
            due_on     date,
            status     text not null check (status in ('Open', 'Taken', 'Done', 'Dropped')),
            taker_id   uuid references person,
            taker_name text,
            result     text,
            set_by     text not null,
            set_at     timestamptz not null,
            ended_at   timestamptz,
            version    int not null default 1,
            constraint initiative_task_taken check (status not in ('Taken', 'Done') or taker_id is not null));
        create index initiative_task_initiative on initiative_task (region_code, initiative_id);
        create index initiative_task_taker on initiative_task (taker_id) where status = 'Taken';

        create table initiative_meeting (
            {{OfInitiative}},
            topic            text not null,
            starts_at        timestamptz not null,
            duration_minutes int not null check (duration_minutes between 5 and 600),
            place            text,
            link             text,
            status           text not null check (status in ('Planned', 'Cancelled')),
            reason           text,
            planned_by       text not null,
            planned_at       timestamptz not null,
            version          int not null default 1);
        create index initiative_meeting_initiative on initiative_meeting (region_code, initiative_id, starts_at);
        create index initiative_meeting_of_members on initiative_meeting using gin (member_ids);

        create table school_task (
            region_code     text not null,
            id              uuid not null,
            territory_code  text references territory,
            body_id         uuid,
            school_ids      uuid[] not null,
            initiative_id   uuid,
            member_ids      uuid[],
            title           text not null,
            text            text not null,
            due_on          date not null,
            setter          text not null,
            set_by          text not null,
            set_at          timestamptz not null,
            withdrawn_at    timestamptz,
            withdraw_reason text,
            version         int not null default 1,
            search          tsvector generated always as (setweight(to_tsvector('russian', title), 'A') || to_tsvector('russian', text)) stored,
            primary key (region_code, id),
            foreign key (body_id, region_code) references organization (id, region_code) on update cascade,
            foreign key (region_code, initiative_id, member_ids) references initiative (region_code, id, member_ids) on update cascade,
            constraint school_task_setter check ((territory_code is null) <> (body_id is null)));
        comment on column school_task.setter is 'The territory or the body that sets it, as schools read it';
        comment on column school_task.member_ids is 'Of its initiative, who read the task and no report';
        create index school_task_by_id on school_task (id);
        create index school_task_territory on school_task (territory_code, set_at desc);
        create index school_task_body on school_task (body_id, set_at desc);
        create index school_task_initiative on school_task (region_code, initiative_id);

        create table school_task_report (
            region_code     text not null,
            id              uuid not null,
            task_id         uuid not null,
            organization_id uuid not null,
            territory_code  text,
            body_id         uuid,
            due_on          date not null,
            status          text not null check (status in ('Assigned', 'Reported', 'Accepted', 'Returned', 'Withdrawn')),
            text            text,
            reported_at     timestamptz,
            reported_by     text,
            remark          text,
            decided_at      timestamptz,
            version         int not null default 1,
            primary key (region_code, id),
            foreign key (region_code, task_id) references school_task (region_code, id),
            foreign key (organization_id, region_code) references organization (id, region_code) on update cascade,
            constraint school_task_report_once unique (region_code, task_id, organization_id),
            constraint school_task_report_said check (status not in ('Reported', 'Accepted', 'Returned') or text is not null));
        comment on column school_task_report.territory_code is 'Who set the task, as on its row: the territory';
        comment on column school_task_report.body_id is 'Or the body';
        create index school_task_report_organization on school_task_report (organization_id, status, due_on);
        create index school_task_report_task on school_task_report (task_id, status);
        """);
}
