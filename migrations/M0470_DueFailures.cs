using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>What a job could not do, item by item, until it can: how often it was tried and when it is tried again.</summary>
[Migration(470)]
public sealed class M0470_DueFailures : ForwardOnlyMigration
{
    public override void Up()
    {
        Execute.Sql("""
            create table due_failure (
                job       text not null,
                item      text not null,
                attempts  int not null default 1,
                failed_at timestamptz not null,
                due_at    timestamptz not null,
                error     text not null,
                primary key (job, item));
            """);
    }
}
