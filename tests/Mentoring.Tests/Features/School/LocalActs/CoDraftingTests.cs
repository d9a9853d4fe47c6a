using System.Text.Json.Nodes;
using Mentoring.Api.Features.School.LocalActs;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.School.LocalActs;

[Covers(nameof(AnswerSuggestion), nameof(CloseCoDrafting), nameof(GetCoDrafting), nameof(IncorporateSuggestions),
    nameof(ListCoDraftings), nameof(OpenCoDrafting), nameof(SuggestWording), nameof(WithdrawSuggestion))]
public sealed class CoDraftingTests : ActTest
{
    HttpClient _member = null!;

    [SetUp]
    public async Task Seat() => _member = As(await World.Account(Role.CouncilMember, School, await World.Teacher(School, "Советова")));

    [TearDown]
    public void Leave() => _member.Dispose();

    [Test]
    public async Task The_council_and_the_union_propose_the_author_answers_and_the_next_edition_names_them()
    {
        var id = await Open();
        var lines = Names((await Drafting(id))["passages"]);
        var first = await Suggest(_member, id, lines[^1], "Срок уведомления: три рабочих дня");
        var second = await Suggest(Union, id, lines[^2], "Доплата назначается приказом");
        var comment = (Guid)(await _member.Post($"/api/v1/acts/{id}/suggestions", new { edition = 1, kind = "Comment", reason = "Не указан срок хранения" })
            .Gives(201))["id"]!;
        Assert.That((await Drafting(id))["suggestions"]!.AsArray().Select(s => (string?)s!["side"]),
            Is.EquivalentTo(new[] { "Council", "Union", "Council" }), "made in one moment of the test's clock");

        await Answer(first, true);
        await Answer(comment, false);
        await Curator.Post($"/api/v1/act-suggestions/{second}/answer", new { version = 1, accepted = true, answer = "" }).PointsTo("/answer");
        await Answer(second, true);
        var edited = await Curator.Post($"/api/v1/acts/{id}/suggestions/incorporate", new { version = 1, reason = "По предложениям совета и профсоюза" })
            .Ok();
        Assert.That((int)edited["edition"]!, Is.EqualTo(2));

        var act = await Read(id);
        Assert.That((string?)act["text"], Does.Contain("три рабочих дня").And.Contain("Доплата назначается приказом"));
        Assert.That(Names(act["editions"]![0]!["contributors"]), Has.Length.EqualTo(1), "test accounts share one name");
        Assert.That((await Drafting(id))["suggestions"]!.AsArray().Count(s => (string?)s!["status"] == "Incorporated" && (int?)s["inEdition"] == 2),
            Is.EqualTo(2));
        await Curator.Post($"/api/v1/acts/{id}/suggestions/incorporate", new { version = 2, reason = "Ещё раз" }).IsProblem(409, "act.nothing-accepted");
    }

    [Test]
    public async Task A_passage_has_one_accepted_wording_even_when_two_are_accepted_at_once()
    {
        var id = await Open();
        var line = Names((await Drafting(id))["passages"])[^1];
        var (one, other) = (await Suggest(_member, id, line, "Так"), await Suggest(Union, id, line, "Иначе"));
        var answers = await Task.WhenAll(new[] { one,
            other }.Select(s => Curator.Post($"/api/v1/act-suggestions/{s}/answer", new { version = 1, accepted = true, answer = "Да" })));
        Assert.That(answers.Select(a => (int)a.StatusCode).Order(), Is.EqualTo(new[] { 200, 409 }));
    }

    [Test]
    public async Task A_revision_that_takes_a_passage_away_is_not_passed_over()
    {
        var id = await Open();
        var suggestion = await Suggest(_member, id, Names((await Drafting(id))["passages"])[^1], "Так");
        await Answer(suggestion, true);
        await Curator.Put($"/api/v1/acts/{id}", new { version = 1, title = "Другое", text = "# Другое" }).Ok();
        await _member.Post($"/api/v1/acts/{id}/suggestions", new { edition = 1, kind = "Comment", reason = "x" }).IsProblem(409, "act.edition-changed");
        await Curator.Post($"/api/v1/acts/{id}/suggestions/incorporate", new { version = 2, reason = "x" }).IsProblem(409, "act.passage-gone");
        await Curator.Post($"/api/v1/act-suggestions/{suggestion}/answer", new { version = 2, accepted = false, answer = "Строки больше нет" }).Ok();
    }

