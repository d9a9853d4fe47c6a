using Mentoring.Api.Features.Monitoring;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Monitoring;

[Covers(nameof(ListTerritoryOrganizations))]
public sealed class ListTerritoryOrganizationsTests : MonitoringTest
{
    Guid _first, _second;

    [OneTimeSetUp]
    public async Task Facts()
    {
        _first = await World.School();
        _second = await World.School("28701000");
        await Meeting(await Program(_second, "2026-09-10T10:00Z"), "2026-10-05T10:00Z");
        await World.School("05701000", World.OtherRegion);
        await OpenMonths();
        await RollUp();
    }

    [Test]
    public async Task A_region_lists_its_schools_with_their_values_page_by_page()
    {
        var analyst = await As(Role.RegionalAnalyst, World.Region);
        const string path = "/api/v1/territories/RU-TVE/organizations?period=2026-10&size=1";

        var page = await analyst.GetAsync(path).Ok();
        var next = await analyst.GetAsync($"{path}&cursor={Uri.EscapeDataString((string)page["next"]!)}").Ok();

        Assert.Multiple(() =>
        {
            Assert.That(page["items"]!.AsArray().Single()!["id"]!.GetValue<Guid>(), Is.EqualTo(_first));
            Assert.That(next["items"]!.AsArray().Single()!["id"]!.GetValue<Guid>(), Is.EqualTo(_second));
            Assert.That(next["next"], Is.Null);
            Assert.That((decimal?)next["items"]![0]!["values"]!.AsArray().Single(v => (string?)v!["code"] == "meetings-per-program")!["value"], Is.EqualTo(1));
        });
    }

    [Test]
    public async Task A_coordinator_lists_the_own_municipality_alone()
    {
        var coordinator = await As(Role.MunicipalCoordinator, World.Municipality);
        var page = await coordinator.GetAsync($"/api/v1/territories/{World.Municipality}/organizations").Ok();
        Assert.That(page["items"]!.AsArray().Select(i => i!["id"]!.GetValue<Guid>()), Is.EqualTo(new[] { _first }));

        foreach (var code in new[] { "28701000", "05701000", World.Region, World.OtherRegion, "nowhere" })
            await coordinator.GetAsync($"/api/v1/territories/{code}/organizations").IsProblem(404, "not-found");
    }

    [Test]
    public async Task It_is_for_territories_roles_and_for_a_region_at_most()
    {
        await (await As(Role.Head, _first)).GetAsync($"/api/v1/territories/{World.Municipality}/organizations").IsProblem(403, "permission.missing");
        var analyst = await As(Role.FederalAnalyst, "RU");
        await analyst.GetAsync("/api/v1/territories/RU/organizations").PointsTo("/code", "monitoring.territory-too-wide");
        await analyst.GetAsync("/api/v1/territories/RU-TVE/organizations?size=0").PointsTo("/size");
        await analyst.GetAsync("/api/v1/territories/RU-TVE/organizations?period=x").PointsTo("/period", "period.unknown");
        await analyst.GetAsync("/api/v1/territories/RU-TVE/organizations?cursor=x").PointsTo("/cursor", "cursor.invalid");
    }
}
