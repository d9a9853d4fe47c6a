using Mentoring.Api.Features.Monitoring;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Monitoring;

[Covers(nameof(ExportTerritoryIndicators))]
public sealed class ExportTerritoryIndicatorsTests : MonitoringTest
{
    const string Path = $"/api/v1/territories/{World.Region}/indicators.csv?period=2026-10";

    [OneTimeSetUp]
    public async Task Facts()
    {
        await OpenMonths();
        var school = await World.School();
        for (var i = 0; i < 8; i++) await World.Teacher(school);
        await Program(school, "2026-09-10T10:00Z");
        await RollUp();
    }

    [Test]
    public async Task Russian_readers_see_names_beside_codes_and_decimal_commas()
    {
        var lines = (await (await Russian()).GetStringAsync(Path)).TrimStart('\uFEFF').Split("\r\n");
        Assert.That(lines[0], Does.StartWith("Код территории;Уровень;Территория;Territory;Период;Код показателя;Показатель;Значение;"));
        var row = lines.Single(line => line.StartsWith("RU-TVE;", StringComparison.Ordinal) && line.Contains(";active-programs;",
            StringComparison.Ordinal)).Split(';');
        Assert.That((row[1], row[2], row[7], row[8], row[9]), Is.EqualTo(("Регион", "Тверская область", "12,5", "1", "8")));
        Assert.That(row[6], Is.Not.EqualTo("active-programs").And.Not.Empty);
    }

    [Test]
    public async Task The_signs_and_the_file_are_a_choice()
    {
        var russian = await Russian();
        Assert.That(await russian.GetStringAsync($"{Path}&separator=Comma&decimal=Point"), Does.Contain(",12.5,1,8,"));
        using var answer = await russian.GetAsync($"{Path}&format=Xlsx");
        Assert.That((answer.Content.Headers.ContentType?.MediaType, answer.Content.Headers.ContentDisposition?.FileName),
            Is.EqualTo((Export.Spreadsheet, "indicators-RU-TVE-2026-10.xlsx")));
        var rows = Workbook.Rows(await answer.Content.ReadAsStreamAsync());
        Assert.That(rows.Single(row => row["Код территории"] is "RU-TVE" && row["Код показателя"] is "active-programs")["Значение"], Is.EqualTo(12.5));
        Assert.That((int)(await russian.GetAsync($"{Path}&format=Pdf")).StatusCode, Is.EqualTo(400));
    }

    async Task<HttpClient> Russian()
    {
        var analyst = await As(Role.FederalAnalyst, "RU");
        analyst.DefaultRequestHeaders.AcceptLanguage.Clear();
        analyst.DefaultRequestHeaders.AcceptLanguage.ParseAdd("ru");
        return analyst;
    }
}
