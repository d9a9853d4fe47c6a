using System.Globalization;
using Mentoring.Api.Features.School.Census;

namespace Mentoring.Tests.Rules;

public sealed class CensusCalendarTests
{
    static readonly DateOnly Due = new(2026, 10, 1);

    [TestCase("2026-08-31", null)]
    [TestCase("2026-09-01", ReminderKind.Month)]
    [TestCase("2026-09-23", ReminderKind.Month)]
    [TestCase("2026-09-24", ReminderKind.Week)]
    [TestCase("2026-10-01", ReminderKind.Week)]
    [TestCase("2026-10-02", ReminderKind.Overdue)]
    public void Reminders_have_their_days(string today, ReminderKind? expected) =>
        Assert.That(CensusCalendar.Reminder(Due, DateOnly.Parse(today, CultureInfo.InvariantCulture)), Is.EqualTo(expected));

    [TestCase(CensusStatus.Open, "2026-10-01", false)]
    [TestCase(CensusStatus.Open, "2026-10-02", true)]
    [TestCase(CensusStatus.Done, "2026-10-02", false)]
    public void Only_an_open_census_is_overdue_and_not_on_its_day(CensusStatus status, string today, bool expected) =>
        Assert.That(CensusCalendar.IsOverdue(status, Due, DateOnly.Parse(today, CultureInfo.InvariantCulture)), Is.EqualTo(expected));

    [Test]
    public void A_census_opens_with_the_school_year_and_is_due_a_month_later() =>
        Assert.That((CensusCalendar.OpensOn(2026), CensusCalendar.DueOn(2026)), Is.EqualTo((new DateOnly(2026, 9, 1), Due)));
}
