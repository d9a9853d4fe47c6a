using Dapper;
using Mentoring.Api.Features.Monitoring;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Monitoring;

[Covers(nameof(GetOrganizationDashboard))]
public sealed class GetOrganizationDashboardTests : MonitoringTest
{
    Guid _school, _neighbour;

    [OneTimeSetUp]
    public async Task Facts()
    {
        _school = await World.School();
        _neighbour = await World.School();
        await Meeting(await Program(_school, "2026-09-10T10:00Z"), "2026-10-05T10:00Z");
        await Program(_neighbour, "2026-09-10T10:00Z");
        await Program(await World.School("05701000", World.OtherRegion), "2026-10-10T10:00Z");
        await OpenMonths();
        await RollUp();
    }

    [Test]
    public async Task A_school_sees_itself_beside_its_municipality_region_and_the_country()
    {
        var dashboard = await (await As(Role.Curator, _school)).GetAsync($"/api/v1/organizations/{_school}/dashboard?period=2026-10").Ok();

        var meetings = dashboard["indicators"]!.AsArray().Single(i => (string?)i!["code"] == "meetings-per-program")!;
        Assert.Multiple(() =>
        {
            Assert.That((decimal?)meetings["value"], Is.EqualTo(1));
            Assert.That((decimal?)meetings["territory"], Is.EqualTo(0.5m));
            Assert.That((decimal?)meetings["region"], Is.EqualTo(0.5m));
            Assert.That((decimal?)meetings["federation"], Is.EqualTo(0.3333m));
            Assert.That(meetings["points"]!.AsArray().Select(p => (decimal?)p!["value"]).TakeLast(4), Is.EqualTo(new decimal?[] { null, 0, 1, 0 }));
            Assert.That(dashboard["indicators"]!.AsArray(), Has.Count.EqualTo(IndicatorMeasures.Codes.Count));
        });
    }

    [Test]
    public async Task Those_above_it_see_it_and_its_neighbours_do_not()
    {
        var path = $"/api/v1/organizations/{_school}/dashboard";
        foreach (var (role, territory) in new[] { (Role.MunicipalCoordinator, World.Municipality), (Role.RegionalAnalyst, World.Region),
            (Role.FederalAnalyst, "RU") })
            await (await As(role, territory)).GetAsync(path).Ok();
        foreach (var (role, territory) in new[] { (Role.MunicipalCoordinator, "28701000"), (Role.RegionalAnalyst, World.OtherRegion) })
            await (await As(role, territory)).GetAsync(path).IsProblem(404, "not-found");
        await (await As(Role.Head, _neighbour)).GetAsync(path).IsProblem(404, "not-found");
        await (await As(Role.Mentor, _school)).GetAsync(path).IsProblem(403, "permission.missing");
    }

    [Test]
    public async Task A_school_without_sums_yet_has_a_dashboard_without_values()
    {
        var fresh = await World.School();
        var dashboard = await (await As(Role.Head, fresh)).GetAsync($"/api/v1/organizations/{fresh}/dashboard").Ok();
        Assert.That(dashboard["indicators"]!.AsArray().Select(i => (decimal?)i!["value"]), Is.All.Null);
    }

    [Test]
    public async Task An_unknown_period_or_school_is_refused()
    {
        var head = await As(Role.Head, _school);
        await head.GetAsync($"/api/v1/organizations/{_school}/dashboard?period=now").PointsTo("/period", "period.unknown");
        await head.GetAsync($"/api/v1/organizations/{Guid.NewGuid()}/dashboard").IsProblem(404, "not-found");
    }

    /// <summary>A body of any kind may stand on a municipality, on its region, or on the federation.</summary>
    [Test]
    public async Task A_body_is_seen_beside_the_places_above_it_wherever_it_stands(
        [Values("School", "College", "AdditionalEducation", "Cnppm", "Institute", "UniversityCentre", "MunicipalService",
            "FederalOperator", "Association", "Union")] string kind,
        [Values(World.Municipality, World.Region, "RU")] string place)
    {
        var (id, region) = (Guid.CreateVersion7(), place == "RU" ? "RU" : World.Region);
        await Sql.ExecuteAsync("""
            insert into organization (id, region_code, territory_code, kind, sector, name_full, name_short)
            values (@id, @region, @place, @kind, 'General', 'Организация', 'Организация')
            """, new { id, region, place, kind });
        foreach (var reader in new[] { await As(Role.Head, id), await As(Role.FederalAnalyst, "RU") })
        {
            var dashboard = await reader.GetAsync($"/api/v1/organizations/{id}/dashboard?period=2026-10").Ok();
            var meetings = dashboard["indicators"]!.AsArray().Single(i => (string?)i!["code"] == "meetings-per-program")!;
            decimal?[] around = [place == World.Municipality ? 0.5m : null, place == "RU" ? null : 0.5m, 0.3333m];
            Assert.That(((string[])["territory", "region", "federation"]).Select(level => (decimal?)meetings[level]), Is.EqualTo(around));
        }
    }
}
