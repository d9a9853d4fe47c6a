using Dapper;
using Mentoring.Api.Features.Region.Tutors;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Region.Tutors;

[Covers(nameof(ListTutors), nameof(ExportTutors), nameof(ListTutorStaff), nameof(AddTutor), nameof(ReviseTutor), nameof(EndTutor), nameof(GetTutorBoard))]
public sealed class TutorRegistryTests : TutorTest
{
    [Test]
    public async Task Whoever_holds_the_role_is_entered_found_and_revised()
    {
        var staff = (await CentreHead.GetAsync($"/api/v1/organizations/{Centre}/tutor-staff").Ok()).AsArray();
        Assert.That((Guid)staff.Single()!["personId"]!, Is.EqualTo(TutorId));
        var id = await Registered(2);
        Assert.That((await CentreHead.GetAsync($"/api/v1/organizations/{Centre}/tutor-staff").Ok()).AsArray(), Is.Empty);
        var found = (await CentreHead.GetAsync($"{Registry}?search=тьюторо&zone=methods&sector=General&free=true").Ok())["items"]!.AsArray().Single()!;
        Assert.That(((Guid)found["id"]!, (string?)found["kind"], (int)found["capacity"]!, (int)found["active"]!), Is.EqualTo((id, "Staff", 2, 0)));
        foreach (var none in (string[])["zone=digital", "sector=Vocational", "search=нет", "former=true"])
            Assert.That((await CentreHead.GetAsync($"{Registry}?{none}").Ok())["items"]!.AsArray(), Is.Empty, none);
        await CentreHead.Put($"{Registry}/{id}", new { version = 1, card = Card(7, acceptsNew: false, kind: "Freelance") }).Ok();
        found = (await CentreHead.GetAsync(Registry).Ok())["items"]![0]!;
        Assert.That(((string?)found["kind"], (int)found["capacity"]!, (bool)found["acceptsNew"]!, (int)found["version"]!),
            Is.EqualTo(("Freelance", 7, false, 2)));
        await CentreHead.Put($"{Registry}/{id}", new { version = 1, card = Card() }).Gives(412);
    }

    [Test]
    public async Task It_is_a_table_too()
    {
        await Registered();
        var csv = await (await CentreHead.GetAsync($"/api/v1/organizations/{Centre}/tutors.csv")).Content.ReadAsStringAsync();
        Assert.That(csv, Does.Contain("Тьюторова").And.Contains("methods"));
        using var xlsx = await CentreHead.GetAsync($"/api/v1/organizations/{Centre}/tutors.csv?format=Xlsx");
        Assert.That(xlsx.Content.Headers.ContentDisposition!.FileName, Is.EqualTo("tutors.xlsx"));
    }

    [Test]
    public async Task Nobody_ends_who_still_has_teachers()
    {
        var tutoring = await Begun();
        var id = await Sql.QuerySingleAsync<Guid>("select id from tutor where person_id = @TutorId", new { TutorId });
        await CentreHead.Post($"{Registry}/{id}/end", new { version = 1, reason = "Уволен" }).IsProblem(409, "tutor.has-teachers");
        await CentreHead.Post($"{Tutoring_}/{tutoring}/end", new { version = 2, reason = "Маршрут пройден" }).Ok();
        await CentreHead.Post($"{Registry}/{id}/end", new { version = 1, reason = "Уволен" }).Ok();
        await CentreHead.Post($"{Registry}/{id}/end", new { version = 2, reason = "Уволен" }).IsProblem(409, "tutor.over");
        await CentreHead.Put($"{Registry}/{id}", new { version = 2, card = Card() }).IsProblem(409, "tutor.over");
        var former = (await CentreHead.GetAsync($"{Registry}?former=true").Ok())["items"]![0]!;
        Assert.That((string?)former["endReason"], Is.EqualTo("Уволен"));
        await Propose().PointsTo("/pairs/0/tutorId", "tutoring.tutor-unknown");
    }

    [Test]
    public async Task The_board_tells_of_places_and_of_what_is_overdue()
    {
        await Begun(1);
        await AskedBy((await Somebody("Просящая")).Account);
        var board = await CentreHead.GetAsync($"/api/v1/organizations/{Centre}/tutor-board").Ok();
        Assert.That(((int)board["tutors"]!, (int)board["capacity"]!, (int)board["active"]!, (int)board["requested"]!), Is.EqualTo((1, 1, 1, 1)));
        Assert.That((int)board["nearLimit"]!.AsArray().Single()!["taken"]!, Is.EqualTo(1));

        var (second, _) = await Worker("Вторая");
        await Registered(person: second);
        var waiting = await Proposed((await Somebody("Ждущая")).Person, second);
        await Sql.ExecuteAsync("update tutor_assignment set answer_by = @day where id = @waiting", new { day = Today.AddDays(-1), waiting });
        board = await CentreHead.GetAsync($"/api/v1/organizations/{Centre}/tutor-board").Ok();
        Assert.That(((int)board["proposed"]!, (int)board["overdue"]!), Is.EqualTo((1, 1)));
        var overdue = (await CentreHead.GetAsync($"{Tutoring_}?overdue=true").Ok())["items"]!.AsArray();
        Assert.That(((Guid)overdue.Single()!["id"]!, (bool)overdue[0]!["overdue"]!), Is.EqualTo((waiting, true)));
    }

    async Task AskedBy(Guid account) =>
        await As(account).Post(Own, new { bodyId = Centre, organizationId = School, areas = new[] { "methods" } }).Gives(201);

    [Test]
    public async Task What_is_wrong_is_pointed_to()
    {
        Task<HttpResponseMessage> Add(object card, Guid? person = null) => CentreHead.Post(Registry, new { personId = person ?? TutorId, card });
        await Add(Card(0)).PointsTo("/card/capacity");
        await Add(Card(zones: [])).PointsTo("/card/zones");
        await Add(Card(zones: ["methods", "магия"])).PointsTo("/card/zones/1", "tutor.zone-unknown");
        await Add(Card(sectors: ["Военный"])).PointsTo("/card/sectors/0", "tutor.sector-unknown");
        await Add(Card(territories: ["RU"])).PointsTo("/card/territories/0", "tutor.territory-unknown");
        await Add(Card(until: -40)).PointsTo("/card/endsOn");
        await Add(Card(), TeacherId).PointsTo("/personId", "tutor.no-role");
        await Registered();
        await Add(Card()).IsProblem(409, "tutor.there");
        Assert.That(await Sql.ExecuteScalarAsync<long>("select count(*) from tutor where body_id = @Centre", new { Centre }), Is.EqualTo(1));
    }

    [Test]
    public async Task Only_whoever_heads_the_body_runs_its_tutors()
    {
        await Registered();
        var other = await As(Role.CentreHead, await Body(kind: "Institute"));
        await other.GetAsync(Registry).IsProblem(404, "not-found");
        await other.Post(Registry, new { personId = TutorId, card = Card() }).IsProblem(404, "not-found");
        await Tutor.GetAsync(Registry).IsProblem(403, "permission.missing");
        await (await As(Role.Head, School)).GetAsync($"/api/v1/organizations/{School}/tutors").IsProblem(403, "permission.missing");
        await Coordinator.GetAsync(Registry).IsProblem(403, "permission.missing");
    }
}
