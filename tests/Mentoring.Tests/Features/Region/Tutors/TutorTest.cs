using System.Text.Json.Nodes;
using Dapper;
using Mentoring.Api.Platform;
using Mentoring.Tests.Features.Region.Support;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Region.Tutors;

/// <summary>A centre that stands behind a school with tutoring, a tutor of its registry, and a teacher of the school.</summary>
public abstract class TutorTest : SupportTest
{
    protected Guid TutorId { get; private set; }
    protected Guid TeacherId { get; private set; }
    protected Guid TutorAccount { get; private set; }
    protected Guid TeacherAccount { get; private set; }
    protected HttpClient Tutor { get; private set; } = null!;
    protected HttpClient Teacher { get; private set; } = null!;
    protected string Registry => $"/api/v1/organizations/{Centre}/tutors";
    protected string Tutoring_ => $"/api/v1/organizations/{Centre}/tutoring";
    protected const string Own = "/api/v1/me/tutoring";

    [SetUp]
    public async Task Stand()
    {
        await Opened(from: -30);
        (TutorId, TutorAccount) = await Worker("Тьюторова");
        (TeacherId, TeacherAccount) = await Somebody();
        (Tutor, Teacher) = (As(TutorAccount), As(TeacherAccount));
    }

    /// <summary>Somebody who holds the role of a tutor at the centre.</summary>
    protected async Task<(Guid Person, Guid Account)> Worker(string name)
    {
        var person = await World.Teacher(Centre, name);
        return (person, await World.Account(Role.Tutor, Centre, person));
    }

    /// <summary>A teacher of the school with an account.</summary>
    protected async Task<(Guid Person, Guid Account)> Somebody(string name = "Учителева", Guid? school = null)
    {
        var person = await World.Teacher(school ?? School, name);
        return (person, await World.Account(person));
    }

    protected object Card(int capacity = 10, bool acceptsNew = true, string[]? zones = null, string[]? sectors = null, string[]? territories = null,
        string kind = "Staff", int from = -30, int? until = null) => new
        {
            kind, zones = zones ?? ["methods"], sectors = sectors ?? ["General"], territories = territories ?? [], capacity, acceptsNew,
            startsOn = $"{Today.AddDays(from):O}", endsOn = until is { } days ? $"{Today.AddDays(days):O}" : null,
        };

    /// <returns>The tutor's id in the registry.</returns>
    protected async Task<Guid> Registered(int capacity = 10, Guid? person = null, string[]? zones = null, string[]? territories = null) =>
        (Guid)(await CentreHead.Post(Registry, new { personId = person ?? TutorId, card = Card(capacity, zones: zones, territories: territories) })
            .Gives(201))["id"]!;

    protected Task<HttpResponseMessage> Propose(Guid? teacher = null, Guid? tutor = null) =>
        CentreHead.Post(Tutoring_, new { pairs = new[] { new { teacherId = teacher ?? TeacherId, tutorId = tutor ?? TutorId } }, note = "Ваш маршрут" });

    /// <returns>The id of an offer that waits for the teacher.</returns>
    protected async Task<Guid> Proposed(Guid? teacher = null, Guid? tutor = null)
    {
        await Propose(teacher, tutor).Ok();
        return await Sql.QuerySingleAsync<Guid>("select id from tutor_assignment where person_id = @of and status = 'Proposed'",
            new { of = teacher ?? TeacherId });
    }

    /// <returns>The id of an assignment at work.</returns>
    protected async Task<Guid> Begun(int capacity = 10)
    {
        await Registered(capacity);
        var id = await Proposed();
        await Teacher.Post($"{Own}/{id}/answer", new { version = 1, yes = true }).Ok();
        return id;
    }

    protected static string At(Guid tutoring) => $"/api/v1/tutoring/{tutoring}";

    protected async Task<JsonNode> Read(HttpClient who, Guid tutoring) => await who.GetAsync(At(tutoring)).Ok();

    protected Task<string> Status(Guid tutoring) => Sql.QuerySingleAsync<string>("select status from tutor_assignment where id = @tutoring", new { tutoring });
}
