using Mentoring.Api.Features.Common.Organizations;
using Mentoring.Api.Platform;
using Mentoring.Tests.Features.Monitoring;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Common.Organizations;

[Covers(nameof(MoveOrganization))]
public sealed class MoveOrganizationTests : MonitoringTest
{
    const string Tver = "28701000";

    [OneTimeSetUp]
    public Task Months() => OpenMonths();

    [Test]
    public async Task Months_before_the_day_stay_where_the_organization_was()
    {
        var (school, coordinator) = (await World.School(), await As(Role.RegionalCoordinator, World.Region));
        await World.Teacher(school);
        await Program(school, "2026-09-10T10:00Z");
        var move = new { version = 1, territoryCode = Tver, on = "2026-10-15", address = "г. Тверь, ул. Новая, д. 1", basis = "Закон области" };
        Assert.That((string?)(await coordinator.Post($"/api/v1/organizations/{school}/move", move).Ok())["territoryCode"], Is.EqualTo(Tver));
        await RollUp();

        Assert.That((await Kept(World.Municipality, "2026-09", "active-programs"), await Kept(Tver, "2026-09", "active-programs")), Is.EqualTo(("1/1 1/1",
            (string?)null)));
        Assert.That((await Kept(World.Municipality, "2026-10", "active-programs"), await Kept(Tver, "2026-10", "active-programs")),
            Is.EqualTo(((string?)null, "1/1 1/1")));
        var read = await coordinator.GetAsync($"/api/v1/organizations/{school}").Ok();
        Assert.That(((string?)read["territoryCode"], (string?)read["address"], (string?)read["events"]![0]!["occurredOn"]), Is.EqualTo((Tver, move.address,
            "2026-10-15")));
        Assert.That((string?)read["events"]![0]!["detail"]!["municipality"]!["from"], Is.EqualTo("Бологовский район"));

        await coordinator.Post($"/api/v1/organizations/{school}/move", new
        {
            version = 2, territoryCode = World.Municipality,
            on = "2026-10-15"
        }).PointsTo("/on", "organization.day-before");
        await coordinator.Post($"/api/v1/organizations/{school}/move", new { version = 2, territoryCode = Tver, on = "2026-11-01" }).IsProblem(409,
            "organization.there-already");
        Assert.That(await Sql0(await Reconcile()), Is.Zero);
    }

    [Test]
    public async Task It_moves_within_its_region_and_by_who_keeps_it()
    {
        var school = await World.School("05701000", World.OtherRegion);
        object To(string place) => new { version = 1, territoryCode = place, on = "2026-10-15" };
        var coordinator = await As(Role.RegionalCoordinator, World.OtherRegion);
        await coordinator.Post($"/api/v1/organizations/{school}/move", To(Tver)).PointsTo("/territoryCode", "organization.other-region");
        await coordinator.Post($"/api/v1/organizations/{school}/move", To(World.Region)).PointsTo("/territoryCode", "organization.other-region");
        await coordinator.Post($"/api/v1/organizations/{school}/move", To("00000000")).PointsTo("/territoryCode", "organization.no-municipality");
        await coordinator.Post($"/api/v1/organizations/{school}/move", To(World.OtherRegion)).PointsTo("/territoryCode", "organization.no-municipality");
        await (await As(Role.RegionalCoordinator, World.Region)).Post($"/api/v1/organizations/{school}/move", To(Tver)).IsProblem(404, "not-found");
        await (await As(Role.Curator, school)).Post($"/api/v1/organizations/{school}/move", To(Tver)).IsProblem(403, "permission.missing");
    }

    Task<long> Sql0(Guid reconciliation) =>
        Dapper.SqlMapper.ExecuteScalarAsync<long>(Sql, "select differences from reconciliation where id = @reconciliation", new { reconciliation });
}
