using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Integration;

/// <summary>
/// The main job without a browser, as a school's system and the people of the school do it against the running product:
/// roster, program, consents, approvals, a meeting, the roadmap, the evaluation; then the same numbers at every level.
/// </summary>
[Category("Database"), Category("Process")]
public sealed class MainJobTests
{
    DemoProduct _demo = null!;

    [OneTimeSetUp]
    public async Task Start() => _demo = await DemoProduct.Start();

    [OneTimeTearDown]
    public async Task Stop() => await _demo.DisposeAsync();

    [Test]
    public async Task From_a_schools_roster_to_the_federal_dashboard()
    {
        using var system = await _demo.System("school-demo" + _demo.Region);
        using var federal = await _demo.System("federal-operator");
        var school = (Guid)(await system.GetAsync("/api/v1/me").Ok())["assignments"]![0]!["organizationId"]!;
        var levels = await Levels(system, school);
        var before = await Completed(federal, levels);

        await ImportRoster(system, school);
        var program = await Draft(system, school);
        await Agree(system, program);
        await Work(program);

        await Eventually.Holds(async () => (await Completed(federal, levels)).Zip(before).All(pair => pair.First == pair.Second + 1),
            $"every level counts one more completed program, {string.Join(" › ", levels)}");
        await AnalystReadsTheSame(levels[^2]);
    }

    /// <summary>The school's municipality up to the federation, from the top down.</summary>
    static async Task<IReadOnlyList<string>> Levels(HttpClient system, Guid school)
    {
        var municipality = (string)(await system.GetAsync($"/api/v1/organizations/{school}").Ok())["territoryCode"]!;
        var territory = await system.GetAsync($"/api/v1/territories/{municipality}").Ok();
        return [.. territory["above"]!.AsArray().Select(a => (string)a!["code"]!), municipality];
    }

    static async Task<IReadOnlyList<decimal>> Completed(HttpClient client, IReadOnlyList<string> levels)
    {
        var sums = new List<decimal>();
        foreach (var level in levels) sums.Add((decimal)(await Indicator(client, level, "completion-rate"))["numerator"]!);
        return sums;
    }

    static async Task<JsonNode> Indicator(HttpClient client, string territory, string code)
    {
        var dashboard = await client.GetAsync($"/api/v1/territories/{territory}/dashboard?period={SchoolYear}").Ok();
        return dashboard["indicators"]!.AsArray().Single(i => (string?)i!["code"] == code)!;
    }

    static async Task ImportRoster(HttpClient system, Guid school)
    {
        using var zip = new ByteArrayContent(Roster.Of(5, mode: "delta").Zip());
        zip.Headers.ContentType = new MediaTypeHeaderValue("application/zip");
        var import = (Guid)(await system.PostAsync($"/api/v1/imports/roster?organizationId={school}", zip).Gives(202))["id"]!;
        var path = $"/api/v1/imports/{import}";
        await Eventually.Holds(async () => (string?)(await system.GetAsync(path).Ok())["status"] == "Checked", "the roster is checked");
        var check = await system.GetAsync(path).Ok();
        Assert.That(((int)check["creates"]!, (int)check["problems"]!), Is.EqualTo((5, 0)), check.ToJsonString());
        await system.Post($"{path}/confirm", new { version = (int)check["version"]! }).Ok();
        await Eventually.Holds(async () => (string?)(await system.GetAsync(path).Ok())["status"] == "Applied", "the roster is applied");
    }

    async Task<Guid> Draft(HttpClient system, Guid school)
    {
        var (mentor, mentee) = (await PersonId("mentor"), await PersonId("beginner"));
        var plan = new
        {
            organizationId = school, title = "Первый год в классе", formCode = "teacher-teacher", kindCode = "traditional", purposeCode = "young-specialist",
            startsOn = Today, endsOn = Today.AddDays(200), content = "Посещение уроков, разбор, совместная подготовка.",
            participants = new[] { new { personId = mentor, role = "Mentor" }, new { personId = mentee, role = "Mentee" } },
            goals = new[] { new { areaCode = "methods", difficulty = "Планирование урока", goal = "Уроки по плану", measure = "доля уроков по плану, %",
                measureBefore = 40, measureTarget = 80 } },
            activities = new[] { new { activity = "Посетить урок", dueOn = Today.AddDays(10), responsible = "Mentor", expectedResult = "Лист наблюдения" } },
        };
        var id = (Guid)(await system.Post("/api/v1/programs", plan).Gives(201))["id"]!;
        await system.Post($"/api/v1/programs/{id}/submit", new { version = 1 }).Ok();
        return id;
    }

