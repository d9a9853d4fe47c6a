using System.Text.Json.Nodes;
using Dapper;
using Mentoring.Api.Features.Common.Imports;
using Mentoring.Api.Features.Common.People;
using Mentoring.Api.Features.Region.Diagnosis;
using Mentoring.Api.Features.Region.Routes;
using Mentoring.Api.Hosting.Reference;
using Mentoring.Api.Platform;
using Mentoring.Tests.Features.Region.Tutors;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Integration;

/// <summary>
/// The whole route over HTTP: a teacher goes the seven steps with what the region's instrument showed, a tutor and the one who takes over beside it,
/// the centre's head and the school's curator each see their part, and it goes along to a school of another region.
/// </summary>
public sealed class RouteJourneyTests : TutorTest
{
    const string Shared = "Критерии понятны уже и ученикам";

    string _route = "";

    [SetUp]
    public async Task Prepare()
    {
        await World.Dictionaries("competence-area", "pedagogical-product", "position");
        await Sql.ExecuteAsync("update person set birth_date = '1990-05-05', email = 'route@school.example' where id = @TeacherId", new { TeacherId });
    }

    [Test]
    public async Task Through_the_seven_steps_with_a_correction_a_hand_over_and_a_move_to_another_region()
    {
        var curator = await As(Role.Curator, School);
        var tutoring = await Begun();
        var diagnosis = await Diagnosed();
        await Tutor.GetAsync($"/api/v1/diagnoses/{diagnosis}").Ok();

        await SeesOneself();
        await TakesDeficits(diagnosis);
        await Plans();
        await Works();
        await Corrects();
        var next = await HandedOver(tutoring);
        await Tutor.GetAsync($"/api/v1/diagnoses/{diagnosis}").IsProblem(404, "not-found");
        await Reflects(next);
        await SeenBySchool(curator);

        var far = await Moves();

        Assert.That((await curator.GetAsync($"/api/v1/organizations/{School}/routes").Ok())["items"]!.AsArray(), Is.Empty);
        Assert.That((int)(await curator.GetAsync($"/api/v1/organizations/{School}/routes/sums").Ok())["left"]!["routes"]!, Is.EqualTo(1), "sums stay");
        await SeenBySchool(await As(Role.Curator, far), far);
        await next.GetAsync(_route).IsProblem(404, "not-found");
        await Completes();
    }

    /// <summary>By an instrument of the region's own; the teacher lets the tutor read what it showed.</summary>
    async Task<Guid> Diagnosed()
    {
        var federal = ReferenceFiles.Instruments().Single(row => row.Code == "federal-deficits");
        var content = JsonNode.Parse(federal.Content.GetRawText())!;
        var instrument = await Coordinator.Post("/api/v1/instruments",
            new { code = "tver-way", kind = "Deficits", nameRu = "Методика региона", nameEn = "The region's own", content, ownerRegion = World.Region })
                .Gives(201);
        await Coordinator.Post($"/api/v1/instruments/{instrument["id"]}/publish", new { version = 1 }).Ok();
        var begun = await Teacher.Post("/api/v1/diagnoses", new { organizationId = School, instrumentId = (Guid)instrument["id"]! }).Gives(201);
        var at = $"/api/v1/diagnoses/{begun["id"]}";
        await Teacher.Put($"{at}/answers", new { version = 1, answers = Answers(InstrumentContent.Read(content.ToJsonString())) }).Ok();
        await Teacher.Post($"{at}/finish", new { version = 2 }).Ok();
        await Teacher.Put($"{at}/readers", new { version = 3, personIds = new[] { TutorId }, organizationIds = Array.Empty<Guid>() }).Ok();
        return (Guid)begun["id"]!;
    }

    static Dictionary<string, string> Answers(InstrumentContent content) => content.Items.Where(item => item.Type == InstrumentItemType.Scale)
        .ToDictionary(item => item.Code, item => content.Codes(item).ElementAt(1));

