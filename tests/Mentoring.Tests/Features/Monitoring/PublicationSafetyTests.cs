using System.Text.Json.Nodes;
using Dapper;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Monitoring;

/// <summary>
/// Every face of the sums hides the same: three teachers of one school, and whatever they would follow from. Programs per teacher are told
/// from five teachers on here, meetings from five programs a month.
/// </summary>
public sealed class PublicationSafetyTests : MonitoringTest
{
    const string Tver = "28701000", Vladivostok = "05701000", Teachers = "active-programs", Meetings = "meetings-per-program";

    readonly List<Guid> _schools = [];

    Guid Small => _schools[0];
    Guid Neighbour => _schools[1];

    [OneTimeSetUp]
    public async Task Facts()
    {
        await Sql.ExecuteAsync("update indicator set least = 5 where code in (@Teachers, @Meetings)", new { Teachers, Meetings });
        foreach (var (municipality, region, teachers) in new[]
        {
            (World.Municipality, World.Region, 3), (World.Municipality, World.Region, 8), (Tver, World.Region, 9), (Tver, World.Region, 10),
            (Vladivostok, World.OtherRegion, 11), (Vladivostok, World.OtherRegion, 12),
        })
        {
            _schools.Add(await World.School(municipality, region));
            for (var i = 0; i < teachers; i++) await World.Teacher(_schools[^1]);
        }

        // In Vladivostok one program in September, six in October.
        await Program(_schools[4], "2026-09-10T10:00Z");
        for (var i = 0; i < 5; i++) await Program(_schools[4], "2026-10-02T10:00Z");
        await OpenMonths();
        await RollUp();
    }

    static JsonNode Of(JsonNode? values, string code = Teachers) => values!.AsArray().Single(one => (string?)one!["code"] == code)!;

    static string Shown(JsonNode of) => $"{of["denominator"]?.ToString() ?? "·"} {of["mark"]}".Trim();

    Task<JsonNode> Dashboard(HttpClient reader, string place, string period = "2026-10") =>
        reader.GetAsync($"/api/v1/territories/{place}/dashboard?period={period}").Ok();

    Task<HttpClient> Analyst() => As(Role.FederalAnalyst, "RU");

    [Test]
    public async Task A_place_with_a_small_school_is_hidden_and_another_with_it_and_their_region_is_told()
    {
        var region = await Dashboard(await Analyst(), World.Region);
        Assert.Multiple(() =>
        {
            Assert.That(Shown(Of(region["indicators"])), Is.EqualTo("30"));
            var hidden = region["children"]!.AsArray().Select(child => Of(child!["values"])).Where(value => (string?)value["mark"] == "Suppressed").ToList();
            Assert.That(hidden, Has.Count.EqualTo(2));
            foreach (var value in hidden) Assert.That((value["value"], value["numerator"]), Is.EqualTo(((JsonNode?)null, (JsonNode?)null)));
        });
        Assert.That(await Below(World.Region), Is.All.EqualTo("· Suppressed").And.Exactly(2).Items);
        Assert.That(await Below(World.OtherRegion), Is.EqualTo(new[] { "23" }), "nothing small, nothing hidden");
        Assert.That(Shown(Of((await Dashboard(await Analyst(), Tver))["indicators"])), Is.EqualTo("· Suppressed"), "the same wherever it is asked");
    }

    [Test]
    public async Task Its_series_and_its_table_say_so_too()
    {
        var analyst = await Analyst();
        var series = await analyst.GetAsync($"/api/v1/territories/{Tver}/indicators/{Teachers}/series?from=2026-10&to=2026-10").Ok();
        Assert.That(Shown(series["points"]![0]!), Is.EqualTo("· Suppressed"));

        var lines = (await analyst.GetStringAsync($"/api/v1/territories/{World.Region}/indicators.csv?period=2026-10")).Split("\r\n");
        string Line(string place, string code) => lines.Single(line => line.StartsWith(place + ",", StringComparison.Ordinal)
            && line.Contains($",{code},", StringComparison.Ordinal));
        Assert.Multiple(() =>
        {
            Assert.That(lines[0].TrimEnd(), Does.EndWith(",mark"));
            Assert.That(Line(Tver, Teachers), Does.EndWith($",{Teachers},,,,2,2,c"));
            Assert.That(Line(World.Region, Teachers), Does.EndWith($",{Teachers},0,0,30,4,4,"));
            Assert.That(Line(Tver, "tutor-load"), Does.EndWith(",tutor-load,,0,0,0,0,z"));
            Assert.That(Line(Tver, "conditions-met"), Does.EndWith(",conditions-met,,0,0,0,2,x"));
        });
    }

