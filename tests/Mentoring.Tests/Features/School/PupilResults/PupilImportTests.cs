using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Dapper;
using Mentoring.Api.Features.Common.Identity;
using Mentoring.Api.Features.Common.Imports;
using Mentoring.Api.Features.School.PupilResults;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Tests.Features.School.PupilResults;

[Covers(nameof(UploadPupilResults))]
public sealed class PupilImportTests : PupilResultsTest
{
    const string Imports = "/api/v1/imports";
    const string Headings = "ФИО;Табельный номер;СНИЛС;Вид;Предмет;Учебный год;Класс;Период;Этап;Обучающихся;Успешно;Призовых мест;Дата\n";
    const string Name = "Новичкова Анна Петровна";

    static string Row(string kind = "ВПР", string counts = "26;20;", string name = Name, string number = "", string snils = "", string subject = "Математика",
        string? year = null, string grade = "6", string term = "", string stage = "", string? day = null) =>
        $"{name};{number};{snils};{kind};{subject};{year ?? $"{Year}/{Year + 1}"};{grade};{term};{stage};{counts};{day ?? $"15.05.{Year + 1}"}\n";

    static readonly string Whole = Headings + Row() + Row("огэ", "26;25;", grade: "9 класс") + Row("ЕГЭ", "12;12;", grade: "11", subject: "russian")
        + Row("успеваемость", "54;51;", term: "1 четверть", day: $"31.10.{Year}") + Row("олимпиада", "54;60;3", stage: "школьный", day: $"25.10.{Year}");

    async Task<HttpResponseMessage> Send(string text, HttpClient? who = null, Encoding? encoding = null, Guid? school = null)
    {
        using var content = new ByteArrayContent((encoding ?? Encoding.UTF8).GetBytes(text));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        return await (who ?? Curator).PostAsync($"{Imports}/pupil-results?organizationId={school ?? School.Id}&fileName=journal.csv", content);
    }

    /// <summary>The same file may come again.</summary>
    async Task<JsonNode> Checked(string text, HttpClient? who = null, Encoding? encoding = null)
    {
        await Sql.ExecuteAsync("update import set file_hash = id::text");
        var id = (Guid)(await Send(text, who, encoding).Gives(202))["id"]!;
        await Run<CheckImport>(job => job.Run(id, null, default));
        return await (who ?? Curator).GetAsync($"{Imports}/{id}").Ok();
    }

    async Task<JsonNode> Applied(string text, bool skip = false, HttpClient? who = null)
    {
        var import = await Checked(text, who);
        Assert.That((string?)import["status"], Is.EqualTo("Checked"), import.ToJsonString());
        await (who ?? Curator).Post($"{Imports}/{import["id"]}/confirm", new { version = (int)import["version"]!, skipProblemRows = skip }).Ok();
        await Run<ApplyImport>(job => job.Run((Guid)import["id"]!, null, default));
        return await (who ?? Curator).GetAsync($"{Imports}/{import["id"]}").Ok();
    }

    async Task<string[]> Faults(JsonNode import) => [.. (await Curator.GetAsync($"{Imports}/{import["id"]}/problems").Ok())["items"]!.AsArray()
        .Select(one => $"{one!["line"]} {one["field"]} {one["code"]}")];

    static (int, int, int, int) Counts(JsonNode import) =>
        ((int)import["creates"]!, (int)import["updates"]!, (int)import["unchanged"]!, (int)import["problems"]!);

    [TestCase(false, ';')]
    [TestCase(true, ';')]
    [TestCase(true, ',')]
    public async Task A_file_is_checked_and_brings_each_kind(bool windows, char separator)
    {
        var import = await Checked(Whole.Replace(';', separator), encoding: windows ? CodePagesEncodingProvider.Instance.GetEncoding(1251) : null);
        Assert.That(Counts(import), Is.EqualTo((5, 0, 0, 0)), string.Join('\n', await Faults(import)));
        Assert.That(await Seen(Curator, OfSchool()), Is.Empty, "nothing comes before it is confirmed");
        await Curator.Post($"{Imports}/{import["id"]}/confirm", new { version = (int)import["version"]! }).Ok();
        await Run<ApplyImport>(job => job.Run((Guid)import["id"]!, null, default));
        Assert.That((await Seen(Curator, OfSchool())).Select(one => ((string?)one["kind"], (int)one["pupils"]!, (int)one["successful"]!)).Order(),
            Is.EqualTo(new (string?, int, int)[] { ("Attainment", 54, 51), ("Ege", 12, 12), ("Oge", 26, 25), ("Olympiad", 54, 60), ("Vpr", 26, 20) }));
    }