    /// <summary>Step 1.</summary>
    async Task SeesOneself()
    {
        var made = await Teacher.Post("/api/v1/routes", new
        {
            startsOn = $"{Today:O}", endsOn = $"{Today.AddYears(5).AddDays(-1):O}", image = "Учитель, к которому приходят за советом",
        }).Gives(201);
        _route = $"/api/v1/routes/{made["id"]}";
        await Advance("Diagnosis");
    }

    /// <summary>Steps 2 and 3.</summary>
    async Task TakesDeficits(Guid diagnosis)
    {
        await Teacher.Post($"{_route}/take-diagnosis", new { version = await Revision(), diagnosisId = diagnosis, areaCodes = new[] { "methods" } }).Ok();
        var finding = (await Read())["findings"]!.AsArray().Single()!;
        Assert.That(((string?)finding["kind"], (Guid)finding["diagnosisId"]!), Is.EqualTo(("Deficit", diagnosis)));
        object One(string title, bool chosen) => new { title, gains = "Опыт", costs = "Время", chosen, motive = chosen ? "Рядом со школой" : null };
        await Teacher.Put($"{_route}/alternatives",
            new { version = await Revision(), alternatives = new[] { One("Курс и пробы", true), One("Магистратура", false) } }).Ok();
        await Advance("Roadmap");
    }

    /// <summary>Step 4.</summary>
    async Task Plans()
    {
        await Teacher.Put($"{_route}/roadmap",
            new { version = await Revision(), activities = new[] { Line("A", "Курс «Оценивание»"), Line("B", "Проба") } }).Ok();
        await Advance("InProgress");
        await Tutor.Post($"{_route}/comments", new { text = "Начните с малого" }).Gives(201);
        Assert.That((bool)(await Read())["comments"]![0]!["byTeacher"]!, Is.False);
    }

    /// <summary>Step 5.</summary>
    async Task Works()
    {
        var activity = await ActivityOf("Курс «Оценивание»");
        await Move(activity, "InProgress");
        await Move(activity, "Done").IsProblem(409, "route.product-missing");
        using var form = new MultipartFormDataContent
        {
            { new StringContent($"{activity}"), "activityId" }, { new StringContent("lesson"), "kindCode" }, { new StringContent("Урок"), "title" },
            { new StringContent("4"), "attitude" }, { new StringContent("Хочу повторить"), "attitudeWords" }, { new StringContent("Ход урока"), "text" },
        };
        await Teacher.PostAsync($"{_route}/products", form).Gives(201);
        await Move(activity, "Done").Ok();
    }

    /// <summary>Step 6, beside the work.</summary>
    async Task Corrects()
    {
        var (done, open) = (await ActivityOf("Курс «Оценивание»"), await ActivityOf("Проба"));
        await Teacher.Post($"{_route}/correct", new
        {
            version = await Revision(), reason = "Education", words = "Новый стандарт",
            activities = new[] { Line("A", "Курс «Оценивание»", done), Line("B", "Проба", open, 200), Line("V", "Мастер-класс") },
        }).Ok();
        var second = await Tutor.GetAsync($"{_route}/versions/2").Ok();
        Assert.That(second["changes"]!.AsArray().Select(change => (change!["before"] is null, string.Join(' ', change["fields"]!.AsArray()))),
            Is.EquivalentTo(new[] { (true, ""), (false, "endsOn") }));
    }

    /// <returns>The tutor who took over.</returns>
    async Task<HttpClient> HandedOver(Guid tutoring)
    {
        var (second, account) = await Worker("Сменова");
        await Registered(person: second);
        var next = (Guid)(await CentreHead.Post($"{Tutoring_}/{tutoring}/hand-over", new { version = 2, tutorId = second, reason = "Отпуск" }).Ok())["id"]!;
        await As(account).GetAsync(_route).IsProblem(404, "not-found");
        await Teacher.Post($"{Own}/{next}/answer", new { version = 1, yes = true }).Ok();
        await Tutor.GetAsync(_route).IsProblem(404, "not-found");
        await As(account).GetAsync(_route).Ok();
        return As(account);
    }

