using System.Globalization;
using Mentoring.Api.Features.Region.Support;
using Mentoring.Api.Platform;

namespace Mentoring.Tests.Rules;

public sealed class SupportLifeTests
{
    static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);

    [TestCase("2026-11-29", "2026-11-30", null, SupportState.ToCome)]
    [TestCase("2026-11-30", "2026-11-30", null, SupportState.InForce)]
    [TestCase("2026-11-30", "2026-01-01", "2026-12-01", SupportState.InForce, TestName = "The last day counts")]
    [TestCase("2026-12-01", "2026-01-01", "2026-12-01", SupportState.Ended)]
    [TestCase("2026-11-29", "2026-11-30", "2026-12-01", SupportState.ToCome)]
    [TestCase("2026-11-29", "2026-11-30", "2026-11-30", SupportState.Ended, TestName = "Taken back before it began")]
    public void Its_days_say_where_it_stands(string today, string from, string? until, SupportState state) =>
        Assert.That(SupportLife.On(Day(today), Day(from), until is null ? null : Day(until)), Is.EqualTo(state));

    /// <summary>The whole life: a step is possible or refused.</summary>
    [TestCase(SupportState.ToCome, SupportStep.Revise, true)]
    [TestCase(SupportState.ToCome, SupportStep.End, true)]
    [TestCase(SupportState.InForce, SupportStep.Revise, true)]
    [TestCase(SupportState.InForce, SupportStep.End, true)]
    [TestCase(SupportState.Ended, SupportStep.Revise, false)]
    [TestCase(SupportState.Ended, SupportStep.End, false)]
    public void What_is_over_is_changed_by_nobody(SupportState state, SupportStep step, bool possible)
    {
        Assert.That(SupportLife.Possible(state).Contains(step), Is.EqualTo(possible));
        if (possible) Assert.DoesNotThrow(() => SupportLife.Demand(state, step));
        else Assert.Throws<RuleViolation>(() => SupportLife.Demand(state, step));
    }

    [TestCase("2026-08-31", false)]
    [TestCase("2026-09-01", true)]
    [TestCase("2027-09-01", true)]
    [TestCase("2027-09-02", false)]
    public void An_end_lies_within_its_days(string on, bool allowed)
    {
        void End() => SupportLife.DemandEnd(Day(on), Day("2026-09-01"), Day("2027-09-01"));
        if (allowed) Assert.DoesNotThrow(End);
        else Assert.Throws<BadInput>(End);
    }
}
