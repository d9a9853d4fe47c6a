using Mentoring.Api.Features.Common.Identity;
using Mentoring.Api.Features.School.Delegations;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Region.Support;

/// <summary>A body of the external contour leads itself: it gives its roles, and hands over and takes what can be delegated.</summary>
[Covers(nameof(GrantRole), nameof(ProposeDelegation), nameof(AcceptDelegation), nameof(ListDelegations))]
public sealed class BodyRolesTests : SupportTest
{
    static object Grant(Guid account, Role role, Guid organization) => new { accountId = account, role = $"{role}", organizationId = organization };

    [Test]
    public async Task Its_head_gives_its_roles_to_its_staff_but_not_the_own_one()
    {
        var account = await World.Account(await World.Teacher(Centre, "Тьюторова"));
        await CentreHead.Post("/api/v1/role-assignments", Grant(account, Role.Tutor, Centre)).Gives(201);
        await CentreHead.Post("/api/v1/role-assignments", Grant(account, Role.CentreHead, Centre)).IsProblem(403, "assignment.role-not-yours");
        await CentreHead.Post("/api/v1/role-assignments", Grant(account, Role.Tutor, School)).IsProblem(404, "not-found");
        await CentreHead.GetAsync($"/api/v1/organizations/{Centre}/people").Ok();
        await (await As(Role.SystemAdministrator, "RU")).Post("/api/v1/role-assignments", Grant(account, Role.CentreHead, Centre)).Gives(201);
    }

    [TestCase(Role.CentreHead), TestCase(Role.Tutor), TestCase(Role.Methodologist), TestCase(Role.Expert)]
    public async Task A_school_has_none_of_its_roles(Role role)
    {
        var account = await World.Account(await World.Teacher(School));
        await (await As(Role.SystemAdministrator, "RU")).Post("/api/v1/role-assignments", Grant(account, role, School)).PointsTo("/role", "role.body-only");
        if (role != Role.CentreHead)
            await (await As(Role.Head, School)).Post("/api/v1/role-assignments", Grant(account, role, School)).PointsTo("/role", "role.body-only");
    }

    [Test]
    public async Task A_component_goes_from_one_level_of_the_external_contour_to_another()
    {
        var institute = await Body(kind: "Institute");
        var head = await As(Role.CentreHead, institute);
        var offered = (Guid)(await CentreHead.Post($"/api/v1/organizations/{Centre}/delegations", new
        {
            takerId = institute, component = "MethodicalHelp", startsOn = $"{Today:O}", endsOn = $"{Today.AddDays(90):O}", basis = "Приказ № 8",
        }).Gives(201))["id"]!;
        Assert.That((string?)(await head.Post($"/api/v1/delegations/{offered}/accept", new { version = 1 }).Ok())["status"], Is.EqualTo("Accepted"));
        var taken = (await head.GetAsync($"/api/v1/organizations/{institute}/delegations").Ok())["taken"]!.AsArray().Single()!;
        Assert.That((Guid)taken["otherId"]!, Is.EqualTo(Centre));
        await (await As(Role.Tutor, Centre)).GetAsync($"/api/v1/organizations/{Centre}/delegations").IsProblem(403, "permission.missing");
    }
}
