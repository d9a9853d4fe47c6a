using Dapper;
using Mentoring.Api.Features.Region.Support;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Region.Support;

[Covers(nameof(AddBody), nameof(ReviseBody), nameof(ListBodies))]
public sealed class AddBodyTests : SupportTest
{
    const string Path = $"/api/v1/territories/{World.Region}/bodies";

    static object Card(string name, object? parent = null, string? inn = null, string? ogrn = null, string? email = null) =>
        new { nameFull = $"Полное название: {name}", nameShort = name, parentId = parent, inn, ogrn, email, website = "https://centre.example" };

    static async Task<Guid> Added(HttpClient who, object card, string kind = "Cnppm", string path = Path) =>
        (Guid)(await who.Post(path, new { kind, card }).Gives(201))["id"]!;

    [Test]
    public async Task A_centre_that_is_a_unit_of_an_institute_comes_in_by_hand_and_is_found()
    {
        var institute = await Added(Coordinator, Card("Институт развития", inn: "7707083893", ogrn: "1027700132195"), "Institute");
        var centre = await Added(Coordinator, Card("ЦНППМ Тверь", institute), path: "/api/v1/territories/28701000/bodies");
        var listed = (await Coordinator.GetAsync($"{Path}?search=цнппм%20т").Ok())["items"]!.AsArray().Single()!;
        Assert.That(((Guid)listed["id"]!, (string?)listed["parentName"], (string?)listed["territoryCode"], (int)listed["organizations"]!),
            Is.EqualTo((centre, "Институт развития", "28701000", 0)));
        var read = await Coordinator.GetAsync($"/api/v1/organizations/{centre}").Ok();
        Assert.That(((string?)read["kind"], (string?)read["status"], (string?)read["regionCode"]), Is.EqualTo(("Cnppm", "Open", World.Region)));

        var revised = await Coordinator.Put($"/api/v1/organizations/{centre}/body", new { version = 1, card = Card("ЦНППМ Твери", institute) }).Ok();
        Assert.That((int)revised["version"]!, Is.EqualTo(2));
        read = await Coordinator.GetAsync($"/api/v1/organizations/{centre}").Ok();
        Assert.That(((string?)read["nameShort"], (string?)read["events"]![0]!["kind"]), Is.EqualTo(("ЦНППМ Твери", "Renamed")));
        await Coordinator.Put($"/api/v1/organizations/{centre}/body", new { version = 1, card = Card("ЦНППМ Твери") }).Gives(412);
        await Coordinator.Post($"/api/v1/organizations/{centre}/end", new { version = 2, how = "Closed", on = $"{Today:O}" }).Ok();
        await Coordinator.Put($"/api/v1/organizations/{centre}/body", new { version = 3, card = Card("ЦНППМ") }).IsProblem(409, "organization.closed");
    }

    [Test]
    public async Task Bodies_are_listed_with_how_many_they_stand_behind_by_service()
    {
        await Opened();
        await Opened(service: Diagnosis);
        await Opened(school: await World.School());
        await Opened(school: await World.School(), from: -10, until: -1);
        var listed = (await CentreHead.GetAsync(Path).Ok())["items"]!.AsArray().Single(one => (Guid)one!["id"]! == Centre)!;
        Assert.That((int)listed["organizations"]!, Is.EqualTo(2));
        Assert.That(listed["services"]!.AsArray().Select(one => ((string?)one!["service"], (int)one["organizations"]!)),
            Is.EqualTo(new[] { (Diagnosis, 1), (Tutoring, 2) }));
        Assert.That((await Coordinator.GetAsync($"{Path}?kind=Association").Ok())["items"]!.AsArray(), Is.Empty);
        var first = await Coordinator.GetAsync($"{Path}?size=1").Ok();
        await Body();
        var next = await Coordinator.GetAsync($"{Path}?size=1&cursor={Uri.EscapeDataString((string)first["next"]!)}").Ok();
        Assert.That((Guid)next["items"]![0]!["id"]!, Is.Not.EqualTo((Guid)first["items"]![0]!["id"]!));
    }

    [Test]
    public async Task Only_whoever_keeps_the_territory_enters_and_corrects_bodies()
    {
        await (await As(Role.RegionalCoordinator, World.OtherRegion)).Post(Path, new { kind = "Cnppm", card = Card("Чужой") }).IsProblem(404, "not-found");
        var put = $"/api/v1/organizations/{Centre}/body";
        await (await As(Role.RegionalCoordinator, World.OtherRegion)).Put(put, new { version = 1, card = Card("Чужой") }).IsProblem(404, "not-found");
        await CentreHead.Post(Path, new { kind = "Cnppm", card = Card("Чужой") }).IsProblem(403, "permission.missing");
        await CentreHead.Put(put, new { version = 1, card = Card("Чужой") }).IsProblem(403, "permission.missing");
        foreach (var role in (Role[])[Role.FederalOperator, Role.SystemAdministrator]) await Added(await As(role, "RU"), Card($"{role}"));
        foreach (var stranger in (HttpClient[])[await As(Role.RegionalAnalyst, World.OtherRegion), await As(Role.Head, School)])
            await stranger.GetAsync(Path).IsProblem(404, "not-found");
        await (await As(Role.Psychologist, School)).GetAsync(Path).IsProblem(403, "permission.missing");
        await CentreHead.GetAsync($"/api/v1/territories/{World.OtherRegion}/bodies").IsProblem(404, "not-found");
    }

    [Test]
    public async Task What_is_wrong_is_pointed_to()
    {
        await Coordinator.Post(Path, new { kind = "School", card = Card("Школа") }).PointsTo("/kind");
        await Coordinator.Post(Path, new { kind = "Cnppm", card = Card(" ") }).PointsTo("/card/nameShort");
        await Coordinator.Post(Path, new { kind = "Cnppm", card = Card("А", inn: "7707083894") }).PointsTo("/card/inn");
        await Coordinator.Post(Path, new { kind = "Cnppm", card = Card("А", ogrn: "1027700132194") }).PointsTo("/card/ogrn");
        await Coordinator.Post(Path, new { kind = "Cnppm", card = Card("А", email: "нет") }).PointsTo("/card/email");
        await Coordinator.Post(Path, new { kind = "Cnppm", card = Card("А", Guid.NewGuid()) }).PointsTo("/parentId", "body.parent-unknown");
        await Added(Coordinator, Card("Методический центр"));
        await Coordinator.Post(Path, new { kind = "Cnppm", card = Card("методический ЦЕНТР") }).IsProblem(409, "body.exists");
        await (await As(Role.FederalOperator, "RU")).Post("/api/v1/territories/RU/bodies", new { kind = "Cnppm", card = Card("Страна") })
            .IsProblem(409, "body.no-place");
        await Coordinator.GetAsync($"{Path}?size=0").PointsTo("/size");
        Assert.That(await Sql.ExecuteScalarAsync<long>("select count(*) from organization where name_short in ('А', 'Школа', 'Страна')"), Is.Zero);
    }
}