    /// <summary>Step 7, and what of it is the teacher's alone.</summary>
    async Task Reflects(HttpClient tutor)
    {
        var finding = (Guid)(await Read())["findings"]![0]!["id"]!;
        await Teacher.Post($"{_route}/reflections", new { closeness = 40, words = "Пока боюсь открытых уроков", meaning = 4, motivation = 5 }).Gives(201);
        await Teacher.Post($"{_route}/reflections", new { closeness = 70, words = Shared, findingId = finding, shared = true }).Gives(201);
        Assert.That((await tutor.GetAsync(_route).Ok())["reflections"]!.AsArray().Select(one => (string?)one!["words"]), Is.EqualTo(new[] { Shared }));
    }

    async Task SeenBySchool(HttpClient curator, Guid? school = null)
    {
        var listed = (await curator.GetAsync($"/api/v1/organizations/{school ?? School}/routes").Ok())["items"]!.AsArray().Single()!;
        Assert.That(((string?)listed["status"], (int)listed["activities"]!, (int)listed["activitiesDone"]!), Is.EqualTo(("InProgress", 3, 1)));
        await curator.GetAsync(_route).IsProblem(403, "permission.missing");
    }

    /// <summary>A school of another region enters the teacher as its own; what follows is followed by the jobs.</summary>
    async Task<Guid> Moves()
    {
        var far = await World.School("05701000", World.OtherRegion);
        var curator = await As(Role.Curator, far);
        var import = (Guid)(await curator.Post("/api/v1/imports/person", new
        {
            organizationId = far, familyName = "Учителева", givenName = "Анна", patronymic = "Петровна", birthDate = "1990-05-05",
            email = "route@school.example", positionCode = "teacher", isMain = true, startedOn = $"{Today:O}",
        }).Gives(202))["id"]!;
        await Run<CheckImport>(job => job.Run(import, null, default));
        var at = $"/api/v1/imports/{import}";
        await curator.Post($"{at}/confirm", new { version = (int)(await curator.GetAsync(at).Ok())["version"]! }).Ok();
        await Run<ApplyImport>(job => job.Run(import, null, default));
        await Run<FollowDepartures>(job => job.Run(default));
        await Run<MoveRoutes>(job => job.Run(default));
        Assert.That(await Sql.QueryAsync<string>("select error from due_failure"), Is.Empty);
        Assert.That((string?)(await Read())["pasts"]!.AsArray().Single()!["organizationName"], Is.Not.Empty);
        return far;
    }

    async Task Completes()
    {
        foreach (var title in (string[])["Проба", "Мастер-класс"])
            await Teacher.Post($"{_route}/activities/{await ActivityOf(title)}/move",
                new { version = await Revision(), to = "CalledOff", reason = "Уже умею" }).Ok();
        await Advance("Reflection");
        await Advance("Completed");
        var paper = await Teacher.GetAsync($"{_route}/document.docx");
        Assert.That(paper.Content.Headers.ContentLength, Is.GreaterThan(1000));
        var file = await Teacher.GetAsync($"{_route}/file.json").Ok();
        Assert.That(JsonSchemas.Faults(file, await Teacher.GetAsync("/api/v1/routes/schemas/1").Ok()), Is.Empty);
    }

    async Task<JsonNode> Read() => await Teacher.GetAsync(_route).Ok();

    async Task<int> Revision() => (int)(await Read())["route"]!["revision"]!;

    async Task<Guid> ActivityOf(string title) => (Guid)(await Read())["activities"]!.AsArray().Single(one => (string?)one!["title"] == title)!["id"]!;

    async Task Advance(string to) => await Teacher.Post($"{_route}/advance", new { version = await Revision(), to }).Ok();

    async Task<HttpResponseMessage> Move(Guid activity, string to) =>
        await Teacher.Post($"{_route}/activities/{activity}/move", new { version = await Revision(), to });

    object Line(string section, string title, Guid? id = null, int days = 90) => new
    {
        id, section, title, startsOn = $"{Today:O}", endsOn = $"{Today.AddDays(days):O}", product = "Разработка занятия", areaCodes = new[] { "methods" },
        findingIds = Array.Empty<Guid>(),
    };
}
