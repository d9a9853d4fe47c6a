using Dapper;
using Mentoring.Api.Features.Region.Routes;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Region.Routes;

[Covers(nameof(MoveRouteActivity), nameof(AddRouteProduct), nameof(GetRouteProductFile), nameof(WithdrawRouteProduct), nameof(CorrectRoute),
    nameof(GetRouteVersion), nameof(AddRouteReflection), nameof(ShareRouteReflection), nameof(CommentRoute), nameof(ListSchoolRoutes),
    nameof(ExportSchoolRoutes))]
public sealed class RouteWorkTests : RouteTest
{
    [Test]
    public async Task An_activity_ends_with_a_product_and_an_attitude()
    {
        var (route, _, activity) = await UnderWay();
        object To(string to, int version, string? reason = null) => new { version, to, reason };
        var at = At(route, $"/activities/{activity}/move");
        await Own.Post(at, To("Done", await Version(route))).IsProblem(409, "route.activity-not-now");
        await Own.PostAsync(At(route, "/products"), Product(activity)).PointsTo("/activityId", "route.activity-unknown");
        await Own.Post(at, To("InProgress", await Version(route))).Ok();
        await Own.Post(at, To("Done", await Version(route))).IsProblem(409, "route.product-missing");
        await Own.PostAsync(At(route, "/products"), Product(activity, "урок.exe")).PointsTo("/file", "file.type");
        await Own.PostAsync(At(route, "/products"), Product(activity, null)).PointsTo("/file", "route.product-empty");
        await Own.PostAsync(At(route, "/products"), Product(activity, kind: "x")).PointsTo("/kindCode", "route.product-kind");
        await Own.PostAsync(At(route, "/products"), Product(activity, null, link: "javascript:alert(1)")).PointsTo("/link");
        var ahead = Product(activity);
        ahead.Add(new StringContent($"{Today.AddDays(2):O}"), "presentedOn");
        await Own.PostAsync(At(route, "/products"), ahead).PointsTo("/presentedOn", "route.day-ahead");
        var product = (Guid)(await Own.PostAsync(At(route, "/products"), Product(activity)).Gives(201))["id"]!;
        Assert.That(await Own.GetStringAsync(At(route, $"/products/{product}/file")), Is.EqualTo("Ход урока"));
        await Own.Post(at, To("Done", await Version(route))).Ok();
        await Own.DeleteAsync(At(route, $"/products/{product}")).IsProblem(409, "route.product-last");
        await Own.PostAsync(At(route, "/products"), Product(activity, null, link: "https://example.org/urok")).Gives(201);
        await Own.DeleteAsync(At(route, $"/products/{product}")).Ok();
        Assert.That(await Sql.QuerySingleAsync<(int, int, int)>("select activities, activities_done, products from route_state where route_id = @route",
            new { route }), Is.EqualTo((1, 1, 1)));
    }

    [Test]
    public async Task One_that_is_called_off_says_why_and_stays_in_the_plan()
    {
        var (route, _, activity) = await UnderWay();
        var at = At(route, $"/activities/{activity}/move");
        await Own.Post(at, new { version = await Version(route), to = "CalledOff" }).PointsTo("/reason");
        await Own.Post(at, new { version = await Version(route), to = "CalledOff", reason = "Курс отменили" }).Ok();
        await Own.Post(At(route, "/correct"), new { version = await Version(route), reason = "Education", words = "x", activities = new[] { Line("Другое") } })
            .PointsTo("/activities", "route.activity-settled");
    }

    [Test]
    public async Task A_correction_makes_a_version_that_shows_what_was_and_what_is()
    {
        var (route, _, activity) = await UnderWay();
        object Correction(string reason, params object[] lines) => new { version = 7, reason, words = "Новый стандарт", activities = lines };
        var version = await Version(route);
        Assert.That(version, Is.EqualTo(6));
        await Own.Post(At(route, "/correct"), Correction("Education", Line())).Gives(412);
        await Own.Post(At(route, "/correct"), new { version, reason = "First", words = "x", activities = new[] { Line() } }).PointsTo("/reason");
        await Own.Post(At(route, "/correct"), new
        {
            version, reason = "Education", words = "Новый стандарт", activities = new[] { Line(days: 120, id: activity), Line("Проба с классом", 30) },
        }).Ok();
        var second = await Own.GetAsync(At(route, "/versions/2")).Ok();
        Assert.That(second["changes"]!.AsArray().Select(c => (c!["before"] is null, string.Join(' ', c["fields"]!.AsArray()))),
            Is.EquivalentTo(new[] { (true, ""), (false, "endsOn") }));
        Assert.That((await Own.GetAsync(At(route, "/versions/1")).Ok())["plan"]!.AsArray(), Has.Count.EqualTo(1));
        await Own.GetAsync(At(route, "/versions/3")).IsProblem(404, "not-found");
    }

