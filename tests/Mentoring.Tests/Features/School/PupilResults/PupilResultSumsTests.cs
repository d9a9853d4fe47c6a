using System.Text.Json.Nodes;
using Mentoring.Api.Features.School.PupilResults;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.School.PupilResults;

[Covers(nameof(GetPupilResultSums), nameof(ExportPupilResults), nameof(GetPupilResultTemplate))]
public sealed class PupilResultSumsTests : PupilResultsTest
{
    async Task<JsonNode> Sum(string kind, string? subject = null) => (await Head.GetAsync($"{AtSchool}/sums?schoolYear={Year}").Ok())["items"]!.AsArray()
        .Single(one => (string?)one!["kind"] == kind && (string?)one["subject"] == subject)!;

    [Test]
    public async Task Sums_stand_beside_the_year_before_and_kinds_apart()
    {
        await Entered(change: body => body["figure"] = Figure(20, 15));
        await Entered(change: body => (body["personId"], body["figure"]) = (School.Mentor, Figure(20, 19)));
        await Entered(change: body => (body["subject"], body["figure"]) = ("russian", Figure(9, 9)));
        await Entered(change: body => (body["schoolYear"], body["figure"]) = (Year - 1, Figure(40, 30, $"{Year}-05-15")));
        await Entered(change: body => (body["kind"], body["grade"], body["figure"]) = ("Oge", 9, Figure(10, 1)));
        await Entered(change: body => (body["kind"], body["stage"], body["figure"]) = ("Olympiad", "school", Figure(50, 60, prizes: 4)));

        var (maths, all) = (await Sum("Vpr", "mathematics"), await Sum("Vpr"));
        Assert.That(((int)maths["now"]!["pupils"]!, (int)maths["now"]!["teachers"]!, (decimal)maths["now"]!["share"]!, (decimal)maths["before"]!["share"]!,
            (decimal)maths["difference"]!), Is.EqualTo((40, 2, 85m, 75m, 10m)));
        Assert.That(((int)all["now"]!["pupils"]!, (int)all["now"]!["successful"]!), Is.EqualTo((49, 43)));
        var russian = await Sum("Vpr", "russian");
        Assert.That((bool)russian["now"]!["isSmall"]!, Is.True);
        Assert.That((russian["difference"], russian["before"]!["share"]), Is.EqualTo(((JsonNode?)null, (JsonNode?)null)));
        Assert.That((decimal)(await Sum("Oge"))["now"]!["share"]!, Is.EqualTo(10m));
        var olympiads = await Sum("Olympiad");
        Assert.That(((decimal)olympiads["now"]!["share"]!, (int)olympiads["now"]!["prizes"]!), Is.EqualTo((120m, 4)));
        await Mentee.GetAsync($"{AtSchool}/sums").IsProblem(404, "not-found");
        await Stranger.GetAsync($"{AtSchool}/sums").IsProblem(404, "not-found");
    }

    [Test]
    public async Task The_table_has_the_columns_of_the_file_that_is_brought()
    {
        await Entered();
        await Entered(change: body => (body["kind"], body["term"]) = ("Attainment", "Quarter1"));
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{AtSchool}.csv?schoolYear={Year}");
        request.Headers.AcceptLanguage.ParseAdd("ru");
        using var answer = await Curator.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.That(text, Does.Contain("ФИО;Табельный номер;Вид;Предмет;Учебный год;Класс;Период;Этап;Обучающихся;Успешно;Призовых мест;Дата"));
        Assert.That(text, Does.Contain($"Новичкова Анна Петровна;;ВПР;Математика;{Year}/{Year + 1};6;;;26;20;;15.05.{Year + 1}"));
        Assert.That(text, Does.Contain(";Успеваемость;").And.Contain(";1 четверть;"));
        Assert.That((await Curator.GetAsync($"{AtSchool}.csv?format=Xlsx")).Content.Headers.ContentType!.MediaType, Does.Contain("spreadsheet"));
        await Mentee.GetAsync($"{AtSchool}.csv").IsProblem(404, "not-found");
        Assert.That(await (await Curator.GetAsync("/api/v1/imports/pupil-results/template")).Content.ReadAsStringAsync(), Does.Contain("Personnel number"));
    }
}
