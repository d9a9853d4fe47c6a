using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>
/// Individual educational routes. A route is the teacher's own: who reads its shared parts stands on its row, and by the foreign keys on
/// every row of it, so that row policies compare with constants alone. What the school may know stands in sums beside it.
/// </summary>
[Migration(565)]
public sealed class M0565_Routes : ForwardOnlyMigration
{
    const string OfRoute = """
        person_id   uuid not null,
        reader_ids  uuid[] not null,
        foreign key (region_code, route_id, person_id, reader_ids) references route (region_code, id, person_id, reader_ids) on update cascade
        """;

    public override void Up() => Execute.Sql($"""
        create table route (
            region_code      text not null,
            id               uuid not null,
            person_id        uuid not null references person,
            organization_id  uuid not null,
            status           text not null
                check (status in ('SelfImage', 'Diagnosis', 'Roadmap', 'InProgress', 'Reflection', 'Completed', 'Closed')),
            starts_on        date not null,
            ends_on          date not null,
            image            text not null default '',
            reader_ids       uuid[] not null default '{"{}"}',
            close_reason     text,
            version          int not null default 1,
            created_at       timestamptz not null,
            last_activity_at timestamptz not null,
            ended_at         timestamptz,
            primary key (region_code, id),
            constraint route_readers unique (region_code, id, person_id, reader_ids),
            constraint route_dates check (ends_on > starts_on),
            constraint route_ended check ((status in ('Completed', 'Closed')) = (ended_at is not null)),
            foreign key (organization_id, region_code) references organization (id, region_code) on update cascade);
        comment on column route.reader_ids is 'Persons who may read the shared parts now: the tutor of the day';
        create unique index route_one_running on route (region_code, person_id) where status not in ('Completed', 'Closed');
        create index route_person on route (person_id, created_at desc);
        create index route_organization on route (organization_id);
        create index route_read_by on route using gin (reader_ids);

        create table route_finding (
            region_code  text not null,
            id           uuid not null,
            route_id     uuid not null,
            position     int not null,
            kind         text not null check (kind in ('Strength', 'Deficit')),
            area_code    text not null,
            text         text not null,
            level_before int check (level_before between 0 and 100),
            diagnosis_id uuid,
            goal_id      uuid,
            closed_on    date,
            dropped_at   timestamptz,
            primary key (region_code, id),
            {OfRoute});
        comment on column route_finding.goal_id is 'Of the mentoring program that it was taken from';
        create index route_finding_of on route_finding (region_code, route_id);

        create table route_alternative (
            region_code text not null,
            id          uuid not null,
            route_id    uuid not null,
            position    int not null,
            title       text not null,
            gains       text not null,
            costs       text not null,
            chosen      boolean not null,
            motive      text,
            primary key (region_code, id),
            constraint route_alternative_motive check (not chosen or motive <> ''),
            {OfRoute});
        create unique index route_alternative_chosen on route_alternative (region_code, route_id) where chosen;
        create index route_alternative_of on route_alternative (region_code, route_id);

        create table route_activity (
            region_code   text not null,
            id            uuid not null,
            route_id      uuid not null,
            position      int not null,
            section       text not null check (section in ('A', 'B', 'V', 'G')),
            title         text not null,
            area_codes    text[] not null,
            finding_ids   uuid[] not null,
            starts_on     date not null,
            ends_on       date not null,
            resources     text,
            product       text not null,
            program_id    uuid,
            status        text not null check (status in ('Planned', 'InProgress', 'Done', 'CalledOff')),
            status_reason text,
            done_on       date,
            dropped_at    timestamptz,
            primary key (region_code, id),
            constraint route_activity_dates check (ends_on >= starts_on),
            {OfRoute});
        comment on column route_activity.section is 'Of the roadmap: а, б, в, г of the model';
        comment on column route_activity.product is 'What it is expected to end with';
        create index route_activity_of on route_activity (region_code, route_id);

        create table route_version (
            region_code text not null,
            route_id    uuid not null,
            number      int not null,
            reason      text not null check (reason in ('First', 'Education', 'Teacher', 'Participants')),
            words       text not null,
            plan        jsonb not null,
            made_at     timestamptz not null,
            primary key (region_code, route_id, number),
            {OfRoute});

        create table route_product (
            region_code      text not null,
            id               uuid not null,
            route_id         uuid not null,
            activity_id      uuid not null,
            kind_code        text not null,
            title            text not null,
            file_id          uuid,
            link             text,
            text             text,
            presented        text,
            presented_on     date,
            seen_by          text,
            attitude         int not null check (attitude between 1 and 5),
            attitude_words   text not null,
            added_at         timestamptz not null,
            withdrawn_at     timestamptz,
            primary key (region_code, id),
            constraint route_product_something check (num_nonnulls(file_id, link, text) > 0),
            foreign key (region_code, activity_id) references route_activity (region_code, id),
            foreign key (region_code, file_id) references stored_file on update cascade,
            {OfRoute});
        comment on column route_product.attitude is 'The teacher''s own, from 1 to 5';
        create index route_product_of on route_product (region_code, route_id);
        create index route_product_activity on route_product (region_code, activity_id);
        create index route_product_file on route_product (region_code, file_id) where file_id is not null;

        create table route_reflection (
            region_code text not null,
            id          uuid not null,
            route_id    uuid not null,
            finding_id  uuid,
            made_on     date not null,
            closeness   int not null check (closeness between 0 and 100),
            meaning     int check (meaning between 1 and 5),
            motivation  int check (motivation between 1 and 5),
            words       text not null,
            shared      boolean not null default false,
            made_at     timestamptz not null,
            primary key (region_code, id),
            foreign key (region_code, finding_id) references route_finding (region_code, id),
            {OfRoute});
        comment on column route_reflection.finding_id is 'The deficit that it is about; null where it is about the route as a whole';
        comment on column route_reflection.closeness is 'To the desired image, or to the deficit overcome: per cent';
        create index route_reflection_of on route_reflection (region_code, route_id);
        create index route_reflection_finding on route_reflection (region_code, finding_id);

        create table route_comment (
            region_code text not null,
            id          uuid not null,
            route_id    uuid not null,
            activity_id uuid,
            author_id   uuid not null references person,
            text        text not null,
            made_at     timestamptz not null,
            primary key (region_code, id),
            foreign key (region_code, activity_id) references route_activity (region_code, id),
            {OfRoute});
        create index route_comment_of on route_comment (region_code, route_id);
        create index route_comment_activity on route_comment (region_code, activity_id);
        create index route_comment_author on route_comment (author_id);

        create table route_state (
            region_code      text not null,
            route_id         uuid not null,
            organization_id  uuid not null,
            person_id        uuid not null,
            status           text not null,
            starts_on        date not null,
            ends_on          date not null,
            activities       int not null,
            activities_done  int not null,
            products         int not null,
            next_on          date,
            last_activity_at timestamptz not null,
            primary key (region_code, route_id),
            foreign key (region_code, route_id) references route (region_code, id),
            foreign key (organization_id, region_code) references organization (id, region_code) on update cascade);
        comment on table route_state is 'What the school may know of a route: written by triggers alone';
        create index route_state_organization on route_state (organization_id, status);

        alter table stored_file drop constraint stored_file_kind_check,
            add constraint stored_file_kind_check
                check (kind in ('Product', 'PracticeMaterial', 'Contract', 'Other', 'RouteProduct'));
        """);
}
