using System.Globalization;
using System.Text.Json.Nodes;
using Mentoring.Api.Features.Monitoring;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Monitoring;

/// <summary>Two schools in Tver's municipalities, one in Vladivostok, told apart by their numbers.</summary>
[Covers(nameof(GetTerritoryDashboard))]
public sealed class GetTerritoryDashboardTests : MonitoringTest
{
    const string Tver = "28701000";
    const string Vladivostok = "05701000";
    Guid _school;

    [OneTimeSetUp]
    public async Task Facts()
    {
        _school = await World.School();
        Guid second = await World.School(Tver), far = await World.School(Vladivostok, World.OtherRegion);
        await World.Teacher(_school);
        Guid one = await Program(_school, "2026-08-10T10:00Z"), two = await Program(second, "2026-08-10T10:00Z"),
            three = await Program(far, "2026-10-10T10:00Z");
        foreach (var day in new[] { "2026-09-05", "2026-09-12", "2026-10-05" }) await Meeting(one, day + "T10:00Z");
        await Meeting(two, "2026-11-05T10:00Z");
        await Meeting(three, "2026-10-20T10:00Z");
        await OpenMonths();
        await RollUp();
    }

    [Test]
    public async Task A_region_is_shown_with_its_municipalities()
    {
        var dashboard = await Dashboard(await As(Role.RegionalAnalyst, World.Region), World.Region, "2026-09");

        var shown = Of(dashboard["indicators"]!, "meetings-per-program");
        Assert.Multiple(() =>
        {
            Assert.That((string?)dashboard["territory"]!["parentCode"], Is.EqualTo("cfo"));
            Assert.That(Show(shown), Is.EqualTo("1 = 2/2, 2 of 2"));
            Assert.That(dashboard["children"]!.AsArray().Where(HasSchools).Select(c => $"{c!["nameRu"]}: {Show(Of(c["values"]!, "meetings-per-program"))}"),
                Is.EqualTo(new[] { "Бологовский район: 2 = 2/1, 1 of 1", "город Тверь: 0 = 0/1, 1 of 1" }));
            Assert.That(dashboard["regions"], Is.Null);
            Assert.That(dashboard["indicators"]!.AsArray(), Has.Count.EqualTo(IndicatorMeasures.Codes.Count), "all of the catalogue, also those without facts");
        });
    }

    [Test]
    public async Task The_federation_is_shown_with_its_districts_and_all_regions()
    {
        var dashboard = await Dashboard(await As(Role.FederalAnalyst, "RU"), "RU", "2026/27");

        Assert.Multiple(() =>
        {
            Assert.That(Show(Of(dashboard["indicators"]!, "meetings-per-program")), Is.EqualTo("0.625 = 5/8, 3 of 3"));
            Assert.That(dashboard["children"]!.AsArray().Select(c => (string?)c!["code"]), Is.SupersetOf(new[] { "cfo", "dfo" }));
            Assert.That(dashboard["regions"]!.AsArray().Where(HasSchools).Select(c => $"{c!["code"]} {Show(Of(c["values"]!, "meetings-per-program"))}"),
                Is.EquivalentTo(new[] { "RU-TVE 0.6667 = 4/6, 2 of 2", "RU-PRI 0.5 = 1/2, 1 of 1" }));
        });
    }

    [TestCase("2026-08", "0 = 0/2, 2 of 2")]
    [TestCase("2026-Q3", "0.5 = 2/4, 2 of 2")]
    [TestCase("2026-Q4", "0.5 = 2/4, 2 of 2")]
    [TestCase("2026/27", "0.6667 = 4/6, 2 of 2")]
    [TestCase("2026", "0.5 = 4/8, 2 of 2")]
    [TestCase("2025/26", "0 = 0/2, 2 of 2")]
    [TestCase("2026-07", " = 0/0, 1 of 2")]
    [TestCase("2027", " = 0/0, 0 of 0")]
    public async Task Flows_add_over_the_counted_months_of_a_period(string period, string expected)
    {
        var dashboard = await Dashboard(await As(Role.RegionalAnalyst, World.Region), World.Region, period);
        Assert.That(Show(Of(dashboard["indicators"]!, "meetings-per-program")), Is.EqualTo(expected));
    }

    [TestCase("2026-07", "0 = 0/1, 1 of 2")]
    [TestCase("2026", "200 = 2/1, 1 of 2")]
    [TestCase("2026/27", "200 = 2/1, 1 of 2")]
    [TestCase("2027-01", " = 0/0, 0 of 0")]
    public async Task Stocks_take_the_last_counted_month(string period, string expected)
    {
        var dashboard = await Dashboard(await As(Role.RegionalAnalyst, World.Region), World.Region, period);
        Assert.That(Show(Of(dashboard["indicators"]!, "active-programs")), Is.EqualTo(expected));
    }

    [Test]
    public async Task Without_a_period_the_newest_counted_month_is_shown()
    {
        var dashboard = await (await As(Role.Curator, _school)).GetAsync("/api/v1/territories/cfo/dashboard").Ok();
        Assert.That((string?)dashboard["period"]!["code"], Is.EqualTo("2026-11"));
        Assert.That((string?)dashboard["period"]!["counted"], Is.EqualTo("2026-11-01"));
    }

