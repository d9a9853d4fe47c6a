using System.Globalization;
using Mentoring.Api.Features.Monitoring;
using Microsoft.Extensions.Time.Testing;

namespace Mentoring.Tests.Rules;

public sealed class PeriodTests
{
    [TestCase("2026-10", "2026-10-01", "2026-10-01")]
    [TestCase("2026-01", "2026-01-01", "2026-01-01")]
    [TestCase("2026-Q1", "2026-01-01", "2026-03-01")]
    [TestCase("2026-Q4", "2026-10-01", "2026-12-01")]
    [TestCase("2026-H1", "2026-01-01", "2026-06-01")]
    [TestCase("2026-H2", "2026-07-01", "2026-12-01")]
    [TestCase("2026/27", "2026-09-01", "2027-08-01")]
    [TestCase("2099/00", "2099-09-01", "2100-08-01")]
    [TestCase("2026", "2026-01-01", "2026-12-01")]
    public void A_period_knows_its_months(string code, string first, string last)
    {
        var period = Period.Parse(code)!;
        Assert.Multiple(() =>
        {
            Assert.That(period.Code, Is.EqualTo(code));
            Assert.That(period.First, Is.EqualTo(DateOnly.Parse(first, null)));
            Assert.That(period.Last, Is.EqualTo(DateOnly.Parse(last, null)));
        });
    }

    [TestCase("")]
    [TestCase("2026-00")]
    [TestCase("2026-13")]
    [TestCase("2026-1")]
    [TestCase("2026-Q0")]
    [TestCase("2026-Q5")]
    [TestCase("2026-H3")]
    [TestCase("2026/26")]
    [TestCase("2026/28")]
    [TestCase("2026-10\n")]
    [TestCase("2026-10-01")]
    [TestCase("26")]
    [TestCase("1999")]
    [TestCase("2101")]
    [TestCase("٢٠٢٦")]
    public void What_is_no_period_is_refused(string text) => Assert.That(Period.Parse(text), Is.Null);

    [TestCase("2026-08-31", "2025-09-01")]
    [TestCase("2026-09-01", "2026-09-01")]
    [TestCase("2027-01-01", "2026-09-01")]
    public void The_school_year_begins_in_September(string day, string first) =>
        Assert.That(Period.SchoolYearOf(DateOnly.Parse(day, null)), Is.EqualTo(DateOnly.Parse(first, null)));

    /// <summary>A month is over when it is over in Moscow, wherever the next one has been opened already.</summary>
    [TestCase("2026-11", "2026-11-10T09:00Z", "2026-11-01", true)]
    [TestCase("2026-11", "2026-11-30T20:59Z", "2026-11-01", true)]
    [TestCase("2026-11", "2026-11-30T21:00Z", "2026-11-01", false)]
    [TestCase("2026-10", "2026-11-10T09:00Z", "2026-10-01", false)]
    [TestCase("2026-Q4", "2026-11-10T09:00Z", "2026-11-01", true)]
    [TestCase("2026/27", "2026-12-02T09:00Z", "2026-11-01", false)]
    [TestCase("2025/26", "2026-11-10T09:00Z", "2026-08-01", false)]
    [TestCase("2027", "2026-11-10T09:00Z", null, false)]
    public void An_unfinished_month_is_told(string code, string now, string? counted, bool running)
    {
        var time = new FakeTimeProvider(DateTimeOffset.Parse(now, CultureInfo.InvariantCulture));
        var shown = Period.Parse(code)!.Shown(new(new(2026, 11, 1), default), time);
        Assert.That(shown.Counted, Is.EqualTo(counted is null ? (DateOnly?)null : DateOnly.Parse(counted, CultureInfo.InvariantCulture)));
        Assert.That(shown.Running, Is.EqualTo(running));
    }
}
