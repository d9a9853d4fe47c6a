using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Dapper;
using Mentoring.Api.Features.Common.Imports;
using Mentoring.Api.Features.Region.Diagnosis;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Mentoring.Tests.Features.Region.Diagnosis;

[Covers(nameof(UploadOutsideResults), nameof(ListImportResults), nameof(GetOutsideTemplate))]
public sealed class OutsideResultsTests : DiagnosisTest
{
    const string Imports = "/api/v1/imports";
    const string Headings = "ФИО;Дата рождения;Табельный номер;СНИЛС;ОГРН школы;Дата диагностики;Область;Балл\n";
    const string Name = "Смирнова Анна Петровна";

    static readonly DateOnly Day = RegionTime.DayOf(DateTimeOffset.UtcNow, "Europe/Moscow").AddDays(-20);

    HttpClient _head = null!;
    Guid _instrument;

    [SetUp]
    public async Task Publish()
    {
        await Sql.ExecuteAsync("update person set birth_date = '1985-05-12' where id = @Teacher", new { Teacher });
        (_head, _) = (As(await World.Account(Role.CentreHead, Centre)), 0);
        _instrument = await Published();
    }

    static object Area(string code, string area, int from = 0, int to = 60) => new { code, ru = $"Область {code}", en = $"Area {code}", area, from, to };

    async Task<Guid> Published(string code = "outside")
    {
        var id = Id(await _head.Post("/api/v1/instruments", new
        {
            code = $"{code}-{Guid.NewGuid():n}"[..30], kind = "Deficits", nameRu = "Оценка компетенций", nameEn = "Assessment of competences",
            ownerOrganizationId = Centre,
            content = new
            {
                scales = Array.Empty<object>(), items = Array.Empty<object>(), rule = "Mean", bands = new[] { new { from = 0, ru = "нет", en = "none" } },
                outside = new
                {
                    areas = new[]
                    {
                        Area("ПР-1", "subject"), Area("ПР-2", "subject"), Area("МЕТ", "methods", 5, 1),
                        new
                        {
                            code = "ИКТ", ru = "ИКТ", en = "ICT", area = "ict",
                            levels = new[] { new { word = "низкий", value = 90 }, new { word = "высокий", value = 10 } },
                        },
                    },
                },
            },
        }).Gives(201));
        await _head.Post($"/api/v1/instruments/{id}/publish", new { version = 1 }).Ok();
        return id;
    }

    static string Row(string area, string score, string? day = null, string name = Name, string born = "12.05.1985", string number = "", string snils = "") =>
        $"{name};{born};{number};{snils};;{day ?? $"{Day:dd.MM.yyyy}"};{area};{score}\n";

    static readonly string Whole = Headings + Row("ПР-1", "30") + Row("Область ПР-2", "60") + Row("мет", "2") + Row("ИКТ", "Низкий");

    async Task<HttpResponseMessage> Send(byte[] file, HttpClient? who = null, Guid? body = null, Guid? instrument = null)
    {
        using var content = new ByteArrayContent(file);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        return await (who ?? _head).PostAsync(
            $"{Imports}/diagnosis-results?organizationId={body ?? Centre}&instrumentId={instrument ?? _instrument}&fileName=results.csv", content);
    }

    async Task<JsonNode> Checked(string text, Encoding? encoding = null)
    {
        var id = Id(await Send((encoding ?? Encoding.UTF8).GetBytes(text)).Gives(202));
        await Run<CheckImport>(job => job.Run(id, null, default));
        return await _head.GetAsync($"{Imports}/{id}").Ok();
    }

    async Task<JsonNode> Applied(string text, Encoding? encoding = null, bool skip = false)
    {
        var import = await Checked(text, encoding);
        Assert.That((string?)import["status"], Is.EqualTo("Checked"), import.ToJsonString());
        await _head.Post($"{Imports}/{import["id"]}/confirm", new { version = (int)import["version"]!, skipProblemRows = skip }).Ok();
        await Run<ApplyImport>(job => job.Run(Id(import), null, default));
        return await _head.GetAsync($"{Imports}/{import["id"]}").Ok();
    }

    async Task<string[]> Faults(JsonNode import) => [.. (await _head.GetAsync($"{Imports}/{import["id"]}/problems").Ok())["items"]!.AsArray()
        .Select(one => $"{one!["line"]} {one["field"]} {one["code"]}")];

    async Task<JsonArray> Own() => (await AsTeacher.GetAsync("/api/v1/diagnoses").Ok())["items"]!.AsArray();

    static Encoding Windows() => CodePagesEncodingProvider.Instance.GetEncoding(1251)!;

