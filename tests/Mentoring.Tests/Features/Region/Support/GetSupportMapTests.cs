using System.Text.Json.Nodes;
using Dapper;
using Mentoring.Api.Features.Region.Support;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Region.Support;

[Covers(nameof(GetSupportMap), nameof(ListSupportGaps), nameof(ExportSupportGaps))]
public sealed class GetSupportMapTests : SupportTest
{
    const string Map = $"/api/v1/territories/{World.Region}/support";
    const string File = $"/api/v1/territories/{World.Region}/support-gaps.csv?service={Tutoring}";
    const string Gaps = $"/api/v1/territories/{World.Region}/support-gaps?service={Tutoring}";

    [SetUp]
    public Task Alone() => Sql.ExecuteAsync("""
        delete from support_link; update organization set status = 'Closed', closed_on = '2026-01-01' where id not in (@Centre, @School)
        """, new { Centre, School });

    static int Of(JsonNode row, JsonNode map, string service) =>
        (int)row["served"]![map["services"]!.AsArray().Select(one => (string?)one).ToList().IndexOf(service)]!;

    [Test]
    public async Task The_map_counts_schools_and_those_who_are_supported_here_and_below()
    {
        var (tver, far) = (await World.School("28701000"), await World.School("05701000", World.OtherRegion));
        await World.School(World.Region);
        await Opened();
        await Opened(service: Diagnosis, from: 10);
        await Opened(school: tver);
        await Opened(school: far);
        var map = await Coordinator.GetAsync(Map).Ok();
        Assert.That(((int)map["expected"]!, (int)map["any"]!, Of(map, map, Tutoring), Of(map, map, Diagnosis)), Is.EqualTo((3, 2, 2, 0)),
            "a body is no school");
        JsonNode Child(string code) => map["children"]!.AsArray().Single(one => (string?)one!["code"] == code)!;
        Assert.That(((int)Child("28701000")["expected"]!, Of(Child("28701000"), map, Tutoring)), Is.EqualTo((1, 1)));
        Assert.That(((int)Child(World.Region)["expected"]!, (int)Child(World.Region)["any"]!), Is.EqualTo((1, 0)), "whose municipality is not known");
        var own = await (await As(Role.MunicipalCoordinator, "28701000")).GetAsync("/api/v1/territories/28701000/support").Ok();
        Assert.That(((int)own["expected"]!, Of(own, own, Tutoring)), Is.EqualTo((1, 1)));
        var country = await (await As(Role.FederalAnalyst, "RU")).GetAsync("/api/v1/territories/RU/support").Ok();
        Assert.That(Of(country, country, Tutoring), Is.EqualTo(3));
        Assert.That((int)country["expected"]!, Is.EqualTo(await Sql.ExecuteScalarAsync<int>(
            "select count(*)::int from organization where kind = 'School' and status = 'Open'")));
    }

    [Test]
    public async Task Gaps_name_whom_nobody_supports_with_a_service()
    {
        var (tver, bare) = (await World.School("28701000"), await World.School());
        await Opened(school: tver);
        await Opened(school: bare, service: Diagnosis);
        var gaps = (await CentreHead.GetAsync(Gaps).Ok())["items"]!.AsArray().Select(one => one!).ToList();
        Assert.That(gaps.Select(one => (Guid)one["id"]!), Is.EquivalentTo(new[] { School, bare }));
        Assert.That(gaps.Single(one => (Guid)one["id"]! == bare)["services"]!.AsArray().Select(one => (string?)one), Is.EqualTo(new[] { Diagnosis }));
        var first = await Coordinator.GetAsync($"{Gaps}&size=1").Ok();
        var second = await Coordinator.GetAsync($"{Gaps}&size=1&cursor={Uri.EscapeDataString((string)first["next"]!)}").Ok();
        Assert.That((second["items"]!.AsArray().Count, second["next"]), Is.EqualTo((1, (JsonNode?)null)));
        await Coordinator.GetAsync($"{Gaps}&size=0").PointsTo("/size");
        await Coordinator.GetAsync(Gaps.Replace(Tutoring, "juggling")).PointsTo("/service", "support.service-unknown");

        using var request = new HttpRequestMessage(HttpMethod.Get, File);
        var text = await (await Coordinator.SendAsync(request)).Content.ReadAsStringAsync();
        Assert.That(text.Trim().Split('\n'), Has.Length.EqualTo(3));
        await Coordinator.GetAsync(File.Replace(Tutoring, "juggling")).PointsTo("/service", "support.service-unknown");
    }

    [Test]
    public async Task Another_territory_is_not_found()
    {
        foreach (var path in (string[])[Map, Gaps, File])
        {
            foreach (var stranger in (HttpClient[])[await As(Role.RegionalCoordinator, World.OtherRegion), await As(Role.RegionalAnalyst, World.OtherRegion),
                await As(Role.MunicipalCoordinator, "28701000"), await As(Role.Head, School),
                await As(Role.CentreHead, await Body("05701000", World.OtherRegion))])
                await stranger.GetAsync(path).IsProblem(404, "not-found");
            await (await As(Role.Psychologist, School)).GetAsync(path).IsProblem(403, "permission.missing");
            await (await As(Role.Tutor, Centre)).GetAsync(path).Gives(200);
        }

        await (await As(Role.FederalAnalyst, "RU")).GetAsync("/api/v1/territories/nowhere/support").IsProblem(404, "not-found");
    }
}
