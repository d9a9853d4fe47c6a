using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>Meetings with an agenda mapped to goals, a video link, confirmations of both sides and recurring plans; each person's calendar feed.</summary>
[Migration(152)]
public sealed class M0152_MeetingPlans : ForwardOnlyMigration
{
    public override void Up()
    {
        Execute.Sql("""
            create table meeting_series (
                id               uuid primary key,
                program_id       uuid not null,
                organization_id  uuid not null,
                region_code      text not null,
                rule             text not null,
                starts_at        timestamptz not null,
                created_by       text not null,
                created_at       timestamptz not null,
                cancelled_at     timestamptz,
                foreign key (program_id, organization_id, region_code) references program (id, organization_id, region_code) on update cascade);
            create index meeting_series_program on meeting_series (program_id);

            alter table meeting add column link text, add column series_id uuid references meeting_series;
            create index meeting_series_meetings on meeting (series_id, starts_at) where series_id is not null;

            create table meeting_topic (
                region_code     text not null,
                id              uuid not null,
                meeting_id      uuid not null,
                program_id      uuid not null,
                organization_id uuid not null,
                position        int not null,
                text            text not null,
                goal_id         uuid references program_goal on delete set null,
                primary key (region_code, id),
                foreign key (region_code, meeting_id) references meeting on update cascade);
            create index meeting_topic_meeting on meeting_topic (meeting_id, position);
            create index meeting_topic_goal on meeting_topic (goal_id) where goal_id is not null;

            create table meeting_confirmation (
                region_code     text not null,
                meeting_id      uuid not null,
                program_id      uuid not null,
                organization_id uuid not null,
                person_id       uuid not null references person,
                about           text not null check (about in ('Coming', 'Held')),
                starts_at       timestamptz not null,
                confirmed_at    timestamptz not null,
                primary key (region_code, meeting_id, person_id, about),
                foreign key (region_code, meeting_id) references meeting on update cascade);
            create index meeting_confirmation_meeting on meeting_confirmation (meeting_id);

            create table calendar_feed (
                id         uuid primary key,
                account_id text not null,
                person_id  uuid not null references person,
                token_hash text not null unique,
                created_at timestamptz not null,
                revoked_at timestamptz);
            create unique index calendar_feed_one on calendar_feed (account_id) where revoked_at is null;
            """);
    }
}
