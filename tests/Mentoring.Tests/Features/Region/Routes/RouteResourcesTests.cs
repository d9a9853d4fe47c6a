using System.Text.Json.Nodes;
using Dapper;
using Mentoring.Api.Features.Region.Routes;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Region.Routes;

/// <summary>What leads from a deficit to a resource, and from there into the roadmap.</summary>
[Covers(nameof(SuggestRouteResources), nameof(PlanRouteResource))]
public sealed class RouteResourcesTests : RouteTest
{
    [SetUp]
    public Task EmptyMap() => Sql.ExecuteAsync("delete from resource_place; delete from resource_run; delete from resource");

    /// <returns>A resource on the map of a region.</returns>
    async Task<Guid> Resource(string title, string region = World.Region, string area = "methods", bool isOpen = false, string kind = "course",
        string sectors = "{}")
    {
        var (id, body) = (Guid.NewGuid(), region == World.Region ? await World.School() : await World.School("05701000", region));
        await Sql.ExecuteAsync("""
            insert into resource (region_code, id, body_id, kind_code, title, about, host, areas, sectors, format, is_open, status, created_at, created_by,
                                  updated_at)
            values (@region, @id, @body, @kind, @title, 'О курсе', 'Гимназия № 2', array[@area], @sectors::text[], 'OnSite', @isOpen, 'Offered', now(), 'test',
                    now())
            """, new { region, id, body, kind, title, area, isOpen, sectors });
        return id;
    }

    async Task<Guid> Run(Guid resource, int from = 30, int until = 40, int places = 2)
    {
        var id = Guid.NewGuid();
        await Sql.ExecuteAsync("""
            insert into resource_run (region_code, id, resource_id, body_id, starts_on, ends_on, apply_until, places)
            select region_code, @id, id, body_id, @startsOn, @endsOn, @startsOn, @places from resource where id = @resource
            """, new { id, resource, startsOn = Today.AddDays(from), endsOn = Today.AddDays(until), places });
        return id;
    }

    async Task<JsonArray> Suggested(Guid route, HttpClient? who = null) =>
        (await (who ?? Own).GetAsync(At(route, "/resource-suggestions")).Ok()).AsArray();

    async Task<IReadOnlyList<string?>> Titles(Guid route) => [.. (await Suggested(route)).Select(one => (string?)one!["title"])];

    async Task<HttpResponseMessage> Plan(Guid route, Guid resource, Guid? run, Guid[] findings, string? reason = null, string? words = null,
        DateOnly? startsOn = null, DateOnly? endsOn = null, int? version = null) => await Own.Post(At(route, "/plan-resource"), new
        {
            version = version ?? await Version(route), resourceId = resource, runId = run, section = "A", findingIds = findings,
            product = "Пакет диагностик", reason, words, startsOn, endsOn,
        });

    /// <returns>A route at its roadmap with one deficit in methods and one in health.</returns>
    async Task<(Guid Route, Guid Methods, Guid Health)> Drafted()
    {
        var route = await Begun();
        await Advance(route, "Diagnosis");
        await Own.Put(At(route, "/findings"), new { version = await Version(route), findings = new[] { Deficit(), Deficit("health") } }).Ok();
        await Advance(route, "Roadmap");
        var findings = (await Read(route))["findings"]!;
        return (route, (Guid)findings[0]!["id"]!, (Guid)findings[1]!["id"]!);
    }

    [Test]
    public async Task What_fits_a_deficit_is_suggested_with_why_and_the_own_region_comes_first()
    {
        var (route, methods, health) = await Drafted();
        var (far, own) = (await Resource("А далеко", World.OtherRegion, isOpen: true), await Resource("Б рядом", kind: "growth-point"));
        await Resource("Чужое закрытое", World.OtherRegion);
        await Resource("Другая область", area: "subject");
        await Resource("Другой сектор", sectors: "{Vocational}");
        await Resource("Здоровье", area: "health");
        await Run(far, 20, 25);
        var run = await Run(own);
        var all = await Suggested(route);
        Assert.That(all.Select(one => (string?)one!["title"]), Is.EqualTo(new[] { "Б рядом", "Здоровье", "А далеко" }));
        var first = all[0]!;
        Assert.That(((Guid)first["runId"]!, (int)first["freePlaces"]!, (string?)first["endsOn"], (bool)first["ownRegion"]!, (string?)first["section"]),
            Is.EqualTo((run, 2, $"{Today.AddDays(39):O}", true, "B")));
        Assert.That(all.Select(one => (Guid)one!["findingIds"]!.AsArray().Single()!), Is.EqualTo(new[] { methods, health, methods }));
        Assert.That((bool)all[2]!["ownRegion"]!, Is.False);
    }

    [Test]
    public async Task A_run_that_is_full_over_or_outside_the_horizon_suggests_nothing_and_a_closed_deficit_neither()
    {
        var (route, methods, health) = await Drafted();
        await Run(await Resource("Заполнено"), places: 1);
        await Sql.ExecuteAsync("update resource_run set taken = places");
        await Run(await Resource("За горизонтом"), 4000, 4010);
        await Resource("Всегда открыто");
        Assert.That(await Titles(route), Is.EqualTo(new[] { "Всегда открыто" }));
        await Own.Put(At(route, "/findings"), new
        {
            version = await Version(route), findings = new[] { Deficit(id: methods, closed: true), Deficit("health", health) },
        }).Ok();
        Assert.That(await Titles(route), Is.Empty);
    }

