using Mentoring.Api.Features.Monitoring;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Monitoring;

[Covers(nameof(GetIndicatorSeries))]
public sealed class GetIndicatorSeriesTests : MonitoringTest
{
    const string Path = "/api/v1/territories/RU-TVE/indicators/completion-rate/series";
    Guid _school;

    [OneTimeSetUp]
    public async Task Facts()
    {
        _school = await World.School();
        await Program(_school, "2026-01-10T10:00Z", "2026-09-10T10:00Z", "Completed");
        await Program(_school, "2026-01-10T10:00Z", "2026-09-11T10:00Z", "EndedEarly");
        await OpenMonths();
        await RollUp();
    }

    [Test]
    public async Task Every_counted_month_of_two_school_years_is_a_point()
    {
        var series = await (await As(Role.Curator, _school)).GetAsync(Path).Ok();

        var points = series["points"]!.AsArray();
        Assert.That(points.Select(p => (string?)p!["period"]).First(), Is.EqualTo("2025-09"));
        Assert.That(points.Select(p => (string?)p!["period"]).Last(), Is.EqualTo("2026-11"));
        Assert.That(points.Select(p => (decimal?)p!["value"]), Is.EqualTo(Enumerable.Range(0, 15).Select(i => i == 12 ? 50m : (decimal?)null)),
            "a month without an end is no zero");
        Assert.That((string?)series["unit"], Is.EqualTo("Percent"));
    }

    [Test]
    public async Task A_range_may_be_asked_for()
    {
        var series = await (await As(Role.RegionalAnalyst, World.Region)).GetAsync(Path + "?from=2026-08&to=2026-10").Ok();
        Assert.That(series["points"]!.AsArray().Select(p => (string?)p!["period"]), Is.EqualTo(new[] { "2026-08", "2026-09", "2026-10" }));
    }

    [TestCase("from=2026-Q1", "/from", "period.not-a-month")]
    [TestCase("to=soon", "/to", "period.not-a-month")]
    [TestCase("from=2026-10&to=2026-09", "/from", "period.order")]
    [TestCase("from=2010-01&to=2026-09", "/from", "period.too-long")]
    public async Task A_range_that_makes_no_sense_is_refused(string query, string pointer, string code) =>
        await (await As(Role.Curator, _school)).GetAsync($"{Path}?{query}").PointsTo(pointer, code);

    [Test]
    public async Task Unknown_places_and_indicators_are_not_found_and_a_role_is_needed()
    {
        var curator = await As(Role.Curator, _school);
        await curator.GetAsync("/api/v1/territories/RU-XXX/indicators/completion-rate/series").IsProblem(404, "not-found");
        await curator.GetAsync("/api/v1/territories/RU-TVE/indicators/happiness/series").IsProblem(404, "not-found");
        await (await As(Role.Mentee, _school)).GetAsync(Path).IsProblem(403, "permission.missing");
    }
}
