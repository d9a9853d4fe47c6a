using System.Text.Json.Nodes;
using Dapper;
using Mentoring.Api.Platform;
using Mentoring.Tests.Features.Common.Identity;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Common.Agenda;

/// <summary>Who keeps a municipality, a region or the country is asked what waits there, and nothing of others'.</summary>
public sealed class CoordinatorAgendaTests : RoleProposalTest
{
    [TestCase(Role.MunicipalCoordinator, World.Municipality, true)]
    [TestCase(Role.RegionalCoordinator, World.Region, true)]
    [TestCase(Role.MunicipalCoordinator, "28701000", false)]
    [TestCase(Role.RegionalCoordinator, World.OtherRegion, false)]
    [TestCase(Role.RegionalAnalyst, World.Region, false)]
    public async Task A_role_waits_for_its_own_territory_and_the_day_says_what_the_list_says(Role role, string territory, bool asked)
    {
        var id = await Agreed();
        var coordinator = await As(role, territory);
        var waits = await coordinator.Tasks("RoleToConfirm");
        Assert.That(waits.Any(t => (Guid)t["subjectId"]! == id), Is.EqualTo(asked));
        if (role == Role.RegionalAnalyst) return;
        var listed = (await coordinator.GetAsync(Proposals).Ok()).AsArray().Where(p => (bool)p!["may"]!).Select(p => (Guid)p!["id"]!);
        Assert.That(waits.Select(t => (Guid)t["subjectId"]!), Is.EquivalentTo(listed));
    }

    [Test]
    public async Task A_checked_register_waits_for_whoever_sent_it()
    {
        var account = await World.Account(Role.RegionalCoordinator, World.Region);
        var id = await Checked(null, account.ToString());
        var waits = (await As(account).Task("ImportToDecide", id))!;
        Assert.That(((string?)waits["title"], (string?)waits["path"], waits["organizationId"]),
            Is.EqualTo(("register.xml", $"/imports/{id}", (JsonNode?)null)));
        foreach (var other in (HttpClient[])[Region, await As(Role.RegionalCoordinator, World.OtherRegion), await As(Role.FederalOperator, "RU")])
            Assert.That(await other.Task("ImportToDecide", id), Is.Null);
    }

    [Test]
    public async Task A_checked_roster_waits_for_its_schools_curators_until_it_is_decided()
    {
        var id = await Checked(Place, HeadAccount.ToString());
        var curator = await As(Role.Curator, Place);
        Assert.That((Guid)(await curator.Task("ImportToDecide", id))!["organizationId"]!, Is.EqualTo(Place));
        foreach (var other in (HttpClient[])[Head, await As(Role.Curator, await World.School())]) Assert.That(await other.Task("ImportToDecide", id), Is.Null);
        await Sql.ExecuteAsync("update import set status = 'Cancelled' where id = @id", new { id });
        Assert.That(await curator.Task("ImportToDecide", id), Is.Null);
    }

    async Task<Guid> Checked(Guid? organization, string author)
    {
        var id = Guid.CreateVersion7();
        await Sql.ExecuteAsync("""
            insert into import (id, kind, status, organization_id, region_code, file_name, file_hash, created_at, created_by)
            values (@id, case when @organization::uuid is null then 'OrganizationRegister' else 'Roster' end, 'Checked', @organization::uuid, 'RU-TVE',
                    case when @organization::uuid is null then 'register.xml' else 'roster.zip' end, @hash, now(), @author)
            """, new { id, organization, author, hash = id.ToString("n") });
        return id;
    }
}