    [Test]
    public async Task Before_the_route_is_under_way_a_resource_is_just_added_with_its_days_and_its_deficit()
    {
        var (route, methods, _) = await Drafted();
        var resource = await Resource("Курс «Оценивание»");
        var run = await Run(resource);
        await Plan(route, resource, run, [methods]).Ok();
        var read = await Read(route);
        var activity = read["activities"]!.AsArray().Single()!;
        Assert.That(((string?)activity["title"], (string?)activity["startsOn"], (string?)activity["endsOn"], (Guid)activity["resourceId"]!,
            (string?)activity["status"]), Is.EqualTo(("Курс «Оценивание»", $"{Today.AddDays(30):O}", $"{Today.AddDays(39):O}", resource, "Planned")));
        Assert.That(((Guid)activity["findingIds"]![0]!, (string?)activity["areaCodes"]![0], read["versions"]!.AsArray().Count),
            Is.EqualTo((methods, "methods", 0)));
        Assert.That(await Titles(route), Is.Empty, "it is there already");
        await Plan(route, resource, run, [methods]).IsProblem(409, "route.resource-planned");
        Assert.That(await Sql.ExecuteScalarAsync<int>("select count(*)::int from resource_place"), Is.Zero, "no place is taken unasked");
    }

    [Test]
    public async Task Under_way_it_is_a_correction_with_its_reason_and_a_version()
    {
        var (route, finding, _) = await UnderWay();
        var resource = await Resource("Сообщество");
        var (from, until) = (Today.AddDays(10), Today.AddDays(60));
        await Plan(route, resource, null, [finding], startsOn: from, endsOn: until).PointsTo("/reason", "route.correct-with-reason");
        await Plan(route, resource, null, [finding], "Education", " ", from, until).PointsTo("/words", "route.correct-with-reason");
        await Plan(route, resource, null, [finding], "Teacher", "Нашлось сообщество", from, until).Ok();
        var version = await Own.GetAsync(At(route, "/versions/2")).Ok();
        Assert.That(((string?)version["reason"], (string?)version["changes"]![0]!["after"]!["title"]), Is.EqualTo(("Teacher", "Сообщество")));
        await Own.Put(At(route, "/roadmap"), new { version = await Version(route), activities = new[] { Line() } }).IsProblem(409, "route.correct-it");
    }

    [Test]
    public async Task What_is_wrong_is_pointed_to_and_nothing_is_written()
    {
        var (route, methods, _) = await Drafted();
        var (resource, closed) = (await Resource("Курс"), await Resource("Чужой", World.OtherRegion));
        var (run, late) = (await Run(resource), await Run(resource, 4000, 4010));
        await Plan(route, closed, null, [methods]).PointsTo("/resourceId", "route.resource-unknown");
        await Plan(route, resource, Guid.NewGuid(), [methods]).PointsTo("/runId", "route.resource-unknown");
        await Plan(route, resource, late, [methods]).PointsTo("/runId", "route.term-outside");
        await Plan(route, resource, null, [methods]).PointsTo("/startsOn", "route.resource-term");
        await Plan(route, resource, null, [methods], startsOn: Today).PointsTo("/endsOn", "route.resource-term");
        await Plan(route, resource, null, [methods], startsOn: Today, endsOn: Today.AddYears(9)).PointsTo("/endsOn", "route.term-outside");
        await Plan(route, resource, run, [methods, Guid.NewGuid()]).PointsTo("/findingIds/1", "route.finding-unknown");
        await Plan(route, resource, run, []).PointsTo("/findingIds");
        await Plan(route, resource, run, [methods], version: 1).IsProblem(412, "version.stale");
        await Sql.ExecuteAsync("update resource_run set taken = places where id = @run", new { run });
        await Plan(route, resource, run, [methods]).IsProblem(409, "resource.run-full");
        await Sql.ExecuteAsync("update resource_run set called_off_at = now() where id = @run", new { run });
        await Plan(route, resource, run, [methods]).IsProblem(409, "resource.run-called-off");
        Assert.That((await Read(route))["activities"]!.AsArray(), Is.Empty);
    }

    [Test]
    public async Task The_tutor_of_the_day_reads_suggestions_and_plans_nothing_and_a_colleague_finds_neither()
    {
        var (route, methods, _) = await Drafted();
        var resource = await Resource("Курс");
        await AsTutor.GetAsync(At(route, "/resource-suggestions")).IsProblem(404, "not-found");
        await LetIn(route);
        Assert.That(await Suggested(route, AsTutor), Has.Count.EqualTo(1));
        object body = new { version = await Version(route), resourceId = resource, section = "A", findingIds = new[] { methods }, product = "x" };
        foreach (var stranger in (HttpClient[])[AsTutor, Colleague]) await stranger.Post(At(route, "/plan-resource"), body).IsProblem(404, "not-found");
        await Colleague.GetAsync(At(route, "/resource-suggestions")).IsProblem(404, "not-found");
    }
}
