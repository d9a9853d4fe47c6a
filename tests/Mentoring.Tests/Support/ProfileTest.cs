using System.Text.Json.Nodes;
using Mentoring.Api.Platform;

namespace Mentoring.Tests.Support;

/// <summary>What is given for tests about profiles: a school with its people, and dictionaries.</summary>
public abstract class ProfileTest : ApiTest
{
    protected School School { get; private set; } = null!;

    protected HttpClient Curator { get; private set; } = null!;

    protected HttpClient Head { get; private set; } = null!;

    protected HttpClient Council { get; private set; } = null!;

    protected HttpClient Mentor { get; private set; } = null!;

    protected HttpClient Mentee { get; private set; } = null!;

    /// <summary>The curator of another school in another region.</summary>
    protected HttpClient Stranger { get; private set; } = null!;

    protected static DateOnly Today { get; } = RegionTime.DayOf(DateTimeOffset.UtcNow, "Europe/Moscow");

    [OneTimeSetUp]
    public async Task OpenSchool()
    {
        School = await School.Make(World);
        (Curator, Head, Council) = (As(School.CuratorAccount), As(School.HeadAccount), As(School.CouncilAccount));
        (Mentor, Mentee) = (As(School.MentorAccount), As(School.MenteeAccount));
        Stranger = await As(Role.Curator, await World.School("05701000", World.OtherRegion));
    }

    protected string Of(Guid person, string part) => $"/api/v1/organizations/{School.Id}/people/{person}/{part}";

    protected string AtSchool(string part) => $"/api/v1/organizations/{School.Id}/{part}";

    /// <summary>A new teacher of the school with an account of their own.</summary>
    protected async Task<(Guid Person, HttpClient Client)> Teacher(string name)
    {
        var person = await World.Teacher(School.Id, name);
        return (person, As(await World.Account(person)));
    }

    protected static JsonObject Offer(int version = 0, Action<JsonObject>? change = null)
    {
        var offer = new JsonObject
        {
            ["version"] = version, ["summary"] = "Учитель математики", ["trajectorySkills"] = "Составляю маршрут", ["supportSkills"] = "Хвалю за дело",
            ["capacityPrograms"] = 2, ["capacityHours"] = 8, ["remote"] = true, ["availableFrom"] = $"{Today:O}", ["availableUntil"] = null,
            ["topics"] = new JsonArray("teaching-methods", "lesson-organisation"), ["areas"] = new JsonArray("methods"),
            ["subjects"] = new JsonArray("mathematics"),
        };
        change?.Invoke(offer);
        return offer;
    }

    protected static object Achievement(string measure = "Средний балл ЕГЭ") =>
        new
        {
            text = "Выпускники сдали лучше", measure, evidence = "Справка № 12", achievedOn = $"{Today.AddDays(-30):O}", valueBefore = 61,
            valueAfter = 72.5
        };

    protected static JsonObject Wants(int version = 0, Action<JsonObject>? change = null)
    {
        var wants = new JsonObject
        {
            ["version"] = version, ["categories"] = new JsonArray("young"), ["subjects"] = new JsonArray("physics"), ["remote"] = false,
            ["selfImage"] = "Учитель, который ведёт исследования с детьми", ["selfNow"] = "Держусь за конспект", ["priorities"] = "Сначала дисциплина на уроке",
            ["difficulties"] = new JsonArray(Difficulty("Тишина на уроке", 3), Difficulty("Оценивание", 1)),
            ["steps"] = new JsonArray(new JsonObject { ["id"] = null, ["text"] = "Посетить урок наставника", ["dueOn"] = $"{Today.AddDays(10):O}" }),
        };
        change?.Invoke(wants);
        return wants;
    }

    protected static JsonObject Difficulty(string text, int level, string? id = null) =>
        new() { ["id"] = id, ["areaCode"] = "methods", ["topicCode"] = "lesson-organisation", ["text"] = text, ["level"] = level };
}
