using Mentoring.Api.Features.School.Profiles;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.School.Profiles;

/// <summary>Learning requests and wishes to join.</summary>
[Covers(nameof(AnswerLearningRequest), nameof(DraftLearningRequest), nameof(ExpressWish), nameof(FulfilLearningRequest),
    nameof(ListLearningRequests), nameof(ListWishes), nameof(ReviseLearningRequest), nameof(SubmitLearningRequest),
    nameof(WithdrawLearningRequest), nameof(WithdrawWish))]
public sealed class LearningRequestTests : ProfileTest
{
    static object Text(string needs = "Освоить смешанное обучение", bool toMentoring = true, bool toDevelopment = false) =>
        new { text = new { needs, difficulties = "Не хватает примеров", selfImage = "Уверенный учитель", toMentoring, toDevelopment } };

    static object Revision(int version) => new
    {
        version, text = new { needs = "Другое", difficulties = "", selfImage = "", toMentoring = false, toDevelopment = true },
    };

    async Task<(Guid Person, HttpClient Client, string Path)> Drafted(string name)
    {
        var (person, client) = await Teacher(name);
        var id = (string)(await client.Post(Of(person, "learning-requests"), Text()).Gives(201))["id"]!;
        return (person, client, $"/api/v1/learning-requests/{id}");
    }

    [Test]
    public async Task A_request_is_written_handed_in_answered_and_met()
    {
        var (person, client, path) = await Drafted("Заказова");
        Assert.That((await Curator.GetAsync(AtSchool($"learning-requests?personId={person}")).Ok())["items"]!.AsArray(), Is.Empty,
            "a draft is its author's alone");
        await client.Post(Of(person, "learning-requests"), Text()).IsProblem(409, "learning-request.open");
        await client.Put(path, Revision(1)).Ok();
        await client.Post($"{path}/submit", new { version = 2 }).Ok();
        await client.Put(path, Revision(3)).IsProblem(409, "learning-request.step-not-now");
        await Curator.Post($"{path}/answer", new { version = 3, accepted = true, answer = "Курсы в октябре" }).Ok();
        Assert.That((string?)(await client.Post($"{path}/fulfil", new { version = 4 }).Ok())["status"], Is.EqualTo("Fulfilled"));

        var seen = (await Head.GetAsync(AtSchool($"learning-requests?personId={person}&status=Fulfilled")).Ok())["items"]![0]!;
        Assert.That(((string?)seen["answer"], (bool)seen["toDevelopment"]!, (string?)seen["needs"]), Is.EqualTo(("Курсы в октябре", true, "Другое")));
    }

    [Test]
    public async Task A_returned_request_is_revised_and_may_be_taken_back()
    {
        var (_, client, path) = await Drafted("Возвратова");
        await client.Post($"{path}/submit", new { version = 1 }).Ok();
        await Curator.Post($"{path}/answer", new { version = 2, accepted = false, answer = "Уточните предмет" }).Ok();
        await client.Put(path, Revision(3)).Ok();
        Assert.That((string?)(await client.Post($"{path}/withdraw", new { version = 4 }).Ok())["status"], Is.EqualTo("Withdrawn"));
    }

    [Test]
    public async Task Only_the_author_writes_and_only_the_school_answers()
    {
        var (person, client, path) = await Drafted("Авторова");
        await Curator.Put(path, Revision(1)).IsProblem(409, "learning-request.authors-word");
        await Curator.Post(Of(person, "learning-requests"), Text()).IsProblem(409, "learning-request.authors-word");
        await client.Post($"{path}/answer", new { version = 1, accepted = true, answer = "x" }).IsProblem(403, "permission.missing");
        await Stranger.Put(path, Revision(1)).IsProblem(404, "not-found");
        await Mentor.Post($"{path}/submit", new { version = 1 }).IsProblem(404, "not-found");
        await client.Post($"{path}/submit", new { version = 9 }).IsProblem(412, "version.stale");
        await client.Post($"{path}/submit", new { version = 1 }).Ok();
        await Stranger.Post($"{path}/answer", new { version = 2, accepted = true, answer = "x" }).IsProblem(404, "not-found");
        await Curator.Post($"{path}/answer", new { version = 2, accepted = true, answer = "" }).PointsTo("/answer");
    }

    [Test]
    public async Task A_request_says_something_and_is_addressed_to_somebody()
    {
        var (person, client) = await Teacher("Никому");
        await client.Post(Of(person, "learning-requests"), Text(toMentoring: false)).PointsTo("/text/toMentoring");
        await client.Post(Of(person, "learning-requests"), Text(needs: "")).PointsTo("/text/needs");
        await client.GetAsync(AtSchool("learning-requests?size=0")).PointsTo("/size");
    }

    [Test]
    public async Task Wishes_are_said_once_and_counted_by_year()
    {
        var (person, client) = await Teacher("Желанная");
        var id = (string)(await client.Post(Of(person, "wishes"), new { wish = "Mentor", note = "Через год" }).Gives(201))["id"]!;
        await client.Post(Of(person, "wishes"), new { wish = "Mentor", note = "" }).IsProblem(409, "profile.wish-exists");
        await client.Post(Of(person, "wishes"), new { wish = "Mentee", note = new string('x', 1001) }).PointsTo("/note");

        var seen = await Curator.GetAsync(AtSchool("wishes")).Ok();
        Assert.That(seen["items"]!.AsArray().Count(w => (Guid)w!["personId"]! == person), Is.EqualTo(1));
        Assert.That((int)seen["years"]![0]!["mentors"]!, Is.GreaterThan(0));
        Assert.That((await Mentee.GetAsync(AtSchool("wishes")).Ok())["items"]!.AsArray(), Is.Empty, "nobody reads a colleague's wishes");

        await Stranger.Post($"/api/v1/wishes/{id}/withdraw").IsProblem(404, "not-found");
        await client.Post($"/api/v1/wishes/{id}/withdraw").Gives(204);
        await client.Post($"/api/v1/wishes/{id}/withdraw").IsProblem(404, "not-found");
        await Stranger.Post(Of(person, "wishes"), new { wish = "Mentor", note = "" }).IsProblem(404, "not-found");
    }
}