    [TestCase(false, ';')]
    [TestCase(true, ';')]
    [TestCase(true, ',')]
    public async Task A_file_becomes_a_diagnosis_that_is_the_teachers_alone(bool windows, char separator)
    {
        var import = await Checked(Whole.Replace(';', separator), windows ? Windows() : null);
        Assert.That(((int)import["creates"]!, (int)import["problems"]!), Is.EqualTo((1, 0)), string.Join('\n', await Faults(import)));
        var shown = (await _head.GetAsync($"{Imports}/{import["id"]}/diagnosis-results").Ok())["items"]!.AsArray();
        Assert.That(((string?)shown[0]!["change"], (string?)shown[0]!["name"]), Is.EqualTo(("Comes", Name)));

        await _head.Post($"{Imports}/{import["id"]}/confirm", new { version = (int)import["version"]! }).Ok();
        await Run<ApplyImport>(job => job.Run(Id(import), null, default));
        var mine = await Own();
        Assert.That(mine.Select(one => ((string?)one!["author"], (string?)one["status"])), Is.EqualTo(new[] { ("Outside", "Done") }));
        var done = await AsTeacher.GetAsync(At(Id(mine[0]!))).Ok();
        Assert.That(done["areas"]!.AsArray().ToDictionary(one => (string)one!["area"]!, one => (int)one!["level"]!),
            Is.EqualTo(new Dictionary<string, int> { ["subject"] = 75, ["methods"] = 75, ["ict"] = 90 }));
        Assert.That((string?)done["answers"]!["МЕТ"], Is.EqualTo("2"));

        Assert.That((await _head.GetAsync($"{Imports}/{import["id"]}/diagnosis-results").Ok())["items"]!.AsArray(), Is.Empty);
        await _head.GetAsync(At(Id(mine[0]!))).IsProblem(404, "not-found");
        await Run<OutboxDrain>(drain => drain.Run(default));
        Assert.That((await AsTeacher.GetAsync("/api/v1/me/notifications").Ok())["items"]!.AsArray().Select(item => (string?)item!["kind"]),
            Is.EqualTo(new[] { "DiagnosisImported" }));
        await Share(Id(mine[0]!), [], [Centre]);
        await _head.GetAsync(At(Id(mine[0]!))).Ok();
    }

    [Test]
    public async Task Each_fault_is_told_with_its_row_and_column()
    {
        await World.Teacher(await World.School("05701000", World.OtherRegion), "Чужая");
        await Sql.ExecuteAsync("update person set birth_date = '1990-01-01' where family_name = 'Чужая'");
        var import = await Checked(Headings + Row("ПР-1", "61") + Row("ДРУГАЯ", "1") + Row("ИКТ", "средний") + Row("ПР-2", "5", $"{Day.AddDays(90):dd.MM.yyyy}")
            + Row("ПР-1", "5", name: "Неизвестная Вера") + Row("ПР-1", "5", name: "Чужая Анна Петровна", born: "01.01.1990")
            + Row("ПР-1", "5", born: "") + Row("МЕТ", "4", "01.02.2024") + Row("МЕТ", "5", "01.02.2024"));
        Assert.That(await Faults(import), Is.EquivalentTo(new[]
        {
            "2 Балл diagnosis.import-score", "3 Область diagnosis.import-area", "4 Балл diagnosis.import-level", "5 Дата диагностики diagnosis.import-future",
            "6 ФИО diagnosis.import-unknown", "7 ФИО diagnosis.import-elsewhere", "8 ФИО diagnosis.import-who", "10 Область diagnosis.import-twice",
        }));
        Assert.That((int)import["creates"]!, Is.Zero, "of one teacher and day all comes or nothing");
        await _head.Post($"{Imports}/{import["id"]}/confirm", new { version = (int)import["version"]!, skipProblemRows = true })
            .IsProblem(409, "import.nothing-usable");
        await _head.Post($"{Imports}/{import["id"]}/cancel", new { }).Ok();
        Assert.That(await Sql.ExecuteScalarAsync<long>("select count(*) from import_result where organization_id = @Centre", new { Centre }), Is.Zero);
    }

    [Test]
    public async Task A_teacher_is_found_by_the_schools_number_and_by_the_insurance_number_if_the_name_agrees()
    {
        var key = await Services.GetRequiredService<Mentoring.Api.Features.Common.Identity.SnilsKeys>().Current(default);
        await Sql.ExecuteAsync("""
            insert into person_source (organization_id, region_code, source_id, person_id) values (@School, 'RU-TVE', 'T-17', @Teacher);
            update person set snils_key = @snils where id = @Teacher
            """, new { School, Teacher, snils = key.Of("11223344595") });
        var import = await Checked(Headings + Row("ПР-1", "30", born: "", number: "T-17") + Row("ПР-2", "30", born: "", snils: "112-233-445 95")
            + Row("МЕТ", "3", born: "", number: "T-17", name: "Другая Ольга") + Row("ИКТ", "низкий", born: "", snils: "112-233-445 96"));
        Assert.That(await Faults(import), Is.EquivalentTo(new[] { "4 ФИО diagnosis.import-unknown", "5 СНИЛС import.snils" }));
        Assert.That((int)import["creates"]!, Is.EqualTo(1));
        Assert.That(await Sql.ExecuteScalarAsync<bool>("select bool_or(position(convert_to('112-233', 'UTF8') in content) > 0) from import_file"), Is.False);
    }