    async Task Agree(HttpClient system, Guid program)
    {
        var path = $"/api/v1/programs/{program}";
        using var council = await _demo.Person("council");
        using var head = await _demo.Person("head");
        var terms = await system.GetAsync(path).Ok();
        await council.Post($"{path}/decide-as-council", new { version = (int)terms["version"]!, decision = "Approved" })
            .IsProblem(409, "program.consents-missing");
        foreach (var side in (string[])["mentor", "beginner"])
        {
            using var person = await _demo.Person(side);
            await Eventually.Holds(async () => (await person.GetAsync(path)).IsSuccessStatusCode, "a new participant sees the program within seconds");
            await person.Post($"{path}/consents/decide",
                new { given = true, termsVersion = (int)terms["termsVersion"]!, termsHash = (string)terms["termsHash"]! }).Ok();
        }

        await council.Post($"{path}/decide-as-council", new { version = await Version(system, path), decision = "Approved" }).Ok();
        await head.Post($"{path}/decide-as-head", new { version = await Version(system, path), decision = "Approved" }).Ok();
        Assert.That((string?)(await system.GetAsync(path).Ok())["status"], Is.EqualTo("Active"));
    }

    async Task Work(Guid program)
    {
        var path = $"/api/v1/programs/{program}";
        using var mentor = await _demo.Person("mentor");
        using var mentee = await _demo.Person("beginner");
        using var curator = await _demo.Person("curator");
        await mentor.Post($"{path}/meetings/log", new
        {
            startsAt = DateTimeOffset.UtcNow.AddMinutes(-20), durationMinutes = 15, mode = "InPerson", topic = "Знакомство", summary = "Договорились о темпе",
        }).Gives(201);
        var activity = (await mentor.GetAsync(path).Ok())["activities"]![0]!;
        await mentor.Put($"{path}/activities/{activity["id"]}/done", new { version = (int)activity["version"]!, result = "Лист наблюдения заполнен" }).Ok();
        foreach (var side in (HttpClient[])[mentor, mentee])
            await side.Put($"{path}/evaluation", new { goalsReached = 5, usefulness = 5, atmosphere = 5, summary = "Помогло", goals = Array.Empty<object>() })
                .Ok();
        await curator.Post($"{path}/complete", new { version = await Version(curator, path) }).Ok();
    }

    /// <summary>The regional analyst reads the same sums as JSON and as CSV.</summary>
    async Task AnalystReadsTheSame(string region)
    {
        using var analyst = await _demo.Person("analyst");
        var json = await Indicator(analyst, region, "completion-rate");
        var csv = await analyst.GetStringAsync($"/api/v1/territories/{region}/indicators.csv?period={SchoolYear}");
        var lines = csv.Split("\r\n");
        var fields = lines[0].TrimStart('\uFEFF').Split(',').Zip(lines.Single(line => line.StartsWith(region + ",", StringComparison.Ordinal)
            && line.Contains(",completion-rate,", StringComparison.Ordinal)).Split(',')).ToDictionary(field => field.First, field => field.Second);
        Assert.That((Number(fields["numerator"]), Number(fields["denominator"])), Is.EqualTo(((decimal)json["numerator"]!, (decimal)json["denominator"]!)));
    }

    async Task<Guid> PersonId(string role)
    {
        using var person = await _demo.Person(role);
        return (Guid)(await person.GetAsync("/api/v1/me").Ok())["personId"]!;
    }

    static async Task<int> Version(HttpClient client, string path) => (int)(await client.GetAsync(path).Ok())["version"]!;

    static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    DateOnly Today => _demo.Today;

    static string SchoolYear
    {
        get
        {
            var today = RegionTime.Today(RegionTime.Federation, TimeProvider.System);
            var year = today.Month >= 9 ? today.Year : today.Year - 1;
            return string.Create(CultureInfo.InvariantCulture, $"{year}/{(year + 1) % 100:00}");
        }
    }
}