    [Test]
    public async Task Who_has_it_already_is_told_so_until_a_sum_changes()
    {
        var analyst = await As(Role.RegionalAnalyst, World.Region);
        const string path = $"/api/v1/territories/{Vladivostok}/dashboard";
        using var first = await analyst.GetAsync(path);
        analyst.DefaultRequestHeaders.IfNoneMatch.Add(first.Headers.ETag!);
        await analyst.GetAsync(path).Gives(304);
        await analyst.GetAsync("/api/v1/territories/RU-XYZ/dashboard").Gives(404);
        analyst.DefaultRequestHeaders.IfNoneMatch.Add(new("\"of-another-answer\""));
        await analyst.GetAsync(path).Gives(304);

        await World.School(Vladivostok, World.OtherRegion);
        await RollUp();

        await analyst.GetAsync(path).Gives(200);
    }

    [Test]
    public async Task Sums_are_open_to_every_monitoring_role_and_to_no_other()
    {
        foreach (var role in new[] { Role.Head, Role.Curator, Role.Psychologist }) await Dashboard(await As(role, _school), "RU-PRI", "2026-10");
        foreach (var role in new[] { Role.RegionalCoordinator, Role.FederalOperator, Role.SystemAdministrator }) await Dashboard(await As(role, "RU"),
            "RU-PRI", "2026-10");
        await (await As(Role.Mentor, _school)).GetAsync("/api/v1/territories/RU/dashboard").IsProblem(403, "permission.missing");
        await Anonymous().GetAsync("/api/v1/territories/RU/dashboard").IsProblem(401, "token.missing");
    }

    [Test]
    public async Task An_unknown_territory_or_period_is_refused()
    {
        var analyst = await As(Role.RegionalAnalyst, World.Region);
        await analyst.GetAsync("/api/v1/territories/RU-XXX/dashboard").IsProblem(404, "not-found");
        await analyst.GetAsync("/api/v1/territories/RU/dashboard?period=2026-13").PointsTo("/period", "period.unknown");
    }

    [Test]
    public async Task The_table_holds_the_numbers_of_the_dashboard([Values("RU", "RU-TVE", Tver)] string territory)
    {
        var analyst = await As(Role.FederalAnalyst, "RU");
        var dashboard = await Dashboard(analyst, territory, "2026/27");
        var bytes = await analyst.GetByteArrayAsync($"/api/v1/territories/{territory}/indicators.csv?period=2026/27");
        using var answer = await analyst.GetAsync($"/api/v1/territories/{territory}/indicators.csv?period=2026/27");

        var expected = dashboard["indicators"]!.AsArray().Select(v => Line(dashboard["territory"]!, v!))
            .Concat(dashboard["children"]!.AsArray().Concat(dashboard["regions"]?.AsArray() ?? [])
                .SelectMany(c => c!["values"]!.AsArray().Select(v => Line(c, v!))));
        Assert.Multiple(() =>
        {
            Assert.That(bytes[..3], Is.EqualTo(new byte[] { 0xEF, 0xBB, 0xBF }));
            Assert.That(System.Text.Encoding.UTF8.GetString(bytes[3..]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1), Is.EqualTo(expected));
            Assert.That(answer.Content.Headers.ContentDisposition?.FileName, Is.EqualTo($"indicators-{territory}-2026-27.csv"));
        });
    }

    [Test]
    public async Task The_table_is_refused_as_the_dashboard_is()
    {
        await (await As(Role.Mentor, _school)).GetAsync("/api/v1/territories/RU/indicators.csv").IsProblem(403, "permission.missing");
        var analyst = await As(Role.RegionalAnalyst, World.Region);
        await analyst.GetAsync("/api/v1/territories/RU/indicators.csv?period=autumn").PointsTo("/period", "period.unknown");
        await analyst.GetAsync("/api/v1/territories/nowhere/indicators.csv").IsProblem(404, "not-found");
    }

    static string Line(JsonNode place, JsonNode v) => string.Join(',',
        new[] { place["code"], place["level"], place["nameRu"], place["nameEn"] }.Select(n => (string?)n)
            .Append("2026/27").Append((string?)v["code"])
            .Concat(new[] { v["value"], v["numerator"], v["denominator"] }.Select(n => ((decimal?)n)?.ToString(CultureInfo.InvariantCulture)))
            .Concat(new[] { v["organizationsReported"], v["organizationsExpected"] }.Select(n => n!.ToString()))
            .Append((string?)v["mark"] switch { "Suppressed" => "c", "NotApplicable" => "z", "Unavailable" => "x", null => "", var other => other }));

    static JsonNode Of(JsonNode values, string code) => values.AsArray().Single(v => (string?)v!["code"] == code)!;

    static bool HasSchools(JsonNode? place) => (int)place!["values"]![0]!["organizationsExpected"]! > 0;

    static string Show(JsonNode v) => string.Create(CultureInfo.InvariantCulture,
        $"{(decimal?)v["value"]:0.####} = {(decimal)v["numerator"]!:0}/{(decimal)v["denominator"]!:0}, {v["organizationsReported"]} of "
            + $"{v["organizationsExpected"]}");

    static Task<JsonNode> Dashboard(HttpClient client, string code, string period) =>
        client.GetAsync($"/api/v1/territories/{code}/dashboard?period={period}").Ok();
}
