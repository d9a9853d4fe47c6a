using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>A program old enough that has activities done and nothing made is a sign.</summary>
[Migration(203)]
public sealed class M0203_ProductSignal : ForwardOnlyMigration
{
    public override void Up() => Execute.Sql("""
        alter table risk_signal drop constraint risk_signal_kind_check,
            add constraint risk_signal_kind_check
                check (kind in ('Overload', 'Silence', 'BurstEntry', 'CopiedTexts', 'OneSidedLog', 'RoadmapUntouched', 'NoProducts'));
        """);
}