    [Test]
    public async Task The_same_rows_again_change_nothing_and_changed_ones_become_corrections()
    {
        await Applied(Whole);
        Assert.That(Counts(await Checked(Whole)), Is.EqualTo((0, 0, 5, 0)));
        var changed = await Applied(Whole.Replace("26;20;", "26;22;") + Row(subject: "Русский язык"));
        Assert.That(Counts(changed), Is.EqualTo((1, 1, 4, 0)));
        var vpr = (await Seen(Curator, OfSchool("kind=Vpr&subject=mathematics"))).Single();
        var one = await Curator.GetAsync($"{Results}/{vpr["id"]}").Ok();
        Assert.That(((int)one["figure"]!["successful"]!, (int)one["version"]!, (string?)one["history"]![0]!["reason"]), Is.EqualTo((22, 2, "journal.csv")));
        await Curator.Post($"{Results}/{vpr["id"]}/undo", new { version = 2 }).Ok();
        Assert.That(Counts(await Checked(Whole)), Is.EqualTo((0, 0, 5, 0)));
    }

    [Test]
    public async Task Each_fault_is_told_with_its_row_and_column_and_the_rest_comes_all_the_same()
    {
        await World.Teacher(School.Id, "Двойникова");
        await World.Teacher(School.Id, "Двойникова");
        var text = Headings + Row("ЕГЭ") + Row(subject: "Алхимия") + Row(counts: "20;21;") + Row(grade: "6А") + Row(year: "2025-2027") + Row("Чтение")
            + Row(name: "Неизвестная Вера Ильинична") + Row(name: "Двойникова Анна Петровна") + Row(day: $"15.05.{Year + 3}") + Row("успеваемость")
            + Row("олимпиада", "54;60;3", stage: "мировой") + Row(name: "") + Row() + Row(counts: "26;19;") + Row(counts: ";;", subject: "Физика");
        var import = await Applied(text, skip: true);
        Assert.That(await Faults(import), Is.EquivalentTo(new[]
        {
            "2 Класс pupil-results.grade", "3 Предмет pupil-results.import-subject", "4 Успешно pupil-results.successful",
            "5 Класс pupil-results.import-grade", "6 Учебный год pupil-results.import-year", "7 Вид pupil-results.import-kind",
            "8 ФИО pupil-results.import-unknown", "9 ФИО pupil-results.import-ambiguous", "10 Дата pupil-results.day-outside",
            "11 Период pupil-results.term", "12 Этап pupil-results.import-stage", "13 ФИО pupil-results.import-who", "15 Вид pupil-results.import-twice",
            "16 Обучающихся import.required", "16 Успешно import.required",
        }));
        Assert.That((await Seen(Curator, OfSchool())).Select(one => (int)one["successful"]!), Is.EqualTo(new[] { 20 }));
    }

    [Test]
    public async Task A_teacher_is_found_by_the_schools_number_and_by_the_insurance_number_if_a_name_beside_it_agrees()
    {
        var key = await Services.GetRequiredService<SnilsKeys>().Current(default);
        await Sql.ExecuteAsync("""
            insert into person_source (organization_id, region_code, source_id, person_id) values (@Id, 'RU-TVE', 'number:17', @Mentee) on conflict do nothing;
            update person set snils_key = @snils where id = @Mentor
            """, new { School.Id, School.Mentee, School.Mentor, snils = key.Of("11223344595") });
        var import = await Checked(Headings + Row(name: "", number: "17") + Row(name: "", snils: "112-233-445 95") + Row(number: "17", grade: "7")
            + Row(name: "Другая Ольга Ивановна", number: "17", grade: "8") + Row(name: "", snils: "112-233-445 96"));
        Assert.That(await Faults(import), Is.EquivalentTo(new[] { "5 ФИО pupil-results.import-unknown", "6 СНИЛС import.snils" }));
        Assert.That((int)import["creates"]!, Is.EqualTo(3));
        Assert.That(await Sql.ExecuteScalarAsync<bool>("select bool_or(position(convert_to('112-233', 'UTF8') in content) > 0) from import_file"), Is.False);
    }

    [Test]
    public async Task The_schools_own_system_brings_a_file_and_reads_no_row()
    {
        var system = await As(Role.IntegratingSystem, School.Id);
        Assert.That(Counts(await Applied(Whole, who: system)), Is.EqualTo((5, 0, 0, 0)));
        await system.GetAsync(Results).IsProblem(403, "permission.missing");
        await Send(Whole, Head).IsProblem(403, "permission.missing");
        await Send(Whole, Stranger).IsProblem(404, "not-found");
        await Send("a;b\n1;2\n").IsProblem(400, "pupil-results.import-columns");
    }

    [Test]
    public async Task What_is_exported_is_taken_back_unchanged()
    {
        await Applied(Whole);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{AtSchool}.csv");
        request.Headers.AcceptLanguage.ParseAdd("ru");
        var text = await (await Curator.SendAsync(request)).Content.ReadAsStringAsync();
        Assert.That(Counts(await Checked(text.TrimStart('\ufeff').Replace("\r\n", "\n", StringComparison.Ordinal))), Is.EqualTo((0, 0, 5, 0)));
    }
}
