using System.Net.Http.Headers;
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

    [Test]
    public async Task Problems_speak_the_callers_language_and_carry_a_trace()
    {
        var russian = As(School.CuratorAccount);
        russian.DefaultRequestHeaders.AcceptLanguage.Clear();
        russian.DefaultRequestHeaders.AcceptLanguage.ParseAdd("ru");
        var id = Guid.CreateVersion7();
        var (english, translated) = (await Curator.GetAsync($"{Path}/{id}").IsProblem(404, "not-found"), await russian.GetAsync($"{Path}/{id}").IsProblem(404, "not-found"));
        Assert.That((string?)english["detail"], Does.Match("^[A-Za-z ,.]+$"));
        Assert.That((string?)translated["detail"], Does.Match("[а-я]"));
        Assert.That((string?)translated["traceId"], Is.Not.Empty);
    }
}