    [Test]
    public async Task Words_are_taken_until_the_term_is_over()
    {
        var id = await Draft();
        object body = new { edition = 1, kind = "Comment", reason = "x" };
        await _member.Post($"/api/v1/acts/{id}/suggestions", body).IsProblem(409, "act.drafting-not-open");
        await Curator.Post($"/api/v1/acts/{id}/co-drafting", new { version = 1, closesOn = Day(-1) }).PointsTo("/closesOn", "act.drafting-term");
        var drafting = await Curator.Post($"/api/v1/acts/{id}/co-drafting", new { version = 1, closesOn = Day(2) }).Gives(201);
        await Curator.Post($"/api/v1/acts/{id}/co-drafting", new { version = 1, closesOn = Day(2) }).IsProblem(409, "act.drafting-open");
        Assert.That((await _member.GetAsync($"/api/v1/organizations/{School}/co-draftings").Ok()).AsArray().Select(one => (Guid)one!["actId"]!),
            Does.Contain(id));

        var suggestion = (Guid)(await _member.Post($"/api/v1/acts/{id}/suggestions", body).Gives(201))["id"]!;
        await Union.Post($"/api/v1/act-suggestions/{suggestion}/withdraw", new { version = 1 }).IsProblem(403, "act.suggestion-not-yours");
        await _member.Post($"/api/v1/act-suggestions/{suggestion}/withdraw", new { version = 1 }).Ok();
        await Curator.Post($"/api/v1/act-suggestions/{suggestion}/answer", new { version = 2, accepted = true, answer = "Да" })
            .IsProblem(409, "act.suggestion-not-now");
        await Curator.Post($"/api/v1/acts/{id}/co-drafting/close", new { version = (int)drafting["version"]! }).Ok();
        await _member.Post($"/api/v1/acts/{id}/suggestions", body).IsProblem(409, "act.drafting-not-open");
    }

    [Test]
    public async Task What_is_agreed_is_not_drafted_together()
    {
        var id = await Agreed();
        await Curator.Post($"/api/v1/acts/{id}/co-drafting", new { version = 2, closesOn = Day(2) }).IsProblem(409, "act.drafting-needs-draft");
    }

    [Test]
    public async Task Each_does_only_their_own_part()
    {
        var id = await Open();
        object suggestion = new { edition = 1, kind = "Comment", reason = "x" };
        await Curator.Post($"/api/v1/acts/{id}/suggestions", suggestion).IsProblem(403, "permission.missing");
        await Mentee.Post($"/api/v1/acts/{id}/suggestions", suggestion).IsProblem(403, "permission.missing");
        await Mentee.GetAsync($"/api/v1/acts/{id}/co-drafting").IsProblem(404, "not-found");
        await Mentee.GetAsync($"/api/v1/organizations/{School}/co-draftings").IsProblem(404, "not-found");
        await Stranger.GetAsync($"/api/v1/acts/{id}/co-drafting").IsProblem(404, "not-found");
        await Stranger.Post($"/api/v1/acts/{id}/co-drafting", new { version = 1, closesOn = Day(2) }).IsProblem(404, "not-found");
        await Stranger.Post($"/api/v1/acts/{id}/suggestions/incorporate", new { version = 1, reason = "x" }).IsProblem(404, "not-found");
        await _member.Post($"/api/v1/acts/{id}/co-drafting/close", new { version = 1 }).IsProblem(403, "permission.missing");
        await Union.Post($"/api/v1/acts/{id}/suggestions", new { edition = 1, kind = "Wording", reason = "x", passage = "Нет такой строки", wording = "y" })
            .PointsTo("/passage", "act.passage-unknown");
        await Union.Post($"/api/v1/acts/{id}/suggestions", new { edition = 1, kind = "Wording", reason = "x" }).PointsTo("/passage");
    }

    async Task<Guid> Open()
    {
        var id = await Draft("PayTerms");
        await Curator.Post($"/api/v1/acts/{id}/co-drafting", new { version = 1, closesOn = Day(10), question = "Как лучше сказать о доплате?" }).Gives(201);
        return id;
    }

    Task<JsonNode> Drafting(Guid id) => Curator.GetAsync($"/api/v1/acts/{id}/co-drafting").Ok();

    static async Task<Guid> Suggest(HttpClient who, Guid act, string passage, string wording) =>
        (Guid)(await who.Post($"/api/v1/acts/{act}/suggestions", new { edition = 1, kind = "Wording", reason = "Так понятнее", passage, wording })
            .Gives(201))["id"]!;

    Task Answer(Guid suggestion, bool accepted) =>
        Curator.Post($"/api/v1/act-suggestions/{suggestion}/answer", new { version = 1, accepted, answer = "Рассмотрено" }).Ok();
}
