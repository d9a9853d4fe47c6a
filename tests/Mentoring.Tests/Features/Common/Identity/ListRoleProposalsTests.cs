using Mentoring.Api.Features.Common.Identity;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Common.Identity;

/// <summary>Who sees that a role waits: the school, the person, and those who confirm.</summary>
[Covers(nameof(ListRoleProposals), nameof(ListRolesToConfirm))]
public sealed class ListRoleProposalsTests : RoleProposalTest
{
    string OfPlace => $"/api/v1/organizations/{Place}/role-proposals";

    [Test]
    public async Task The_school_sees_what_it_has_proposed()
    {
        var id = await Proposed();
        var seen = (await Head.GetAsync(OfPlace).Ok()).AsArray().Single()!;
        Assert.That(((Guid)seen["id"]!, (string?)seen["status"], (string?)seen["basis"], (bool)seen["seat"]!),
            Is.EqualTo((id, "Proposed", "Приказ № 12", false)));
        await (await As(Role.Head, await World.School())).GetAsync(OfPlace).IsProblem(404, "not-found");
        await (await As(Role.Curator, Place)).GetAsync(OfPlace).IsProblem(403, "permission.missing");
    }

    [Test]
    public async Task Those_who_confirm_see_what_people_of_their_territory_agreed_to()
    {
        var id = await Proposed();
        Assert.That(await Waiting(Region), Does.Not.Contain(id), "not before the person agrees");
        await As(Candidate).Post($"{Proposals}/{id}/answer", new { version = 1, accepted = true }).Ok();

        var town = await As(Role.MunicipalCoordinator, World.Municipality);
        foreach (var who in (HttpClient[])[Region, town, await As(Role.SystemAdministrator, "RU")])
        {
            Assert.That(await Waiting(who), Does.Contain(id));
            Assert.That((await who.Tasks("RoleToConfirm")).Select(task => (Guid)task["subjectId"]!), Does.Contain(id));
        }

        foreach (var outside in (HttpClient[])[await As(Role.RegionalCoordinator, World.OtherRegion), await As(Role.MunicipalCoordinator, "28701000")])
        {
            Assert.That(await Waiting(outside), Is.Empty);
            Assert.That(await outside.Tasks("RoleToConfirm"), Is.Empty);
        }

        await Head.GetAsync(Proposals).IsProblem(403, "permission.missing");
    }

    [Test]
    public async Task Who_confirms_sees_the_proposal_and_none_of_the_schools_people()
    {
        await Agreed();
        await Region.GetAsync($"/api/v1/organizations/{Place}/people").IsProblem(403, "permission.missing");
        await Region.GetAsync($"{Grants}?organizationId={Place}").IsProblem(403, "permission.missing");
    }

    static async Task<IEnumerable<Guid>> Waiting(HttpClient who) => (await who.GetAsync(Proposals).Ok()).AsArray().Select(p => (Guid)p!["id"]!);
}
