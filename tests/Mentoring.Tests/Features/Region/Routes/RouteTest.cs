using System.Text.Json.Nodes;
using Dapper;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Region.Routes;

/// <summary>A teacher of a school with a route of the own, a tutor who reads it, a colleague who does not, and the school's curator.</summary>
public abstract class RouteTest : ApiTest
{
    protected const string Image = "Учитель, к которому идут за советом и ученики, и коллеги";

    protected Guid School { get; private set; }
    protected Guid Teacher { get; private set; }
    protected Guid Tutor { get; private set; }
    protected HttpClient Own { get; private set; } = null!;
    protected HttpClient AsTutor { get; private set; } = null!;
    protected HttpClient Colleague { get; private set; } = null!;
    protected HttpClient Curator { get; private set; } = null!;

    protected DateOnly Today => RegionTime.DayOf(Time.GetUtcNow(), "Europe/Moscow");

    [SetUp]
    public async Task MeetTeacher()
    {
        School = await World.School();
        (Teacher, Tutor) = (await World.Teacher(School), await World.Teacher(await World.School(), "Тьюторова"));
        (Own, AsTutor) = (As(await World.Account(Teacher)), As(await World.Account(Tutor)));
        (Colleague, Curator) = (As(await World.Account(await World.Teacher(School, "Соседова"))), await As(Role.Curator, School));
        await Sql.ExecuteAsync("""
            insert into dictionary_entry (dictionary, code, name_ru, name_en, position, source, valid_from) select d, c, c, c, n, 'test', '2020-01-01'
              from (values ('competence-area', 'methods', 1), ('competence-area', 'health', 2), ('pedagogical-product', 'lesson', 1)) v (d, c, n)
            on conflict do nothing
            """);
    }

    protected object Horizon(int years = 5, string? image = Image) =>
        new { startsOn = $"{Today:O}", endsOn = $"{Today.AddYears(years).AddDays(-1):O}", image };

    protected async Task<Guid> Begun() => (Guid)(await Own.Post("/api/v1/routes", Horizon()).Gives(201))["id"]!;

    protected static string At(Guid route, string rest = "") => $"/api/v1/routes/{route}{rest}";

    protected async Task<int> Version(Guid route) => (int)(await Read(route))["route"]!["revision"]!;

    protected async Task<JsonNode> Read(Guid route) => await Own.GetAsync(At(route)).Ok();

    protected object Line(string title = "Курс «Оценивание для развития»", int from = 0, int days = 90, Guid? id = null, Guid[]? findings = null) => new
    {
        id, section = "A", title, startsOn = $"{Today.AddDays(from):O}", endsOn = $"{Today.AddDays(from + days):O}", product = "Разработка занятия",
        areaCodes = new[] { "methods" }, findingIds = findings ?? [],
    };

    protected async Task Advance(Guid route, string to) => await Own.Post(At(route, "/advance"), new { version = await Version(route), to }).Ok();

    /// <returns>A route under way with one deficit and one activity.</returns>
    protected async Task<(Guid Route, Guid Finding, Guid Activity)> UnderWay()
    {
        var route = await Begun();
        await Advance(route, "Diagnosis");
        await Own.Put(At(route, "/findings"), new { version = await Version(route), findings = new[] { Deficit() } }).Ok();
        await Advance(route, "Roadmap");
        await Own.Put(At(route, "/roadmap"), new { version = await Version(route), activities = new[] { Line() } }).Ok();
        await Advance(route, "InProgress");
        var read = await Read(route);
        return (route, (Guid)read["findings"]![0]!["id"]!, (Guid)read["activities"]![0]!["id"]!);
    }

    protected static object Deficit(string area = "methods", Guid? id = null, bool closed = false) =>
        new { id, kind = "Deficit", areaCode = area, text = "Трудно оценивать работу в группах", levelBefore = 35, closed };

    protected Task LetIn(Guid route) => Sql.ExecuteAsync("update route set reader_ids = array[@Tutor] where id = @route", new { Tutor, route });

    protected static MultipartFormDataContent Product(Guid activity, string? file = "урок.txt", string kind = "lesson", string? link = null)
    {
        var form = new MultipartFormDataContent
        {
            { new StringContent($"{activity}"), "activityId" }, { new StringContent(kind), "kindCode" }, { new StringContent("Урок-исследование"), "title" },
            { new StringContent("4"), "attitude" }, { new StringContent("Получилось, хочу повторить"), "attitudeWords" },
        };
        if (link is not null) form.Add(new StringContent(link), "link");
        if (file is not null) form.Add(new ByteArrayContent("Ход урока"u8.ToArray()), "file", file);
        return form;
    }
}
