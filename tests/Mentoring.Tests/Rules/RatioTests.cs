using Mentoring.Api.Features.Monitoring;

namespace Mentoring.Tests.Rules;

public sealed class RatioTests
{
    [TestCase(IndicatorUnit.Percent, "66.6667")]
    [TestCase(IndicatorUnit.Per100, "66.6667")]
    [TestCase(IndicatorUnit.PerProgram, "0.6667")]
    [TestCase(IndicatorUnit.PerMentor, "0.6667")]
    [TestCase(IndicatorUnit.Days, "0.6667")]
    public void A_ratio_is_given_in_the_indicators_unit(IndicatorUnit unit, string value) =>
        Assert.That(Ratio.Of(2, 3, unit)?.ToString(System.Globalization.CultureInfo.InvariantCulture), Is.EqualTo(value));

    [Test]
    public void Nothing_below_the_line_is_no_value([Values] IndicatorUnit unit) => Assert.That(Ratio.Of(0, 0, unit), Is.Null);

    [Test]
    public void Nothing_above_the_line_is_zero([Values] IndicatorUnit unit) => Assert.That(Ratio.Of(0, 5, unit), Is.Zero);
}
