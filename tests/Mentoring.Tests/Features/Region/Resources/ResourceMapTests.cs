using Mentoring.Api.Features.Region.Resources;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Region.Resources;

[Covers(nameof(AddResource), nameof(ReviseResource), nameof(WithdrawResource), nameof(OfferResource), nameof(ListResources), nameof(GetResource))]
public sealed class ResourceMapTests : ResourcesTest
{
    [Test]
    public async Task A_centre_puts_a_resource_on_the_map_and_a_teacher_of_the_region_finds_it_by_words_and_by_area()
    {
        var id = await Added();
        await Added(Card("Клуб словесников", "club", ["subject"]));
        Assert.That(await Titles(AsTeacher), Is.EqualTo(new[] { "Клуб словесников", "Стажировка по функциональной грамотности" }));
        Assert.That(await Titles(AsTeacher, "search=стажировки"), Is.EqualTo(new[] { "Стажировка по функциональной грамотности" }), "another form of the word");
        Assert.That(await Titles(AsTeacher, "area=subject"), Is.EqualTo(new[] { "Клуб словесников" }));
        Assert.That(await Titles(AsTeacher, "kind=conference"), Is.Empty);

        var read = await AsTeacher.GetAsync($"/api/v1/resources/{id}").Ok();
        Assert.That(((Guid)read["bodyId"]!, (string?)read["regionCode"], (bool)read["mayManage"]!, read["steps"]!.AsArray().Count),
            Is.EqualTo((Centre, World.Region, false, 0)));
        read = await CentreHead.GetAsync($"/api/v1/resources/{id}").Ok();
        Assert.That(((bool)read["mayManage"]!, read["steps"]!.AsArray().Count), Is.EqualTo((true, 3)));
    }

    [Test]
    public async Task An_area_finds_what_lies_under_it_and_a_sector_what_is_for_all()
    {
        await Added(Card("ИКТ", areas: ["ict"]));
        await Added(Card("Цифровизация", areas: ["digitalisation"], sectors: ["Vocational"]));
        Assert.That(await Titles(AsTeacher, "area=digital"), Is.EqualTo(new[] { "ИКТ", "Цифровизация" }));
        Assert.That(await Titles(AsTeacher, "area=digital&sector=General"), Is.EqualTo(new[] { "ИКТ" }));
        Assert.That(await Titles(AsTeacher, "sector=Vocational"), Is.EqualTo(new[] { "ИКТ", "Цифровизация" }));
    }

