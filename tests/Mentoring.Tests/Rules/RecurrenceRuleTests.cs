using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Mentoring.Api.Features.School.Meetings;

namespace Mentoring.Tests.Rules;

public sealed class RecurrenceRuleTests
{
    static readonly DateOnly Monday = new(2026, 11, 23);

    static string Days(string rule, DateOnly? first = null, DateOnly? last = null) => string.Join(' ',
        RecurrenceRule.Parse(rule)!.From(first ?? Monday, last ?? Monday.AddYears(1)).Select(day => day.ToString("MM-dd", CultureInfo.InvariantCulture)));

    [TestCase("FREQ=WEEKLY;COUNT=3", "11-23 11-30 12-07")]
    [TestCase("FREQ=WEEKLY;INTERVAL=2;COUNT=3", "11-23 12-07 12-21")]
    [TestCase("FREQ=WEEKLY;BYDAY=MO,TH;COUNT=4", "11-23 11-26 11-30 12-03")]
    [TestCase("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR;COUNT=4", "11-23 11-27 12-07 12-11")]
    [TestCase("FREQ=DAILY;INTERVAL=3;COUNT=3", "11-23 11-26 11-29")]
    [TestCase("FREQ=MONTHLY;COUNT=3", "11-23 12-23 01-23")]
    [TestCase("FREQ=WEEKLY;UNTIL=20261207", "11-23 11-30 12-07")]
    public void A_rule_names_its_days(string rule, string days) => Assert.That(Days(rule), Is.EqualTo(days));

    [Test]
    public void A_month_without_the_day_has_no_meeting() =>
        Assert.That(Days("FREQ=MONTHLY;COUNT=3", new DateOnly(2026, 12, 31)), Is.EqualTo("12-31 01-31 03-31"));

    [Test]
    public void A_rule_that_ends_in_thousands_of_years_is_read_no_further_than_asked() =>
        Assert.That(RecurrenceRule.Parse("FREQ=DAILY;UNTIL=99991231")!.From(Monday, DateOnly.MaxValue).Last(), Is.EqualTo(Monday.AddDays(59)));

    [Test]
    public void Nothing_lies_after_the_last_day() => Assert.That(Days("FREQ=WEEKLY;COUNT=60", last: Monday.AddDays(15)), Is.EqualTo("11-23 11-30 12-07"));

    [TestCase("")]
    [TestCase("FREQ=HOURLY;COUNT=3")]
    [TestCase("FREQ=WEEKLY")]
    [TestCase("FREQ=WEEKLY;COUNT=0")]
    [TestCase("FREQ=WEEKLY;COUNT=61")]
    [TestCase("FREQ=WEEKLY;COUNT=2;UNTIL=20270101")]
    [TestCase("FREQ=WEEKLY;UNTIL=2027-01-01")]
    [TestCase("FREQ=WEEKLY;BYDAY=XX;COUNT=2")]
    [TestCase("FREQ=DAILY;BYDAY=MO;COUNT=2")]
    [TestCase("FREQ=WEEKLY;INTERVAL=99;COUNT=2")]
    [TestCase("FREQ=WEEKLY;COUNT=2;COUNT=3")]
    [TestCase("FREQ=WEEKLY;BYSETPOS=1;COUNT=2")]
    [TestCase("FREQ=weekly;COUNT=2")]
    [TestCase("FREQ=WEEKLY;BYDAY=MO,;COUNT=2")]
    [TestCase("FREQ=WEEKLY;X-NOTE=1;COUNT=2")]
    public void What_is_no_rule_of_the_subset_is_refused(string rule) => Assert.That(RecurrenceRule.Parse(rule), Is.Null);

    [Test]
    public void The_days_are_in_order_each_once_and_as_many_as_asked_for() =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte>(), ArbMap.Default.ArbFor<byte>(), (interval, count) =>
        {
            var (every, times) = (interval % 12 + 1, count % RecurrenceRule.MostMeetings + 1);
            var rule = RecurrenceRule.Parse(string.Create(CultureInfo.InvariantCulture, $"FREQ=DAILY;INTERVAL={every};COUNT={times}"))!;
            var days = rule.From(Monday, Monday.AddYears(3)).ToList();
            return days[0] == Monday && days.Count == times && days.Zip(days.Skip(1)).All(p => p.Second == p.First.AddDays(every));
        }).QuickCheckThrowOnFailure();
}
