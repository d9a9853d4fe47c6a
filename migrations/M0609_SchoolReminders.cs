using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>When a school was last reminded of a report by whoever set the task: no more than once a day.</summary>
[Migration(609)]
public sealed class M0609_SchoolReminders : ForwardOnlyMigration
{
    public override void Up() => Execute.Sql("alter table school_task_report add column reminded_at timestamptz");
}
