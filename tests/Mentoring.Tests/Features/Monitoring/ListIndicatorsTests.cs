using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Monitoring;

public sealed class ListIndicatorsTests : MonitoringTest
{
    [Test]
    public async Task The_catalogue_names_every_indicator_in_both_languages_with_its_formula()
    {
        var indicators = (await As(await World.Account()).GetAsync("/api/v1/indicators").Ok()).AsArray();

        Assert.That(indicators.Select(i => (string?)i!["code"]), Is.EqualTo(new[]
        {
            "need-coverage", "active-programs", "consent-share", "meetings-per-program", "roadmap-completion", "completion-rate", "mentor-load", "days-to-active",
            "conditions-met",
        }));
        foreach (var text in new[] { "nameRu", "nameEn", "formulaRu", "formulaEn", "unit", "kind", "direction", "source" })
            Assert.That(indicators.Select(i => (string?)i![text]), Is.All.Not.Empty, text);
    }

    [Test]
    public Task Only_signed_in_callers_read_it() => Anonymous().GetAsync("/api/v1/indicators").IsProblem(401, "token.missing");
}
