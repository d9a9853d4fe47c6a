using System.Text.Json.Nodes;
using Dapper;
using Mentoring.Api.Features.Common.Calendar;
using Mentoring.Api.Platform;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Mentoring.Tests.Support;

/// <summary>Leads programs through their life by the API, as far as a test needs them.</summary>
public abstract class ProgramTest : ApiTest
{
    protected const string Path = "/api/v1/programs";

    /// <summary>The API's clock: starts at the present, moves when a test says so.</summary>
    protected FakeTimeProvider Clock => _clock ??= new(Begins);

    FakeTimeProvider? _clock;

    /// <summary>The instant at which the API's clock starts.</summary>
    protected virtual DateTimeOffset Begins => DateTimeOffset.UtcNow;

    protected override TimeProvider Time => Clock;

    protected School School { get; private set; } = null!;

    protected HttpClient Curator { get; private set; } = null!;

    protected HttpClient Council { get; private set; } = null!;

    protected HttpClient Head { get; private set; } = null!;

    protected HttpClient Mentor { get; private set; } = null!;

    protected HttpClient Mentee { get; private set; } = null!;

    /// <summary>The curator of another school in another region.</summary>
    protected HttpClient Stranger { get; private set; } = null!;

    [OneTimeSetUp]
    public async Task OpenSchool()
    {
        School = await Support.School.Make(World);
        (Curator, Council, Head) = (As(School.CuratorAccount), As(School.CouncilAccount), As(School.HeadAccount));
        (Mentor, Mentee) = (As(School.MentorAccount), As(School.MenteeAccount));
        Stranger = await As(Role.Curator, await World.School("05701000", World.OtherRegion));
    }

    /// <summary>The day on which the run began, at the school.</summary>
    protected static DateOnly Today { get; } = RegionTime.DayOf(DateTimeOffset.UtcNow, "Europe/Moscow");

    /// <summary>The day by the API's clock, at the school.</summary>
    protected DateOnly Now => RegionTime.DayOf(Clock.GetUtcNow(), "Europe/Moscow");

    /// <summary>The production calendar as the product ships it.</summary>
    protected async Task<ProductionCalendar> Calendar() => new(
        [.. (await Sql.QueryAsync<(DateOnly, bool, bool)>("select day, is_working, is_shortened from calendar_day"))
            .Select(d => new ProductionCalendar.Day(d.Item1, d.Item2, d.Item3))],
        [.. await Sql.QueryAsync<int>("select year from calendar_year")]);

    /// <summary>A plan that is right in every field; a test changes what it is about.</summary>
    protected JsonObject Plan(Action<JsonObject>? change = null)
    {
        var plan = new JsonObject
        {
            ["organizationId"] = School.Id, ["title"] = "Первый год в школе", ["formCode"] = "teacher-teacher", ["kindCode"] = "traditional",
            ["purposeCode"] = "young-specialist", ["startsOn"] = $"{Today.AddDays(-30):O}", ["endsOn"] = $"{Today.AddDays(200):O}",
            ["content"] = "Помощь в освоении профессии", ["payKopecks"] = 500_000,
            ["participants"] = new JsonArray(
                new JsonObject { ["personId"] = School.Mentor, ["role"] = "Mentor" }, new JsonObject { ["personId"] = School.Mentee, ["role"] = "Mentee" }),
            ["goals"] = new JsonArray(new JsonObject
            {
                ["areaCode"] = "methods", ["difficulty"] = "Планирование урока", ["goal"] = "Планирует урок сама",
                ["measureBefore"] = 1, ["measureTarget"] = 4
            }),
            ["activities"] = new JsonArray(
                Activity("Разбор рабочей программы", Today.AddDays(10)), Activity("Посещение урока", Today.AddDays(40))),
        };
        change?.Invoke(plan);
        return plan;
    }

    protected static JsonObject Activity(string activity, DateOnly dueOn) =>
        new() { ["activity"] = activity, ["dueOn"] = $"{dueOn:O}", ["responsible"] = "Both", ["expectedResult"] = "Запись в дневнике" };

    protected async Task<Guid> Draft(Action<JsonObject>? change = null) => (Guid)(await Curator.Post(Path, Plan(change)).Gives(201))["id"]!;

    protected async Task<Guid> Submitted(Action<JsonObject>? change = null)
    {
        var id = await Draft(change);
        await Curator.Post($"{Path}/{id}/submit", new { version = 1 }).Ok();
        ForgetGrants();
        return id;
    }

