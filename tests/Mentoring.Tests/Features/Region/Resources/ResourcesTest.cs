using Dapper;
using Mentoring.Api.Platform;
using Mentoring.Tests.Features.Region.Support;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Region.Resources;

/// <summary>A centre that keeps the map of its region, and a teacher of a school there.</summary>
public abstract class ResourcesTest : SupportTest
{
    protected Guid Teacher { get; private set; }
    protected HttpClient AsTeacher { get; private set; } = null!;

    [SetUp]
    public async Task HireTeacher()
    {
        await Sql.ExecuteAsync("delete from resource_place; delete from resource_run; delete from resource");
        var teacher = await World.Teacher(School);
        (Teacher, AsTeacher) = (teacher, As(await World.Account(teacher)));
    }

    protected string Kept => $"/api/v1/organizations/{Centre}/resources";

    protected static object Card(
        string title = "Стажировка по функциональной грамотности", string kind = "internship-site", string[]? areas = null, bool isOpen = false,
        string[]? sectors = null) => new
        {
            kind, title, about = "Уроки вместе с учителем площадки и разбор каждого из них", host = "МБОУ «Гимназия № 2», г. Тверь",
            areas = areas ?? ["methods"], format = "OnSite", isOpen, sectors,
            website = "https://centre.example/site", contact = "Методист центра",
        };

    protected async Task<Guid> Added(object? card = null) => (Guid)(await CentreHead.Post(Kept, new { card = card ?? Card() }).Gives(201))["id"]!;

    protected object Days(int from = 20, int until = 25, int apply = 10, int places = 2) => new
    {
        startsOn = $"{Today.AddDays(from):O}", endsOn = $"{Today.AddDays(until):O}", applyUntil = $"{Today.AddDays(apply):O}", places,
    };

    protected async Task<Guid> Run(Guid resource, object? days = null) =>
        (Guid)(await CentreHead.Post($"{Kept}/{resource}/runs", new { days = days ?? Days() }).Gives(201))["id"]!;

    protected static string Place(Guid resource, Guid run, string step) => $"/api/v1/resources/{resource}/runs/{run}/{step}";

    protected async Task<IReadOnlyList<string?>> Titles(HttpClient who, string query = "") =>
        [.. (await who.GetAsync($"/api/v1/resources?{query}").Ok())["items"]!.AsArray().Select(item => (string?)item!["title"])];

    protected async Task<HttpClient> Colleague(Guid? school = null) => As(await World.Account(await World.Teacher(school ?? School)));

    protected Task<Guid> SchoolElsewhere() => World.School("05701000", World.OtherRegion);

    protected Task<long> TakenIn(Guid run) => Sql.ExecuteScalarAsync<long>("select taken from resource_run where id = @run", new { run });

    protected async Task<HttpClient> Methodologist() => await As(Role.Methodologist, Centre);
}
