using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>Meetings of a pair, and the notes that stay between the two.</summary>
[Migration(5)]
public sealed class M0005_Meetings : ForwardOnlyMigration
{
    public override void Up()
    {
        Execute.Sql("""
            create table meeting (
                region_code      text not null,
                id               uuid not null,
                program_id       uuid not null,
                organization_id  uuid not null,
                status           text not null check (status in ('Planned', 'Held', 'Cancelled', 'Missed')),
                mode             text not null check (mode in ('Online', 'InPerson')),
                starts_at        timestamptz not null,
                duration_minutes int not null check (duration_minutes between 5 and 600),
                topic            text not null,
                place            text,
                summary          text,
                cancel_reason    text,
                created_by       text not null,
                created_at       timestamptz not null default now(),
                version          int not null default 1,
                primary key (region_code, id),
                foreign key (program_id, organization_id, region_code) references program (id, organization_id, region_code) on update cascade);
            create index meeting_id on meeting (id);
            create index meeting_program on meeting (program_id, starts_at desc);
            create index meeting_organization on meeting (organization_id, starts_at);

            create table meeting_note (
                region_code     text not null,
                id              uuid not null,
                meeting_id      uuid not null,
                program_id      uuid not null,
                organization_id uuid not null,
                author_id       uuid not null references person,
                text            text not null,
                written_at      timestamptz not null default now(),
                primary key (region_code, id),
                foreign key (region_code, meeting_id) references meeting on update cascade);
            create unique index meeting_note_one_each on meeting_note (meeting_id, author_id);
            """);
    }
}
