using Mentoring.Api.Features.School.Psychology;
using Mentoring.Api.Features.School.Risks;
using Mentoring.Api.Platform;

namespace Mentoring.Tests.Rules;

public sealed class RiskRulesTests
{
    [Test]
    public void Each_step_of_a_risk_leads_where_the_table_says()
    {
        var table = new Dictionary<(RiskStatus, RiskStep), RiskStatus>
        {
            [(RiskStatus.Open, RiskStep.Treat)] = RiskStatus.Treated,
            [(RiskStatus.Open, RiskStep.Close)] = RiskStatus.Closed,
            [(RiskStatus.Treated, RiskStep.Reopen)] = RiskStatus.Open,
            [(RiskStatus.Treated, RiskStep.Close)] = RiskStatus.Closed,
            [(RiskStatus.Closed, RiskStep.Reopen)] = RiskStatus.Open,
        };
        foreach (var status in Enum.GetValues<RiskStatus>())
            foreach (var step in Enum.GetValues<RiskStep>())
                if (table.TryGetValue((status, step), out var next)) Assert.That(RiskLifecycle.Steps.Next(status, step), Is.EqualTo(next));
                else Assert.Throws<RuleViolation>(() => RiskLifecycle.Steps.Next(status, step), $"{status} {step}");
    }

    [Test]
    public void A_signal_is_open_until_it_is_decided_or_passes()
    {
        foreach (var status in Enum.GetValues<SignalStatus>())
            foreach (var step in Enum.GetValues<SignalStep>())
                if (status is SignalStatus.Raised or SignalStatus.Explained)
                    Assert.That(SignalLifecycle.Steps.Next(status, step), Is.EqualTo(step switch
                    {
                        SignalStep.Explain => SignalStatus.Explained,
                        SignalStep.Confirm => SignalStatus.Confirmed,
                        SignalStep.Dismiss => SignalStatus.Dismissed,
                        _ => SignalStatus.Passed,
                    }));
                else Assert.Throws<RuleViolation>(() => SignalLifecycle.Steps.Next(status, step), $"{status} {step}");
    }

    static readonly ProgramFacts Healthy = new()
    {
        RegionCode = "RU-TVE", DaysInForce = 90, DaysSilent = 5, Meetings = 8, Burst = 1, Copies = 1, Sides = 2, Products = 1,
        Activities = 6, ActivitiesDone = 3, ActivitiesLate = 0, MentorLoad = 2, MentorCapacity = 3,
    };

    [Test]
    public void A_healthy_program_gives_no_sign() => Assert.That(Signals.Of(Healthy), Is.Empty);

    static IEnumerable<TestCaseData> Signs()
    {
        yield return new(Healthy with { DaysSilent = 31 }, SignalKind.Silence);
        yield return new(Healthy with { Burst = 4 }, SignalKind.BurstEntry);
        yield return new(Healthy with { Copies = 3 }, SignalKind.CopiedTexts);
        yield return new(Healthy with { Sides = 1 }, SignalKind.OneSidedLog);
        yield return new(Healthy with { ActivitiesDone = 0, ActivitiesLate = 1 }, SignalKind.RoadmapUntouched);
        yield return new(Healthy with { MentorLoad = 4 }, SignalKind.Overload);
        yield return new(Healthy with { Products = 0 }, SignalKind.NoProducts);
    }

    [TestCaseSource(nameof(Signs))]
    public void One_step_over_the_threshold_is_a_sign(ProgramFacts facts, SignalKind kind)
    {
        Assert.That(Signals.Of(facts).Select(s => s.Kind), Is.EqualTo(new[] { kind }));
        Assert.That(Signals.Of(facts with { DaysInForce = 29 }).Select(s => s.Kind), kind == SignalKind.Overload ? Is.EqualTo(new[] { kind }) : Is.Empty,
            "too early to tell");
    }

    [TestCase(1, 5, RiskLevel.Low)]
    [TestCase(2, 3, RiskLevel.Medium)]
    [TestCase(3, 5, RiskLevel.High)]
    public void The_level_of_a_risk_is_probability_times_impact(int probability, int impact, RiskLevel level) =>
        Assert.That(RiskLifecycle.Level(probability, impact), Is.EqualTo(level));

    [TestCase(PulseStatus.Open, 50, false)]
    [TestCase(PulseStatus.Closed, 4, false)]
    [TestCase(PulseStatus.Closed, 5, true)]
    public void A_pulse_shows_nothing_under_five_answers_or_while_open(PulseStatus status, int answers, bool shown) =>
        Assert.That(Pulse.Shows(status, answers), Is.EqualTo(shown));
}