    [Test]
    public async Task The_later_one_supersedes_and_an_earlier_one_is_kept_beside_it()
    {
        await Applied(Whole);
        await Applied(Headings + Row("ПР-1", "10", $"{Day.AddDays(5):dd.MM.yyyy}") + Row("ПР-1", "50", $"{Day.AddDays(-50):dd.MM.yyyy}"));
        Assert.That(await Sql.QueryAsync<string>("select status from diagnosis where person_id = @Teacher order by measured_on", new { Teacher }),
            Is.EqualTo(new[] { "Superseded", "Superseded", "Done" }));
        var again = await Checked(Whole + Row("ПР-1", "10", $"{Day.AddDays(5):dd.MM.yyyy}"));
        Assert.That(((int)again["creates"]!, (int)again["updates"]!, (int)again["unchanged"]!), Is.EqualTo((0, 0, 2)));
        await Done();
        Assert.That((await Own()).Count(one => (string?)one!["status"] == "Done"), Is.EqualTo(2), "the own view stands beside it");
    }

    [Test]
    public async Task A_file_without_headings_of_another_instrument_or_sent_twice_is_refused()
    {
        await Send(Encoding.UTF8.GetBytes("a;b\n1;2\n")).IsProblem(400, "diagnosis.import-columns");
        await Send(Encoding.UTF8.GetBytes(Whole), instrument: Deficits).IsProblem(400, "diagnosis.import-instrument");
        await Send(Encoding.UTF8.GetBytes(Whole)).Gives(202);
        await Send(Encoding.UTF8.GetBytes(Whole)).IsProblem(409, "import.duplicate");
        var school = await World.School();
        await Send(Encoding.UTF8.GetBytes(Whole), body: school).IsProblem(404, "not-found");
        await Send(Encoding.UTF8.GetBytes(Whole), AsExpert).IsProblem(403, "permission.missing");
        Assert.That(await (await _head.GetAsync($"/api/v1/instruments/{_instrument}/template?format=Csv")).Content.ReadAsStringAsync(), Does.Contain("ПР-1"));
        await AsTeacher.Post("/api/v1/diagnoses", new { organizationId = School, instrumentId = _instrument }).IsProblem(400, "diagnosis.instrument");
    }

    [Test]
    public async Task Rosters_of_the_body_stay_closed_to_whoever_only_brings_results_and_results_to_whoever_only_brings_rosters()
    {
        var results = await Checked(Whole);
        var roster = Guid.NewGuid();
        await Sql.ExecuteAsync("""
            insert into import (id, kind, status, organization_id, region_code, file_name, file_hash, created_at, created_by)
            values (@roster, 'StaffList', 'Unmatched', @Centre, 'RU-TVE', 'a.xlsx', 'y', now(), 'test')
            """, new { roster, Centre });
        var methodologist = As(await World.Account(Role.Methodologist, Centre));
        var seen = (await methodologist.GetAsync($"{Imports}?kind=DiagnosisResults").Ok())["items"]!.AsArray();
        Assert.That(seen.Select(one => Id(one!)), Is.EqualTo(new[] { Id(results) }));
        Assert.That((await methodologist.GetAsync(Imports).Ok())["items"]!.AsArray(), Has.Count.EqualTo(1));
        await methodologist.GetAsync($"{Imports}/{roster}").IsProblem(404, "not-found");
        await methodologist.Post($"{Imports}/{roster}/cancel", new { }).IsProblem(404, "not-found");
        var system = As(await World.Account(Role.IntegratingSystem, Centre));
        await system.GetAsync($"{Imports}/{results["id"]}").IsProblem(404, "not-found");
        await system.Post($"{Imports}/{results["id"]}/confirm", new { version = 3 }).IsProblem(404, "not-found");
    }

    [Test]
    public async Task The_database_shows_what_would_come_to_the_body_alone_and_by_the_right_alone()
    {
        await Checked(Whole);
        Assert.That(await Seen(Centre, "DiagnosisImport"), Is.EqualTo(1));
        Assert.That(await Seen(Centre, "DiagnosisRead"), Is.Zero);
        Assert.That(await Seen(School, "DiagnosisImport"), Is.Zero);
    }

    async Task<long> Seen(Guid organization, string permission)
    {
        await using var app = await Services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync();
        await app.ExecuteAsync("select set_config('scope.organizations', @organizations, false), set_config('scope.permission', @permission, false)",
            new { organizations = $"{{{organization}}}", permission });
        return await app.ExecuteScalarAsync<long>("select count(*) from import_result");
    }
}
