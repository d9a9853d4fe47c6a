using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Identity;

public sealed class GrantRoleTests : IdentityTest
{
    const string Path = "/api/v1/role-assignments";

    [Test]
    public async Task A_head_gives_a_role_of_the_own_school_and_it_counts_at_once()
    {
        var school = await World.School();
        var head = await As(Role.Head, school);
        var teacher = await World.Account();
        await As(teacher).GetAsync($"/api/v1/organizations/{school}/people").IsProblem(403, "permission.missing");

        var granted = await head.Post(Path, new { accountId = teacher, role = "Curator", organizationId = school, basis = "Приказ № 12" }).Gives(201);
        await As(teacher).GetAsync($"/api/v1/organizations/{school}/people").Ok();

        var listed = await head.GetAsync($"{Path}?organizationId={school}").Ok();
        Assert.That(listed["items"]!.AsArray().Select(a => (string?)a!["id"]), Does.Contain((string?)granted["id"]));
    }

    [Test]
    public async Task A_head_of_another_school_finds_no_place_to_give_roles_at()
    {
        var school = await World.School();
        var other = await As(Role.Head, await World.School());
        var account = await World.Account();
        await other.Post(Path, new { accountId = account, role = "Curator", organizationId = school }).IsProblem(404, "not-found");
        await other.Post(Path, new { accountId = account, role = "RegionalAnalyst", territoryCode = World.Region }).IsProblem(404, "not-found");
        await other.GetAsync($"{Path}?organizationId={school}").IsProblem(404, "not-found");
    }

    [Test]
    public async Task A_head_makes_neither_heads_nor_administrators()
    {
        var school = await World.School();
        var head = await As(Role.Head, school);
        var account = await World.Account();
        await head.Post(Path, new { accountId = account, role = "Head", organizationId = school }).IsProblem(403, "assignment.role-not-yours");
        await head.Post(Path, new { accountId = account, role = "SystemAdministrator", territoryCode = "RU" }).IsProblem(404, "not-found");
    }

    [Test]
    public async Task Without_the_right_nothing_is_granted()
    {
        var school = await World.School();
        var curator = await World.Account(Role.Curator, school);
        await As(curator).Post(Path, new { accountId = curator, role = "CouncilChair", organizationId = school }).IsProblem(403, "permission.missing");
    }

    [Test]
    public async Task An_administrator_gives_territory_roles_where_they_belong()
    {
        var admin = await As(Role.SystemAdministrator, "RU");
        var account = await World.Account();
        await admin.Post(Path, new { accountId = account, role = "RegionalAnalyst", territoryCode = World.Region }).Gives(201);
        await admin.Post(Path, new { accountId = account, role = "RegionalAnalyst", territoryCode = World.Region }).IsProblem(409, "assignment.exists");
        await admin.Post(Path, new { accountId = account, role = "FederalOperator", territoryCode = World.Region }).PointsTo("/role", "assignment.role-not-here");
        await admin.Post(Path, new { accountId = account, role = "IntegratingSystem", territoryCode = World.Region }).PointsTo("/role", "assignment.role-of-systems");
        await admin.Post(Path, new { accountId = account, role = "Head" }).PointsTo("/organizationId", "assignment.one-place");
        await admin.Post(Path, new { accountId = Guid.CreateVersion7(), role = "Head", organizationId = await World.School() }).PointsTo("/accountId", "account.unknown");
        await admin.Post(Path, new { accountId = account, role = "Head", organizationId = await World.School(), startedOn = "2026-09-02", endedOn = "2026-09-01" }).PointsTo("/endedOn");
    }
}