    [Test]
    public async Task Whoever_is_above_schools_sees_of_them_what_is_told()
    {
        var coordinator = await As(Role.MunicipalCoordinator, World.Municipality);
        var listed = await coordinator.GetAsync($"/api/v1/territories/{World.Municipality}/organizations?period=2026-10").Ok();
        Assert.That(listed["items"]!.AsArray().Select(school => Shown(Of(school!["values"]))), Is.All.EqualTo("· Suppressed").And.Exactly(2).Items);
        var school = Of((await coordinator.GetAsync($"/api/v1/organizations/{Neighbour}/dashboard?period=2026-10").Ok())["indicators"]);
        Assert.Multiple(() =>
        {
            Assert.That(Shown(school), Is.EqualTo("· Suppressed"));
            Assert.That(Shown(school["points"]!.AsArray().Single(one => (string?)one!["period"] == "2026-10")!), Is.EqualTo("· Suppressed"));
            Assert.That(((string?)school["territoryMark"], (string?)school["regionMark"], (decimal?)school["region"]),
                Is.EqualTo(("Suppressed", (string?)null, 0m)));
        });
        var all = await (await Analyst()).GetAsync($"/api/v1/territories/{World.OtherRegion}/organizations?period=2026-10").Ok();
        Assert.That(all["items"]!.AsArray().Select(one => Shown(Of(one!["values"]))), Is.EquivalentTo(new[] { "11", "12" }));
    }

    [Test]
    public async Task A_school_sees_its_own_unless_its_teachers_told_it_of_themselves()
    {
        async Task<string> Own(Guid school) =>
            Shown(Of((await (await As(Role.Head, school)).GetAsync($"/api/v1/organizations/{school}/dashboard?period=2026-10").Ok())["indicators"]));
        Assert.That((await Own(Small), await Own(Neighbour)), Is.EqualTo(("3", "8")));
        await Sql.ExecuteAsync("update indicator set hides_inside = true where code = @Teachers", new { Teachers });
        Assert.That((await Own(Small), await Own(Neighbour)), Is.EqualTo(("· Suppressed", "8")));
        await Sql.ExecuteAsync("update indicator set hides_inside = false where code = @Teachers", new { Teachers });
    }

    [Test]
    public async Task A_quarter_hides_what_one_of_its_months_does_and_its_end_tells_a_stock()
    {
        var analyst = await Analyst();
        async Task<string> Of(string code, string period) =>
            Shown(PublicationSafetyTests.Of((await Dashboard(analyst, World.OtherRegion, period))["indicators"], code));
        await Assert.MultipleAsync(async () =>
        {
            Assert.That(await Of(Meetings, "2026-09"), Is.EqualTo("· Suppressed"));
            Assert.That(await Of(Meetings, "2026-10"), Is.EqualTo("6"));
            Assert.That(await Of(Meetings, "2026-Q3"), Is.EqualTo("· Suppressed"));
            Assert.That(await Of(Meetings, "2026-Q4"), Is.EqualTo("12"));
            Assert.That(await Of(Meetings, "2026/27"), Is.EqualTo("· Suppressed"), "thirteen in all, less twelve");
            Assert.That(await Of(Meetings, "2026-08"), Is.EqualTo("0"), "none is told");
            Assert.That(await Of(Teachers, "2026/27"), Is.EqualTo("23"));
            Assert.That(await Of(Teachers, "2027/28"), Is.EqualTo("0 Unavailable"));
        });
    }

    [Test]
    public async Task The_matrix_is_complete()
    {
        var country = await Dashboard(await Analyst(), "RU");
        var indicators = await Sql.ExecuteScalarAsync<int>("select count(*)::int from indicator where valid_to is null");
        foreach (var place in country["regions"]!.AsArray().Concat(country["children"]!.AsArray()))
            Assert.That(place!["values"]!.AsArray(), Has.Count.EqualTo(indicators), (string?)place["code"]);
    }

    /// <summary>Who has enough is told, and what went along with it; and hidden again when two of them leave.</summary>
    [Test]
    public async Task What_is_hidden_follows_what_changes()
    {
        Guid[] two = [await World.Teacher(Small), await World.Teacher(Small)];
        await RollUp();
        Assert.That(await Below(World.Region), Is.EquivalentTo(new[] { "13", "19" }));
        Assert.That(await Count("organization_hidden where indicator = @Teachers and period = '2026-10-01'"), Is.Zero);

        await Sql.ExecuteAsync("update employment set ended_on = started_on + 1 where person_id = any(@two)", new { two });
        await RollUp();
        Assert.That(await Below(World.Region), Is.All.EqualTo("· Suppressed").And.Exactly(2).Items);
        Assert.That(await Count("organization_hidden where indicator = @Teachers and period = '2026-10-01'"), Is.EqualTo(3));
        Assert.That(await Count("indicator_hiding"), Is.Zero);
    }

    Task<long> Count(string rows) => Sql.ExecuteScalarAsync<long>($"select count(*) from {rows}", new { Teachers });

    /// <summary>The places of the region that have schools.</summary>
    async Task<IEnumerable<string>> Below(string region) => (await Dashboard(await Analyst(), region))["children"]!.AsArray()
        .Select(child => Of(child!["values"])).Where(value => (int)value["organizationsExpected"]! > 0).Select(Shown);
}
