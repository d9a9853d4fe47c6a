using Dapper;
using Mentoring.Api.Features.Region.Support;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Region.Support;

[Covers(nameof(OpenSupportLinks))]
public sealed class OpenSupportLinksTests : SupportTest
{
    async Task<long> Written() => await Sql.ExecuteScalarAsync<long>("select count(*) from support_link where body_id = @Centre", new { Centre });

    [Test]
    public async Task A_body_begins_to_stand_behind_many_at_once_and_each_school_is_told_once()
    {
        var (other, head, curator) = (await World.School(), await World.Account(Role.Head, School), await World.Account(Role.Curator, School));
        var made = await CentreHead.Post(Links(Centre), Opening([School, other, School], [Tutoring, Diagnosis], until: 300)).Ok();
        Assert.That(((int)made["organizations"]!, (int)made["opened"]!, (int)made["existing"]!), Is.EqualTo((2, 4, 0)));
        foreach (var account in (Guid[])[head, curator]) Assert.That(await Told(account), Is.EqualTo(new[] { "SupportBegun" }));
        Assert.That(await Told(CentreAccount), Is.Empty, "who did it knows");
        var read = (await As(head).GetAsync("/api/v1/me/notifications").Ok())["items"]![0]!;
        Assert.That(((string?)read["about"], (string?)read["path"]), Is.EqualTo(($"Cnppm {Centre:n}", $"/school/{School}/support")));
    }

    [Test]
    public async Task Whoever_keeps_the_region_does_it_too_and_the_body_learns_of_it()
    {
        await Coordinator.Post(Links(Centre), Opening()).Ok();
        Assert.That(await Told(CentreAccount), Is.EqualTo(new[] { "SupportAssigned" }));
    }

    [Test]
    public async Task All_schools_of_a_municipality_are_meant_by_its_code_and_no_body()
    {
        var (tver, elsewhere) = (await World.School("28701000"), await World.School());
        var made = await CentreHead.Post(Links(Centre), Opening(territory: "28701000")).Ok();
        Assert.That((int)made["organizations"]!, Is.EqualTo(await Sql.ExecuteScalarAsync<int>(
            "select count(*)::int from organization where territory_code = '28701000' and kind = 'School' and status = 'Open'")));
        var supported = (await Sql.QueryAsync<Guid>("select organization_id from support_link where body_id = @Centre", new { Centre })).ToList();
        Assert.That((supported.Contains(tver), supported.Contains(elsewhere), supported.Contains(Centre)), Is.EqualTo((true, false, false)));
        await CentreHead.Post(Links(Centre), Opening(territory: "RU")).PointsTo("/territoryCode", "support.territory-empty");
    }

    [Test]
    public async Task What_is_there_stops_all_or_is_left_as_it_is()
    {
        var fresh = await World.School();
        await Opened(until: 100);
        var clash = await CentreHead.Post(Links(Centre), Opening([fresh, School], [Tutoring, Diagnosis], from: 50)).IsProblem(409, "support.link-twice");
        Assert.That(clash["errors"]!.AsObject().Select(e => e.Key), Is.EqualTo(new[] { "/organizationIds/1" }));
        Assert.That(await Written(), Is.EqualTo(1), "nothing half done");
        var made = await CentreHead.Post(Links(Centre), Opening([fresh, School], [Tutoring, Diagnosis], from: 50, skipExisting: true)).Ok();
        Assert.That(((int)made["opened"]!, (int)made["existing"]!), Is.EqualTo((3, 1)));
        await CentreHead.Post(Links(Centre), Opening(services: [Tutoring], from: -100, until: 0)).Ok();
        Assert.That(await Written(), Is.EqualTo(5), "the days before are free");
    }

    [Test]
    public async Task Other_services_and_other_bodies_may_overlap()
    {
        var institute = await Body(kind: "Institute");
        await Opened();
        await Opened(service: Diagnosis);
        await (await As(Role.CentreHead, institute)).Post(Links(institute), Opening()).Ok();
    }

    [Test]
    public async Task Of_two_at_the_same_moment_the_database_refuses_one()
    {
        var second = await As(Role.CentreHead, Centre);
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => (i % 2 == 0 ? CentreHead : second).Post(Links(Centre), Opening(from: i))));
        Assert.That(answers.Count(answer => (int)answer.StatusCode == 200), Is.EqualTo(1));
        Assert.That(answers.Where(answer => (int)answer.StatusCode != 200).Select(answer => (int)answer.StatusCode), Is.All.EqualTo(409));
        foreach (var answer in answers.Where(answer => (int)answer.StatusCode == 409)) await Task.FromResult(answer).IsProblem(409, "support.link-twice");
        Assert.That(await Written(), Is.EqualTo(1));
    }

    [Test]
    public async Task Nobody_else_opens_it()
    {
        var other = await As(Role.CentreHead, await Body(kind: "Institute"));
        await other.Post(Links(Centre), Opening()).IsProblem(404, "not-found");
        await (await As(Role.RegionalCoordinator, World.OtherRegion)).Post(Links(Centre), Opening()).IsProblem(404, "not-found");
        foreach (var role in (Role[])[Role.Head, Role.Curator])
            await (await As(role, School)).Post(Links(Centre), Opening()).IsProblem(403, "permission.missing");
        foreach (var role in (Role[])[Role.Tutor, Role.Methodologist, Role.Expert])
            await (await As(role, Centre)).Post(Links(Centre), Opening()).IsProblem(403, "permission.missing");
        var far = await World.School("05701000", World.OtherRegion);
        await Coordinator.Post(Links(Centre), Opening([School, far])).PointsTo("/organizationIds/1", "support.other-region");
        await CentreHead.Post(Links(Centre), Opening([far])).Ok();
    }

    [Test]
    public async Task What_is_wrong_is_pointed_to()
    {
        await CentreHead.Post(Links(Centre), Opening(services: [])).PointsTo("/services");
        await CentreHead.Post(Links(Centre), Opening(services: [Tutoring, "juggling"])).PointsTo("/services/1", "support.service-unknown");
        await CentreHead.Post(Links(Centre), Opening(until: 0)).PointsTo("/endsOn");
        await CentreHead.Post(Links(Centre), Opening(agreement: " ")).PointsTo("/agreement");
        await CentreHead.Post(Links(Centre), Opening([])).PointsTo("/organizationIds", "support.whom");
        await CentreHead.Post(Links(Centre), Opening([School, Guid.NewGuid()])).PointsTo("/organizationIds/1", "support.organization-unknown");
        await CentreHead.Post(Links(Centre), Opening([Centre])).PointsTo("/organizationIds/0", "support.itself");
        await Sql.ExecuteAsync("update organization set status = 'Closed', closed_on = '2026-01-01' where id = @School", new { School });
        await CentreHead.Post(Links(Centre), Opening()).PointsTo("/organizationIds/0", "support.organization-unknown");
        var school = await World.School();
        await (await As(Role.CentreHead, school)).Post(Links(school), Opening([Centre])).IsProblem(409, "support.no-body");
        await Sql.ExecuteAsync("update organization set status = 'Closed', closed_on = '2026-01-01' where id = @Centre", new { Centre });
        await CentreHead.Post(Links(Centre), Opening([school])).IsProblem(409, "support.body-closed");
    }
}
