using Dapper;
using Mentoring.Api.Features.Region.Routes;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Region.Routes;

[Covers(nameof(BeginRoute), nameof(ListOwnRoutes), nameof(GetRoute), nameof(ReviseRoute), nameof(SaveRouteFindings), nameof(ListRouteDiagnoses),
    nameof(TakeRouteDiagnosis),
    nameof(SaveRouteAlternatives), nameof(SaveRoadmap), nameof(AdvanceRoute), nameof(CloseRoute))]
public sealed class RouteStepsTests : RouteTest
{
    [Test]
    public async Task A_route_goes_through_its_steps_each_of_which_rests_on_what_is_there()
    {
        var route = (Guid)(await Own.Post("/api/v1/routes", Horizon(image: null)).Gives(201))["id"]!;
        await Own.Post(At(route, "/advance"), new { version = 1, to = "Diagnosis" }).IsProblem(409, "route.needs-image");
        await Own.Put(At(route), new { version = 1, startsOn = $"{Today:O}", endsOn = $"{Today.AddYears(4):O}", image = Image }).Ok();
        await Advance(route, "Diagnosis");
        await Own.Post(At(route, "/advance"), new { version = 3, to = "Roadmap" }).IsProblem(409, "route.needs-findings");
        await Own.Put(At(route, "/findings"), new { version = 3, findings = new[] { Deficit() } }).Ok();
        await Advance(route, "Roadmap");
        await Own.Post(At(route, "/advance"), new { version = 5, to = "InProgress" }).IsProblem(409, "route.needs-activities");
        await Own.Post(At(route, "/advance"), new { version = 5, to = "Completed" }).IsProblem(409, "route.not-now");
        await Own.Put(At(route, "/roadmap"), new { version = 5, activities = new[] { Line() } }).Ok();
        await Advance(route, "InProgress");
        await Own.Put(At(route, "/roadmap"), new { version = 7, activities = new[] { Line() } }).IsProblem(409, "route.correct-it");
        await Advance(route, "Reflection");
        await Own.Post(At(route, "/advance"), new { version = 8, to = "Completed" }).IsProblem(409, "route.activities-open");
        Assert.That((int)(await Own.GetAsync("/api/v1/routes").Ok())[0]!["activities"]!, Is.EqualTo(1));
        Assert.That((await Read(route))["versions"]!.AsArray(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_horizon_beside_four_to_five_years_is_warned_of_and_a_wrong_one_refused()
    {
        await Own.Post("/api/v1/routes", new { startsOn = $"{Today:O}", endsOn = $"{Today.AddDays(-1):O}" }).PointsTo("/endsOn", "route.dates");
        var made = await Own.Post("/api/v1/routes", Horizon(years: 3)).Gives(201);
        Assert.That((string?)made["warnings"]![0], Is.EqualTo("HorizonShort"));
        await Own.Post("/api/v1/routes", Horizon()).IsProblem(409, "route.running");
        var route = (Guid)made["id"]!;
        object With(int years) => new { version = 1, startsOn = $"{Today:O}", endsOn = $"{Today.AddYears(years):O}", image = Image };
        Assert.That((string?)(await Own.Put(At(route), With(7)).Ok())["warnings"]![0], Is.EqualTo("HorizonLong"));
        await Own.Put(At(route), With(5)).Gives(412);
        await Own.Put(At(route, "/roadmap"), new { version = 2, activities = new[] { Line(from: -1) } })
            .PointsTo("/activities/0/startsOn", "route.term-outside");
        await Own.Put(At(route, "/roadmap"), new { version = 2, activities = new[] { Line(days: 4000) } })
            .PointsTo("/activities/0/endsOn", "route.term-outside");
        await Own.Put(At(route, "/roadmap"), new { version = 2, activities = new[] { Line(days: -1) } }).PointsTo("/activities/0/endsOn");
        await Own.Put(At(route, "/findings"), new { version = 2, findings = new[] { Deficit("digital-of-nobody") } })
            .PointsTo("/findings/0/areaCode", "route.area-unknown");
    }

    [Test]
    public async Task Alternatives_stand_side_by_side_and_the_choice_has_its_motive()
    {
        var route = await Begun();
        object One(string title, bool chosen, string? motive = null) => new { title, gains = "Опыт", costs = "Время", chosen, motive };
        object Of(params object[] alternatives) => new { version = 1, alternatives };
        await Own.Put(At(route, "/alternatives"), Of(One("Магистратура", true))).PointsTo("/alternatives/0/motive");
        await Own.Put(At(route, "/alternatives"), Of(One("А", true, "x"), One("Б", true, "x"))).PointsTo("/alternatives/1/chosen", "route.alternative-chosen");
        await Own.Put(At(route, "/alternatives"), Of(One("Магистратура", false), One("Исследование урока", true, "Ближе к моим ученикам"))).Ok();
        var read = (await Read(route))["alternatives"]!.AsArray();
        Assert.That(read.Select(a => (bool)a!["chosen"]!), Is.EqualTo(new[] { false, true }));
    }

    [Test]
    public async Task A_diagnosis_that_is_done_comes_into_the_route_in_one_act_and_once()
    {
        var (route, diagnosis) = (await Begun(), Guid.NewGuid());
        await Sql.ExecuteAsync("""
            insert into instrument (id, code, edition, kind, name_ru, name_en, status, content, created_at, created_by)
            values (@diagnosis, @diagnosis::text, 1, 'Deficits', 'Анкета', 'Form', 'Published', '{}', now(), 'test');
            insert into diagnosis (region_code, id, person_id, organization_id, kind, author, instrument_id, instrument_version, status, started_at, done_at)
            values ('RU-TVE', @diagnosis, @Teacher, @School, 'Deficits', 'Self', @diagnosis, 1, 'Done', now(), now());
            insert into diagnosis_area (region_code, diagnosis_id, area_code, level, rests_on, person_id, reader_ids, reader_organization_ids)
            values ('RU-TVE', @diagnosis, 'methods', 30, '[]', @Teacher, '{}', '{}'), ('RU-TVE', @diagnosis, 'health', 55, '[]', @Teacher, '{}', '{}')
            """, new { diagnosis, Teacher, School });
        await Own.Post(At(route, "/take-diagnosis"), new { version = 1, diagnosisId = Guid.NewGuid() }).PointsTo("/diagnosisId", "route.diagnosis-unknown");
        async Task<(string?, bool)[]> Offered() => [.. (await Own.GetAsync(At(route, "/diagnoses")).Ok())[0]!["areas"]!.AsArray()
            .Select(area => ((string?)area!["areaCode"], (bool)area["taken"]!))];
        Assert.That(await Offered(), Is.EqualTo(new[] { ("methods", false), ("health", false) }));
        await Own.Post(At(route, "/take-diagnosis"), new { version = 1, diagnosisId = diagnosis, areaCodes = new[] { "methods", "ict" } })
            .PointsTo("/areaCodes/1", "route.area-undiagnosed");
        await Own.Post(At(route, "/take-diagnosis"), new { version = 1, diagnosisId = diagnosis, areaCodes = new[] { "methods" } }).Ok();
        Assert.That(await Offered(), Is.EqualTo(new[] { ("methods", true), ("health", false) }));
        await Own.Post(At(route, "/take-diagnosis"), new { version = 2, diagnosisId = diagnosis }).Ok();
        await LetIn(route);
        await AsTutor.GetAsync(At(route, "/diagnoses")).IsProblem(404, "not-found");
        Assert.That((await Read(route))["findings"]!.AsArray().Select(f => ((string?)f!["kind"], (int)f["levelBefore"]!)),
            Is.EqualTo(new[] { ("Deficit", 30), ("Deficit", 55) }));
    }

    [Test]
    public async Task A_list_that_names_one_line_twice_is_refused_and_nothing_is_written()
    {
        var (route, finding, activity) = await UnderWay();
        async Task<object> Of(params object[] lines) => new { version = await Version(route), reason = "Teacher", words = "x", activities = lines };
        await Own.Put(At(route, "/findings"), new { version = await Version(route), findings = new[] { Deficit(id: finding), Deficit(id: finding) } })
            .PointsTo("/findings/1/id", "route.line-twice");
        await Own.Post(At(route, "/correct"), await Of(Line(), Line("А", id: activity), Line("Б", id: activity)))
            .PointsTo("/activities/2/id", "route.line-twice");
        await Own.Post(At(route, "/close"), new { version = await Version(route), reason = "Заново" }).Ok();

        route = await Begun();
        await Own.Put(At(route, "/roadmap"), new { version = 1, activities = new[] { Line() } }).Ok();
        var planned = (Guid)(await Read(route))["activities"]![0]!["id"]!;
        await Own.Put(At(route, "/roadmap"), new { version = 2, activities = new[] { Line(id: planned), Line(id: planned) } })
            .PointsTo("/activities/1/id", "route.line-twice");
        Assert.That((await Read(route))["activities"]!.AsArray(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task It_is_closed_with_a_reason_and_another_one_may_begin()
    {
        var route = await Begun();
        await Own.Post(At(route, "/close"), new { version = 1, reason = "" }).PointsTo("/reason");
        Assert.That((string?)(await Own.Post(At(route, "/close"), new { version = 1, reason = "Меняю профессию" }).Ok())["status"], Is.EqualTo("Closed"));
        await Own.Post(At(route, "/close"), new { version = 2, reason = "x" }).IsProblem(409, "route.over");
        await Begun();
    }

    [Test]
    public async Task Who_works_nowhere_begins_none()
    {
        var nobody = As(await World.Account());
        Assert.That((int)(await nobody.Post("/api/v1/routes", Horizon())).StatusCode, Is.AnyOf(403, 409));
        await Sql.ExecuteAsync("update employment set ended_on = '2021-09-01' where person_id = @Tutor", new { Tutor });
        await AsTutor.Post("/api/v1/routes", Horizon()).IsProblem(409, "route.no-post");
    }
}