    [Test]
    public async Task Another_region_sees_what_is_open_to_it_and_nothing_else()
    {
        var closed = await Added(Card("Только для своих"));
        var open = await Added(Card("Для всех", isOpen: true));
        var far = await Colleague(await SchoolElsewhere());
        Assert.That(await Titles(far), Is.EqualTo(new[] { "Для всех" }));
        await far.GetAsync($"/api/v1/resources/{open}").Ok();
        await far.GetAsync($"/api/v1/resources/{closed}").IsProblem(404, "not-found");
        await Coordinator.GetAsync($"/api/v1/resources/{closed}").Ok();
        Assert.That(await Titles(await As(Api.Platform.Role.FederalAnalyst, "RU")), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task What_is_withdrawn_is_seen_by_its_body_alone_and_comes_back()
    {
        var id = await Added();
        await CentreHead.Post($"{Kept}/{id}/withdraw", new { version = 1 }).Ok();
        Assert.That(await Titles(AsTeacher), Is.Empty);
        await AsTeacher.GetAsync($"/api/v1/resources/{id}").IsProblem(404, "not-found");
        Assert.That(await Titles(CentreHead), Has.Count.EqualTo(1));
        await CentreHead.Put($"{Kept}/{id}", new { version = 2, card = Card() }).IsProblem(409, "resource.step-impossible");
        await CentreHead.Post($"{Kept}/{id}/runs", new { days = Days() }).IsProblem(409, "resource.step-impossible");
        await CentreHead.Post($"{Kept}/{id}/offer", new { version = 2 }).Ok();
        await (await Methodologist()).Put($"{Kept}/{id}", new { version = 3, card = Card("Новое имя") }).Ok();
        await CentreHead.Put($"{Kept}/{id}", new { version = 3, card = Card() }).Gives(412);
        Assert.That(await Titles(AsTeacher), Is.EqualTo(new[] { "Новое имя" }));
    }

    [Test]
    public async Task The_own_region_comes_before_others_however_near_their_runs_are()
    {
        var far = await Body("05701000", World.OtherRegion);
        var head = await As(Api.Platform.Role.CentreHead, far);
        var away = (Guid)(await head.Post($"/api/v1/organizations/{far}/resources", new { card = Card("А далеко", isOpen: true) }).Gives(201))["id"]!;
        await head.Post($"/api/v1/organizations/{far}/resources/{away}/runs", new { days = Days(11, 12) }).Gives(201);
        await Run(await Added(Card("Б рядом", isOpen: true)), Days(30, 31));
        await Added(Card("В рядом"));
        Assert.That(await Titles(AsTeacher), Is.EqualTo(new[] { "Б рядом", "В рядом", "А далеко" }));
        Assert.That(await Titles(head), Is.EqualTo(new[] { "А далеко", "Б рядом" }));
        var page = await AsTeacher.GetAsync("/api/v1/resources?size=2").Ok();
        page = await AsTeacher.GetAsync($"/api/v1/resources?size=2&cursor={Uri.EscapeDataString((string)page["next"]!)}").Ok();
        Assert.That((string?)page["items"]!.AsArray().Single()!["title"], Is.EqualTo("А далеко"));
    }

    [Test]
    public async Task The_nearest_run_comes_first_and_pages_go_on_where_they_ended()
    {
        var (late, soon) = (await Added(Card("А")), await Added(Card("Б")));
        await Added(Card("В"));
        await Run(late, Days(30, 31));
        await Run(soon, Days(15, 16));
        var first = await AsTeacher.GetAsync("/api/v1/resources?size=2").Ok();
        Assert.That(first["items"]!.AsArray().Select(item => (string?)item!["title"]), Is.EqualTo(new[] { "Б", "А" }));
        Assert.That(((string?)first["items"]![0]!["nextRunOn"], (int)first["items"]![0]!["freePlaces"]!), Is.EqualTo(($"{Today.AddDays(15):O}", 2)));
        var next = await AsTeacher.GetAsync($"/api/v1/resources?size=2&cursor={Uri.EscapeDataString((string)first["next"]!)}").Ok();
        Assert.That(next["items"]!.AsArray().Select(item => (string?)item!["title"]), Is.EqualTo(new[] { "В" }));
        Assert.That(await Titles(AsTeacher, "hasFreePlaces=true"), Is.EqualTo(new[] { "Б", "А" }));
    }

    [Test]
    public async Task Only_a_bodys_own_people_keep_its_part_of_the_map()
    {
        var id = await Added();
        var other = await Body();
        var stranger = As(await World.Account(Api.Platform.Role.CentreHead, other));
        await stranger.Put($"{Kept}/{id}", new { version = 1, card = Card() }).IsProblem(404, "not-found");
        await stranger.Put($"/api/v1/organizations/{other}/resources/{id}", new { version = 1, card = Card() }).IsProblem(404, "not-found");
        await AsTeacher.Post(Kept, new { card = Card() }).IsProblem(403, "permission.missing");
        await (await As(Api.Platform.Role.Tutor, Centre)).Post(Kept, new { card = Card() }).IsProblem(403, "permission.missing");
        await Coordinator.Post(Kept, new { card = Card() }).IsProblem(403, "permission.missing");
    }

    [Test]
    public async Task What_is_wrong_is_pointed_to_and_nothing_is_written()
    {
        await CentreHead.Post(Kept, new { card = Card(" ") }).PointsTo("/card/title");
        await CentreHead.Post(Kept, new { card = Card(areas: []) }).PointsTo("/card/areas");
        await CentreHead.Post(Kept, new { card = Card(areas: ["methods", "nothing"]) }).PointsTo("/card/areas/1", "resource.code-unknown");
        await CentreHead.Post(Kept, new { card = Card(kind: "nothing") }).PointsTo("/card/kind", "resource.code-unknown");
        await CentreHead.Post(Kept, new { card = Card(sectors: ["nothing"]) }).PointsTo("/card/sectors/0", "resource.code-unknown");
        await AsTeacher.GetAsync("/api/v1/resources?size=0").PointsTo("/size");
        Assert.That(await Titles(CentreHead), Is.Empty);
    }
}
