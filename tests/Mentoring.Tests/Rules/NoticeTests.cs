using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Mentoring.Api.Features.Calendar;
using Mentoring.Api.Features.Programs;
using Mentoring.Api.Hosting.Reference;

namespace Mentoring.Tests.Rules;

public sealed class NoticeTests
{
    static readonly ProductionCalendar Shipped = new(ReferenceFiles.CalendarDays().ToDictionary(d => d.Day, d => d.IsWorking));

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
    [TestCase("2030-06-11", "2030-06-17", TestName = "A year whose decree is not known follows the law")]
    public void Three_working_days_lie_between_the_notice_and_the_end(string given, string until) =>
        Assert.That(Notice.Until(Day(given), Shipped), Is.EqualTo(Day(until)));

    [TestCase(2025, 247)]
    [TestCase(2026, 247)]
    public void A_year_has_as_many_working_days_as_its_official_calendar(int year, int working)
    {
        var first = new DateOnly(year, 1, 1);
        var days = Enumerable.Range(0, first.AddYears(1).DayNumber - first.DayNumber).Select(first.AddDays);
        Assert.That(days.Count(Shipped.IsWorking), Is.EqualTo(working));
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
