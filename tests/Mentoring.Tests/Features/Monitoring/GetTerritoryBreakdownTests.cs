using System.Text.Json.Nodes;
using Dapper;
using Mentoring.Api.Features.Monitoring;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Monitoring;

[Covers(nameof(GetTerritoryBreakdown))]
public sealed class GetTerritoryBreakdownTests : MonitoringTest
{
    Guid _town, _village;

    static string Path(string territory, string indicator, string dimension, string? period = "2026-10") =>
        $"/api/v1/territories/{territory}/indicators/{indicator}/breakdown?dimension={dimension}&period={period}";

    [OneTimeSetUp]
    public async Task Facts()
    {
        (_town, _village) = (await World.School(), await World.School("28701000", World.Region));
        await Sql.ExecuteAsync("""
            update organization set address = 'Тверская область, г. Тверь, ул. Советская, д. 5' where id = @_town;
            update organization set address = 'Тверская область, Бологовский район, с. Кемцы, д. 18' where id = @_village
            """, new { _town, _village });
        for (var i = 0; i < 21; i++) await World.Teacher(_town);
        await World.Teacher(_village);
        await Meeting(await Program(_town, "2026-10-05T10:00Z"), "2026-10-20T10:00Z");
        var leader = await Program(_town, "2026-10-05T10:00Z");
        await Sql.ExecuteAsync("update program set form_code = 'head-teacher' where id = @leader", new { leader });
        await Meeting(await Program(_village, "2026-10-05T10:00Z"), "2026-10-20T10:00Z");
        await Meeting(await Program(_village, "2026-09-05T10:00Z"), "2026-09-20T10:00Z");
        await OpenMonths();
        await RollUp();
    }

    [TestCase("Settlement", "Urban 1/2, Rural 1/2")]
    [TestCase("Size", "UpTo20 1/2, UpTo50 1/2")]
    [TestCase("Sector", "General 2/4")]
    [TestCase("Form", "head-teacher 0/1, teacher-teacher 2/3")]
    [TestCase("Purpose", "adaptation 2/4")]
    public async Task Categories_add_up_to_the_whole(string dimension, string expected)
    {
        await World.Dictionaries("sector", "mentoring-form", "mentoring-kind", "program-purpose");
        var curator = await As(Role.Curator, _town);
        foreach (var territory in (string[])[World.Region, "cfo", "RU"])
        {
            var answer = await curator.GetAsync(Path(territory, "meetings-per-program", dimension)).Ok();
            Assert.That(Told(answer["territory"]!).Split(", "), Is.EquivalentTo(expected.Split(", ")), territory);
            Assert.That(answer["categories"]!.AsArray().Select(one => (string?)one!["nameRu"]), Has.None.Null.And.None.Empty);
        }
    }

    [Test]
    public async Task Months_add_up_and_what_lies_below_stands_beside_it()
    {
        var answer = await (await As(Role.RegionalAnalyst, World.Region)).GetAsync(Path(World.Region, "meetings-per-program", "Settlement", "2026/27")).Ok();

        // Two months of September's program in the village, and whatever runs in November too.
        Assert.That(Told(answer["territory"]!), Is.EqualTo("Urban 1/4, Rural 2/5"));
        Assert.That(answer["children"]!.AsArray().Select(child => Told(child!)).Where(told => told != "Urban 0/0, Rural 0/0"),
            Is.EquivalentTo(new[] { "Urban 1/4, Rural 0/0", "Urban 0/0, Rural 2/5" }));
    }

    [Test]
    public async Task A_stock_is_that_of_the_last_month()
    {
        var answer = await (await As(Role.Curator, _town)).GetAsync(Path(World.Region, "active-programs", "Settlement", "2026/27")).Ok();
        Assert.That(Told(answer["territory"]!), Is.EqualTo("Urban 2/21, Rural 2/1"));
    }

    [Test]
    public async Task What_cannot_be_told_apart_is_refused()
    {
        var curator = await As(Role.Curator, _town);
        await curator.GetAsync(Path("RU", "mentor-load", "Form")).PointsTo("/dimension", "breakdown.not-of-indicator");
        await curator.GetAsync(Path("RU", "tutor-load", "Sector")).PointsTo("/dimension", "breakdown.not-of-indicator");
        await curator.GetAsync(Path("RU", "deficits-closed", "Sector")).PointsTo("/dimension", "breakdown.not-of-indicator");
        await curator.GetAsync(Path("RU", "mentor-load", "Sector", "soon")).PointsTo("/period", "period.unknown");
        await curator.GetAsync(Path("RU", "happiness", "Sector")).IsProblem(404, "not-found");
        await curator.GetAsync(Path("RU-XXX", "mentor-load", "Sector")).IsProblem(404, "not-found");
        await (await As(Role.Mentee, _town)).GetAsync(Path("RU", "mentor-load", "Sector")).IsProblem(403, "permission.missing");
    }

    [TestCase("171062, Тверская область, Бологовский район, с. Кемцы, ул. Школьная, дом 18", "Rural")]
    [TestCase("ул. Школьная, дом 18, с. Кемцы, Бологовский район, Тверская область, 171062", "Rural")]
    [TestCase("302532, Орловская область, Орловский муниципальный округ, д. Новосёлово, зд. 18", "Rural")]
    [TestCase("Краснодарский край, станица Каневская, ул. Горького, 5", "Rural")]
    [TestCase("Московская область, Кемцы д, ул. Лесная, д. 3", "Rural")]
    [TestCase("г. Екатеринбург, п. Садовый, ул. Верстовая, д. 2", "Rural")]
    [TestCase("Тверская обл., Конаковский р-н, пгт Новозавидовский, ул. Парковая, д. 1", "Urban")]
    [TestCase("Пермский край, рабочий посёлок Суксун, ул. Мичурина, д. 4", "Urban")]
    [TestCase("620014, Свердловская область, г. Екатеринбург, ул. Вайнера, д. 16", "Urban")]
    [TestCase("Москва, ул. Тверская, д. 6, стр. 1", "Urban")]
    [TestCase("город Тверь, д. 5", "Urban")]
    [TestCase("ул. Школьная, д. 18", null)]
    [TestCase(null, null)]
    public async Task An_address_says_whether_a_place_is_urban(string? address, string? settlement) =>
        Assert.That(await Sql.ExecuteScalarAsync<string?>("select settlement_of(@address)", new { address }), Is.EqualTo(settlement));

    static string Told(JsonNode place) => string.Join(", ", place["values"]!.AsArray().Select(part =>
        $"{part!["category"]} {(decimal)part["numerator"]!:0}/{(decimal)part["denominator"]!:0}"));
}
