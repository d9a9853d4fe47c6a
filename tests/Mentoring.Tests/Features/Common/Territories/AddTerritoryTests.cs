using Dapper;
using Mentoring.Api.Features.Common.Territories;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Common.Territories;

[Covers(nameof(AddTerritory), nameof(GetTerritory), nameof(ListTerritories))]
public sealed class AddTerritoryTests : ApiTest
{
    const string Path = "/api/v1/territories";

    [Test]
    public async Task A_municipality_hangs_below_its_region_and_all_above_it()
    {
        var admin = await As(Role.SystemAdministrator, "RU");

        await admin.Post(Path, Municipality("28720000")).Gives(201);

        var read = await admin.GetAsync($"{Path}/28720000").Ok();
        Assert.That(read["above"]!.AsArray().Select(a => (string?)a!["code"]), Is.EqualTo(new[] { "RU", "cfo", "RU-TVE" }));
        Assert.That(await Sql.ExecuteScalarAsync<long>("select count(*) from audit_entry where operation = 'AddTerritory'"), Is.GreaterThan(0));
    }

    [Test]
    public async Task What_lies_directly_below_a_territory_is_listed_by_its_name()
    {
        var anybody = As(await World.Account());
        var districts = (await anybody.GetAsync(Path).Ok()).AsArray();
        Assert.That(districts.Select(one => (string?)one!["code"]), Is.SupersetOf(new[] { "cfo", "dfo" }).And.None.EqualTo("RU-TVE"));

        await (await As(Role.SystemAdministrator, "RU")).Post(Path, Municipality("28724000")).Gives(201);
        var below = (await anybody.GetAsync($"{Path}?parent={World.Region}").Ok()).AsArray();
        Assert.That(below.Select(one => (string?)one!["code"]), Does.Contain("28724000").And.Contain(World.Municipality));
        Assert.That(below.Select(one => (string?)one!["parentCode"]).Distinct(), Is.EqualTo(new[] { World.Region }));
        Assert.That((await anybody.GetAsync($"{Path}?parent=nowhere").Ok()).AsArray(), Is.Empty);
    }

    [Test]
    public async Task The_same_code_is_not_taken_twice()
    {
        var admin = await As(Role.SystemAdministrator, "RU");
        await admin.Post(Path, Municipality("28721000")).Gives(201);
        await admin.Post(Path, Municipality("28721000")).IsProblem(409, "territory.exists");
    }

    [Test]
    public async Task A_region_needs_a_time_zone_and_a_parent_that_exists()
    {
        var admin = await As(Role.SystemAdministrator, "RU");
        await admin.Post(Path, new { code = "RU-XX", parentCode = "cfo", nameRu = "Регион", nameEn = "Region" })
            .PointsTo("/timeZone", "territory.time-zone-missing");
        await admin.Post(Path, new { code = "28722000", parentCode = "nowhere", nameRu = "Район", nameEn = "District" })
            .PointsTo("/parentCode", "territory.parent-unknown");
        await admin.Post(Path, new { code = "28722000", parentCode = "RU-TVE", nameRu = "Район" }).PointsTo("/nameEn");
        await admin.Post(Path, new { code = "!", parentCode = "RU-TVE", nameRu = "", nameEn = "x" }).PointsTo("/nameRu");
    }

    [Test]
    public async Task Only_an_administrator_adds_territories()
    {
        var curator = await As(Role.Curator, await World.School());
        await curator.Post(Path, Municipality("28723000")).IsProblem(403, "permission.missing");
        await Anonymous().Post(Path, Municipality("28723000")).IsProblem(401, "token.missing");
    }

    static object Municipality(string code) => new { code, parentCode = World.Region, nameRu = "Новый округ", nameEn = "New district" };
}
