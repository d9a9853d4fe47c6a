using Mentoring.Api.Features.Monitoring;

namespace Mentoring.Tests.Rules;

public sealed class PeriodTests
{
    [TestCase("2026-10", "2026-10-01", "2026-10-01", "2026-09")]
    [TestCase("2026-01", "2026-01-01", "2026-01-01", "2025-12")]
    [TestCase("2026-Q1", "2026-01-01", "2026-03-01", "2025-Q4")]
    [TestCase("2026-Q4", "2026-10-01", "2026-12-01", "2026-Q3")]
    [TestCase("2026-H1", "2026-01-01", "2026-06-01", "2025-H2")]
    [TestCase("2026-H2", "2026-07-01", "2026-12-01", "2026-H1")]
    [TestCase("2026/27", "2026-09-01", "2027-08-01", "2025/26")]
    [TestCase("2099/00", "2099-09-01", "2100-08-01", "2098/99")]
    [TestCase("2026", "2026-01-01", "2026-12-01", "2025")]
    public void A_period_knows_its_months_and_the_one_before(string code, string first, string last, string previous)
    {
        var period = Period.Parse(code)!;
        Assert.Multiple(() =>
        {
            Assert.That(period.Code, Is.EqualTo(code));
            Assert.That(period.First, Is.EqualTo(DateOnly.Parse(first, null)));
            Assert.That(period.Last, Is.EqualTo(DateOnly.Parse(last, null)));
            Assert.That(period.Before().Code, Is.EqualTo(previous));
            Assert.That(period.Before(), Is.EqualTo(Period.Parse(previous)));
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

    /// <summary>Consecutive periods of a kind leave no month out and count none twice.</summary>
    [Test]
    public void Periods_of_a_kind_follow_one_another_without_a_gap([Values("2026-10", "2026-Q4", "2026-H2", "2026/27", "2026")] string code)
    {
        var period = Period.Parse(code)!;
        for (var step = 0; step < 30; step++, period = period.Before())
            Assert.That(period.Before().Last.AddMonths(1), Is.EqualTo(period.First), period.Code);
    }
}