    [Test]
    public async Task The_tutor_reads_what_is_shared_and_comments_and_nobody_else_knows_of_it()
    {
        var (route, finding, _) = await UnderWay();
        await Own.Post(At(route, "/reflections"), new { closeness = 40, words = "Пока страшно", meaning = 4, motivation = 5 }).Gives(201);
        var about = (Guid)(await Own.Post(At(route, "/reflections"), new { closeness = 20, words = "Начало есть", findingId = finding }).Gives(201))["id"]!;
        await Own.Post(At(route, "/reflections"), new { closeness = 20, words = "x", findingId = Guid.NewGuid() })
            .PointsTo("/findingId", "route.finding-unknown");
        await AsTutor.GetAsync(At(route)).IsProblem(404, "not-found");
        await LetIn(route);
        Assert.That((await AsTutor.GetAsync(At(route)).Ok())["reflections"]!.AsArray(), Is.Empty);
        await Own.Put(At(route, $"/reflections/{about}/shared"), new { shared = true }).Ok();
        var read = await AsTutor.GetAsync(At(route)).Ok();
        Assert.That(((bool)read["own"]!, (string?)read["reflections"]![0]!["words"], read["reflections"]!.AsArray().Count),
            Is.EqualTo((false, "Начало есть", 1)));
        await AsTutor.Post(At(route, "/comments"), new { text = "Начните с малого" }).Gives(201);
        Assert.That((bool)(await Read(route))["comments"]![0]!["byTeacher"]!, Is.False);

        await AsTutor.Post(At(route, "/close"), new { version = await Version(route), reason = "x" }).IsProblem(404, "not-found");
        await AsTutor.Put(At(route, $"/reflections/{about}/shared"), new { shared = false }).IsProblem(404, "not-found");
        foreach (var stranger in (HttpClient[])[Colleague, Curator])
        {
            await stranger.GetAsync(At(route)).IsProblem(stranger == Curator ? 403 : 404, stranger == Curator ? "permission.missing" : "not-found");
            Assert.That((int)(await stranger.Post(At(route, "/comments"), new { text = "x" })).StatusCode, Is.AnyOf(403, 404));
        }
    }

    [Test]
    public async Task The_school_sees_how_far_it_is_and_nothing_that_is_written()
    {
        var (route, _, _) = await UnderWay();
        var listed = await Curator.GetAsync($"/api/v1/organizations/{School}/routes?status=InProgress&search=Смир").Ok();
        Assert.That(((Guid)listed["items"]![0]!["id"]!, (int)listed["items"]![0]!["activities"]!), Is.EqualTo((route, 1)));
        Assert.That(listed.ToJsonString(), Does.Not.Contain(Image));
        Assert.That((await Curator.GetAsync($"/api/v1/organizations/{School}/routes?status=Closed").Ok())["items"]!.AsArray(), Is.Empty);
        Assert.That(await Curator.GetStringAsync($"/api/v1/organizations/{School}/routes.csv"), Does.Contain("InProgress").Or.Contain("Реализация"));
        await (await As(Api.Platform.Role.Curator, await World.School())).GetAsync($"/api/v1/organizations/{School}/routes").IsProblem(404, "not-found");
        await Colleague.GetAsync($"/api/v1/organizations/{School}/routes").IsProblem(403, "permission.missing");
    }

    [Test]
    public async Task Terms_that_are_near_or_over_wait_in_the_teachers_day()
    {
        var (route, _, activity) = await UnderWay();
        Assert.That(await Own.Tasks("RouteActivityDue"), Is.Empty);
        await Sql.ExecuteAsync("update route_activity set ends_on = @on, starts_on = @on where id = @activity", new { activity, on = Today.AddDays(10) });
        Assert.That((await Own.Tasks("RouteActivityDue")).Count, Is.EqualTo(1));
        Assert.That(await Own.Tasks("RouteEnds"), Is.Empty);
        await Sql.ExecuteAsync("update route set ends_on = @on where id = @route", new { route, on = Today.AddDays(20) });
        Assert.That((await Own.Tasks("RouteEnds")).Count, Is.EqualTo(1));
        await LetIn(route);
        Assert.That(await AsTutor.Tasks("RouteActivityDue"), Is.Empty);
    }
}
