using System.Net.Http.Headers;
using Dapper;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Platform;

public sealed class ProblemTests : ProgramTest
{
    static StringContent Json(string text) => new(text, new MediaTypeHeaderValue("application/json"));

    [TestCase("{")]
    [TestCase("[1,2")]
    [TestCase("")]
    [TestCase("\"text\"")]
    [TestCase("null")]
    public async Task A_body_that_cannot_be_read_is_the_callers_mistake(string body) =>
        Assert.That((int)(await Curator.PostAsync(Path, Json(body))).StatusCode, Is.EqualTo(400));

    [Test]
    public async Task A_wrong_type_is_pointed_to() =>
        await Curator.Post(Path, Plan(p => p["participants"]![0]!["personId"] = "nobody")).PointsTo("/participants/0/personId", "request.unreadable");

    [Test]
    public async Task Another_media_type_is_refused() =>
        await Curator.PostAsync(Path, new StringContent("<plan/>", new MediaTypeHeaderValue("application/xml"))).IsProblem(415, "request.media-type");

    [Test]
    public async Task An_unknown_address_and_method_are_problems_too()
    {
        await Curator.GetAsync("/api/v1/nothing").IsProblem(404, "not-found");
        await Curator.DeleteAsync(Path).IsProblem(405, "request.method");
    }

    [TestCase("/calendar/nope.ics", "text/calendar")]
    [TestCase("/api/v1/programs/00000000-0000-0000-0000-000000000000", "image/png")]
    [TestCase("/api/v1/organizations/00000000-0000-0000-0000-000000000000/coordination/log.csv", "text/csv")]
    [TestCase("/api/v1/territories/nowhere/indicators.csv", "text/csv;q=0.9, application/xml")]
    [TestCase("/api/v1/nothing", "text/html")]
    public async Task Whoever_asks_for_another_format_is_told_the_problem_all_the_same(string path, string accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Accept.ParseAdd(accept);
        await Curator.SendAsync(request).IsProblem(404, "not-found");
    }

    [TestCase("none-such")]
    [TestCase("utf-7")]
    [TestCase("koi8-r")]
    [TestCase("utf-16")]
    public async Task A_body_in_another_charset_than_UTF_8_is_refused(string charset) =>
        await Curator.PostAsync(Path, new StringContent("{}", new MediaTypeHeaderValue("application/json", charset))).IsProblem(415, "request.media-type");

    [Test]
    public async Task A_null_among_the_items_of_a_list_is_pointed_to()
    {
        await Curator.Post(Path, Plan(p => p["participants"]!.AsArray().Add(null))).PointsTo("/participants/2", "request.field-missing");
        await Curator.Post(Path, Plan(p => p["goals"]!.AsArray().Insert(0, null))).PointsTo("/goals/0", "request.field-missing");
    }

    [TestCase("0001-01-01")]
    [TestCase("1899-12-31")]
    [TestCase("2200-01-01")]
    [TestCase("9999-12-31")]
    public async Task Days_at_the_end_of_time_are_refused_in_bodies_and_addresses(string day)
    {
        await Curator.Post(Path, Plan(p => p["endsOn"] = day)).PointsTo("/endsOn", "request.day");
        await Curator.Post(Path, Plan(p => p["activities"]![1]!["dueOn"] = day)).PointsTo("/activities/1/dueOn", "request.day");
        await Curator.GetAsync($"/api/v1/organizations/{School.Id}/meetings?from={day}").PointsTo("/from", "request.day");
        await Mentor.GetAsync($"/api/v1/organizations/{School.Id}/rooms/bookings?from={day}T10:00:00Z&until={day}T11:00:00Z").PointsTo("/from", "request.day");
        await Curator.GetAsync($"/api/v1/organizations/{School.Id}/coordination?to={day}").PointsTo("/to", "request.day");
    }

    [Test]
    public async Task Choices_are_made_by_name_in_an_address_too()
    {
        await Curator.GetAsync($"{Path}?sort=200").PointsTo("/sort", "request.unreadable");
        await Curator.GetAsync($"/api/v1/organizations/{School.Id}/coordination?kind=-1").PointsTo("/kind", "request.unreadable");
    }

    [Test]
    public async Task What_an_address_does_not_take_is_told_to_whoever_asks()
    {
        var xml = new StringContent("<a/>", new MediaTypeHeaderValue("application/xml"));
        await Anonymous().PostAsync("/api/v1/accounts/password", xml).IsProblem(415, "request.media-type");
        await Anonymous().DeleteAsync(Path).IsProblem(405, "request.method");
        await Anonymous().GetAsync(Path).IsProblem(401, "token.missing");
    }

    [Test]
    public async Task Text_typed_in_parts_is_found_by_its_whole_letters()
    {
        await Curator.Post(Path, Plan(p => p["title"] = "Чаи\u0306ка\u000b")).Gives(201);
        var found = await Curator.GetAsync($"{Path}?search={Uri.EscapeDataString("чаи\u0306к")}").Ok();
        Assert.That(found["items"]!.AsArray().Select(p => (string?)p!["title"]), Does.Contain("Чайка"));
    }

    [Test]
    public async Task A_failure_is_recorded_under_the_operation_that_failed()
    {
        await Sql.ExecuteAsync("alter table program rename column title to title_renamed");
        try
        {
            await Curator.GetAsync(Path).IsProblem(500, "unexpected");
            Assert.That(Failures.Recent, Has.Some.StartWith("ListPrograms failed with PostgresException"));
        }
        finally
        {
            await Sql.ExecuteAsync("alter table program rename column title_renamed to title");
        }
    }

    [Test]
    public async Task Problems_speak_the_callers_language_and_carry_a_trace()
    {
        var russian = As(School.CuratorAccount);
        russian.DefaultRequestHeaders.AcceptLanguage.Clear();
        russian.DefaultRequestHeaders.AcceptLanguage.ParseAdd("ru");
        var id = Guid.CreateVersion7();
        var (english, translated) = (await Curator.GetAsync($"{Path}/{id}").IsProblem(404, "not-found"),
            await russian.GetAsync($"{Path}/{id}").IsProblem(404, "not-found"));
        Assert.That((string?)english["detail"], Does.Match("^[A-Za-z ,.]+$"));
        Assert.That((string?)translated["detail"], Does.Match("[а-я]"));
        Assert.That((string?)translated["traceId"], Is.Not.Empty);
    }
}
