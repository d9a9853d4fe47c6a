using Mentoring.Api.Features.Common.Organizations;
using Mentoring.Api.Platform;
using Mentoring.Tests.Features.Monitoring;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Common.Organizations;

[Covers(nameof(ChangeOrganizationKind))]
public sealed class ChangeOrganizationKindTests : MonitoringTest
{
    const string Vladivostok = "05701000";

    [OneTimeSetUp]
    public Task Months() => OpenMonths();

    [Test]
    public async Task Months_before_the_day_count_it_as_what_it_was()
    {
        var (school, coordinator) = (await World.School(Vladivostok, World.OtherRegion), await As(Role.RegionalCoordinator, World.OtherRegion));
        await World.Teacher(school);
        await Program(school, "2026-09-10T10:00Z");
        var changed = await coordinator.Post($"/api/v1/organizations/{school}/change-kind", new
        {
            version = 1, kind = "Institute", on = "2026-10-01",
            basis = "Приказ"
        }).Ok();
        Assert.That(((string?)changed["kind"], (string?)changed["sector"]), Is.EqualTo(("Institute", "None")));
        await RollUp();

        Assert.That(await Kept(Vladivostok, "2026-09", "active-programs"), Is.EqualTo("1/1 1/1"));
        Assert.That(await Kept(Vladivostok, "2026-10", "active-programs"), Is.Null, "nothing was ever counted there since");
        var told = (await coordinator.GetAsync($"/api/v1/organizations/{school}").Ok())["events"]![0]!;
        Assert.That(((string?)told["kind"], (string?)told["detail"]!["kind"]!["from"], (string?)told["detail"]!["kind"]!["to"]), Is.EqualTo(("KindChanged",
            "School", "Institute")));
        await coordinator.Post($"/api/v1/organizations/{school}/change-kind", new { version = 2, kind = "Institute", on = "2026-10-02" }).IsProblem(409,
            "organization.kind-already");
    }

    [Test]
    public async Task A_kind_is_of_the_catalogue_and_told_by_who_keeps_the_region()
    {
        var school = await World.School();
        var path = $"/api/v1/organizations/{school}/change-kind";
        await (await As(Role.RegionalCoordinator, World.Region)).Post(path, new { version = 1, kind = "Castle", on = "2026-10-01" }).PointsTo("/kind");
        await (await As(Role.RegionalCoordinator, World.OtherRegion)).Post(path, new { version = 1, kind = "College", on = "2026-10-01" }).IsProblem(404,
            "not-found");
        await (await As(Role.Head, school)).Post(path, new { version = 1, kind = "College", on = "2026-10-01" }).IsProblem(403, "permission.missing");
    }
}
