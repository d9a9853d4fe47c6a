using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>Shortened days, the years whose decree is known, and the holidays of single regions.</summary>
[Migration(420)]
public sealed class M0420_WorkCalendar : ForwardOnlyMigration
{
    public override void Up()
    {
        Execute.Sql("""
            alter table calendar_day add column is_shortened boolean not null default false,
                add constraint calendar_day_shortened_is_worked check (is_working or not is_shortened);

            create table calendar_year (
                year   int primary key check (year between 2000 and 2100),
                decree text not null);

            create table regional_holiday (
                region_code text not null references territory,
                day         date not null,
                name        text not null,
                source      text not null,
                primary key (region_code, day));
            create index regional_holiday_day on regional_holiday (day);
            """);
    }
}
