using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Mentoring.Api.Features.Common.Calendar;
using Mentoring.Api.Features.School.Programs;
using Mentoring.Api.Hosting.Reference;

namespace Mentoring.Tests.Rules;

public sealed class NoticeTests
{
    static readonly ProductionCalendar Shipped = For(null);

    static ProductionCalendar For(string? region) => new(
        [.. ReferenceFiles.CalendarDays().Select(d => new ProductionCalendar.Day(d.Day, d.IsWorking, d.IsShortened))],
        [.. ReferenceFiles.CalendarYears().Select(y => y.Year)],
        [.. ReferenceFiles.RegionalHolidays().Where(h => h.Region == region).Select(h => h.Day)]);

    static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);

    [TestCase("2026-11-23", "2026-11-26", TestName = "Monday to Thursday")]
    [TestCase("2026-11-24", "2026-11-27", TestName = "Tuesday to Friday")]
    [TestCase("2026-11-25", "2026-11-30", TestName = "Wednesday over the weekend to Monday")]
    [TestCase("2026-11-28", "2026-12-02", TestName = "Saturday counts from Monday")]
    [TestCase("2026-11-29", "2026-12-02", TestName = "Sunday counts from Monday")]
    [TestCase("2025-12-29", "2026-01-13", TestName = "Over the winter holidays and the days off moved to 31 December and 9 January")]
    [TestCase("2025-04-30", "2025-05-07", TestName = "Over the first of May and the day off moved to the second")]
    [TestCase("2025-10-31", "2025-11-06", TestName = "The working Saturday counts, the Monday given for it does not")]
    [TestCase("2026-03-06", "2026-03-12", TestName = "Women's Day on a Sunday moves to Monday")]
    [TestCase("2027-04-30", "2027-05-06", TestName = "May Day on a Saturday moves to Monday")]
    [TestCase("2027-02-18", "2027-02-24", TestName = "The worked Saturday of 2027 counts, the Monday given for it does not")]
    [TestCase("2027-11-03", "2027-11-10", TestName = "The fifth of November 2027 is off")]
    [TestCase("2027-12-28", "2028-01-10", TestName = "The last day of 2027 is off, the year after it follows the law")]
    [TestCase("2030-06-11", "2030-06-17", TestName = "A year whose decree is not known follows the law")]
    public void Three_working_days_lie_between_the_notice_and_the_end(string given, string until) =>
        Assert.That(Notice.Until(Day(given), Shipped), Is.EqualTo(Day(until)));

    [TestCase(2025, 247)]
    [TestCase(2026, 247)]
    [TestCase(2027, 247)]
    public void A_year_has_as_many_working_days_as_its_official_calendar(int year, int working)
    {
        var first = new DateOnly(year, 1, 1);
        var days = Enumerable.Range(0, first.AddYears(1).DayNumber - first.DayNumber).Select(first.AddDays);
        Assert.That(days.Count(Shipped.IsWorking), Is.EqualTo(working));
    }

    [TestCase(2025, "03-07 04-30 06-11 11-01")]
    [TestCase(2026, "04-30 05-08 06-11 11-03")]
    [TestCase(2027, "02-20 04-30 06-11 11-03")]
    public void The_day_before_a_holiday_is_shorter_and_so_is_a_worked_day_off_that_takes_its_place(int year, string shortened)
    {
        var first = new DateOnly(year, 1, 1);
        var days = Enumerable.Range(0, 365).Select(first.AddDays).Where(Shipped.IsShortened);
        Assert.That(days.Select(d => d.ToString("MM-dd", CultureInfo.InvariantCulture)), Is.EqualTo(shortened.Split(' ')));
    }

    [Test]
    public void A_regions_own_holiday_is_off_there_alone_and_the_day_before_it_is_shorter()
    {
        var kazan = For("RU-TA");
        Assert.That((kazan.IsWorking(Day("2026-11-06")), Shipped.IsWorking(Day("2026-11-06"))), Is.EqualTo((false, true)));
        Assert.That((kazan.IsShortened(Day("2026-11-05")), Shipped.IsShortened(Day("2026-11-05"))), Is.EqualTo((true, false)));
        Assert.That(Notice.Until(Day("2026-11-03"), kazan), Is.EqualTo(Day("2026-11-10")));
    }

    [Test]
    public void A_year_without_its_decree_is_provisional_and_so_is_a_term_that_reaches_into_it()
    {
        Assert.That(new[] { 2025, 2026, 2027, 2028 }.Select(Shipped.IsProvisional), Is.EqualTo(new[] { false, false, false, true }));
        Assert.That(Shipped.IsProvisional(Day("2027-12-28"), Day("2028-01-10")), Is.True);
        Assert.That(Shipped.IsProvisional(Day("2027-12-01"), Day("2027-12-06")), Is.False);
    }

    [Test]
    public void Exactly_three_working_days_follow_a_notice_and_the_last_of_them_ends_it() =>
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), any =>
        {
            var given = new DateOnly(2025, 1, 1).AddDays(Math.Abs(any % 1500));
            var until = Notice.Until(given, Shipped);
            var between = Enumerable.Range(1, until.DayNumber - given.DayNumber).Select(given.AddDays).ToList();
            return between.Count(Shipped.IsWorking) == Notice.WorkingDays && Shipped.IsWorking(until);
        }).QuickCheckThrowOnFailure();
}