    protected async Task<Guid> BeforeCouncil(Action<JsonObject>? change = null)
    {
        var id = await Submitted(change);
        await Consent(Mentor, id);
        await Consent(Mentee, id);
        return id;
    }

    protected async Task<Guid> BeforeHead(Action<JsonObject>? change = null)
    {
        var id = await BeforeCouncil(change);
        await Council.Post($"{Path}/{id}/decide-as-council", new { version = await Version(id), decision = "Approved" }).Ok();
        return id;
    }

    protected async Task<Guid> Active(Action<JsonObject>? change = null)
    {
        var id = await BeforeHead(change);
        await EndRunning();
        await Head.Post($"{Path}/{id}/decide-as-head", new { version = await Version(id), decision = "Approved" }).Ok();
        return id;
    }

    /// <summary>One more program in force, of the same mentee with a mentor of its own.</summary>
    protected async Task<Guid> Beside()
    {
        var mentor = await World.Teacher(School.Id, "Соседова");
        var account = await World.Account(mentor);
        var id = await Submitted(plan => plan["participants"]![0]!["personId"] = mentor);
        await Consent(As(account), id);
        await Consent(Mentee, id);
        await Council.Post($"{Path}/{id}/decide-as-council", new { version = await Version(id), decision = "Approved" }).Ok();
        await Head.Post($"{Path}/{id}/decide-as-head", new { version = await Version(id), decision = "Approved" }).Ok();
        return id;
    }

    /// <summary>A pair has one running program at a time: those of the tests before are over.</summary>
    protected Task EndRunning() => Sql.ExecuteAsync("""
        update program p set status = 'EndedEarly', finished_at = @Now
         where p.status in ('Active', 'Paused') and p.organization_id = @Id
           and (select count(*) from program_participant i where i.program_id = p.id and i.person_id in (@Mentor, @Mentee) and i.left_on is null) = 2
        """, new { School.Id, School.Mentor, School.Mentee, Now = Clock.GetUtcNow().UtcDateTime });

    /// <summary>Reads the terms as the person sees them, and consents to them.</summary>
    protected static async Task Consent(HttpClient person, Guid id, bool given = true, string? reason = null)
    {
        var seen = await person.GetAsync($"{Path}/{id}").Ok();
        await person.Post($"{Path}/{id}/consents/decide",
            new { given, termsVersion = (int)seen["termsVersion"]!, termsHash = (string)seen["termsHash"]!, reason }).Ok();
    }

    /// <summary>Records a meeting that ended just now.</summary>
    protected async Task<Guid> HeldMeeting(Guid id)
    {
        Clock.Advance(TimeSpan.FromHours(2));
        return (Guid)(await Mentor.Post($"{Path}/{id}/meetings/log", new
        {
            startsAt = Clock.GetUtcNow().AddHours(-1), durationMinutes = 45, mode = "InPerson", topic = "Разбор урока", summary = "Договорились о плане",
        }).Gives(201))["id"]!;
    }

    protected static object Evaluation(int mark = 5) =>
        new { goalsReached = mark, usefulness = mark, atmosphere = mark, summary = "Помогло", goals = Array.Empty<object>() };

    /// <summary>Both sides evaluate.</summary>
    protected async Task Evaluate(Guid id)
    {
        await Mentor.Put($"{Path}/{id}/evaluation", Evaluation(4)).Ok();
        await Mentee.Put($"{Path}/{id}/evaluation", Evaluation()).Ok();
    }

    /// <summary>Marks every activity as done.</summary>
    protected async Task DoRoadmap(Guid id)
    {
        foreach (var activity in (await Read(id))["activities"]!.AsArray())
            await Mentee.Put($"{Path}/{id}/activities/{activity!["id"]}/done", new { version = (int)activity["version"]!, result = "Сделано" }).Ok();
    }

    protected static IEnumerable<string?> Names(JsonNode? list) => list!.AsArray().Select(one => (string?)one);

    protected async Task<int> Version(Guid id) => (int)(await Read(id))["version"]!;

    protected async Task<string> Status(Guid id) => (string)(await Read(id))["status"]!;

    /// <summary>As the curator sees it.</summary>
    protected Task<JsonNode> Read(Guid id) => Curator.GetAsync($"{Path}/{id}").Ok();

    /// <summary>Rights are kept for seconds; a test does not wait for them.</summary>
    protected void ForgetGrants()
    {
        foreach (var account in (Guid[])[School.MentorAccount, School.MenteeAccount]) Services.GetRequiredService<Access>().Forget(account.ToString());
    }
}
