using Dapper;
using Mentoring.Api.Features.Monitoring;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Monitoring;

[Covers(nameof(ListIndicators))]
public sealed class ListIndicatorsTests : MonitoringTest
{
    [Test]
    public async Task The_catalogue_names_every_indicator_in_both_languages_with_its_formula()
    {
        var indicators = (await As(await World.Account()).GetAsync("/api/v1/indicators").Ok()).AsArray();

        Assert.That(indicators.Select(i => (string?)i!["code"]), Is.EqualTo(new[]
        {
            "need-coverage", "active-programs", "consent-share", "meetings-per-program", "roadmap-completion", "completion-rate", "mentor-load",
                "days-to-active",
            "conditions-met", "routes-running", "deficits-closed", "route-products", "route-corrections", "tutor-load", "help-in-time", "exchange-help",
            "exchange-tutoring", "exchange-resources", "exchange-delegation", "vpr-success", "oge-success", "ege-success", "attainment-share",
            "attainment-before", "olympiad-participation", "retention-12", "retention-24", "retention-36", "planning-mentors", "planning-mentees",
            "mentee-activity", "mentee-innovation", "joint-projects", "program-signals", "formal-signals", "mentors-overloaded", "risk-misunderstood",
            "risk-overload", "risk-mentor-motivation", "risk-formalism", "risk-mentee-motivation", "risk-weak-contours",
            "mentee-motivation", "mentor-results", "innovation-inclusion", "adapted-in-plan", "days-to-adapted",
        }));
        Assert.That(indicators.GroupBy(i => (string?)i!["theme"]).Select(of => (of.Key, of.Count())),
            Is.EqualTo(new[] { ("Programs", 9), ("Routes", 4), ("Contours", 6), ("Impact", 19), ("Risks", 9) }));
        foreach (var text in new[] { "nameRu", "nameEn", "formulaRu", "formulaEn", "unit", "kind", "direction", "source" })
            Assert.That(indicators.Select(i => (string?)i![text]), Is.All.Not.Empty, text);
    }

    [Test]
    public async Task What_is_summed_at_a_number_is_the_indicator_that_has_it() => Assert.That(
        await Sql.QueryAsync<string>("select code from indicator where valid_to is null order by number"), Is.EqualTo(IndicatorMeasures.Codes));

    [Test]
    public async Task A_formula_that_changed_is_the_next_version_and_the_former_one_is_kept()
    {
        var coverage = (await As(await World.Account()).GetAsync("/api/v1/indicators").Ok()).AsArray().Single(i => (string?)i!["code"] == "need-coverage")!;
        Assert.That((int)coverage["version"]!, Is.EqualTo(2));
        Assert.That(((string)coverage["formulaRu"]!, (string)coverage["formulaEn"]!), Is.EqualTo((
            await Said("formula_ru", "действующей программе, где есть наставник"), await Said("formula_en", "a running program that has a mentor"))));
        Assert.That(await Sql.ExecuteScalarAsync<DateTime>("select valid_to from indicator where code = 'need-coverage' and version = 1"),
            Is.EqualTo(await Sql.ExecuteScalarAsync<DateTime>("select valid_from from indicator where code = 'need-coverage' and version = 2")));

        Task<string?> Said(string column, string words) =>
            Sql.ExecuteScalarAsync<string>($"select {column} from indicator where code = 'need-coverage' and {column} like '%' || @words || '%'",
                new { words });
    }

    [Test]
    public Task Only_signed_in_callers_read_it() => Anonymous().GetAsync("/api/v1/indicators").IsProblem(401, "token.missing");
}
