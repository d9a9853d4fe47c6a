using System.Text;
using System.Text.Json.Nodes;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Practices;

public sealed class PracticeTests : CouncilTest
{
    static readonly string[] Criteria = ["relevance", "clarity", "result", "evidence", "transfer"];

    string Bank => $"/api/v1/organizations/{School.Id}/practices";

    [Test]
    public async Task A_practice_is_written_reviewed_by_two_selected_published_found_and_used()
    {
        var program = await Active();
        var id = await Drafted();
        await Step(Mentor, id, "submission", 1);
        await Step(Chair.Client, id, "reviewers", 2, ("personIds", new[] { Members[0].Person, Members[1].Person }));
        await Chair.Client.Post($"/api/v1/practices/{id}/decision", new { version = 3, selected = true, comment = "Да" }).IsProblem(409, "practice.reviews-missing");
        await Review(Members[0], id).Ok();
        Assert.That((await Members[1].Client.GetAsync($"/api/v1/practices/{id}").Ok())["reviews"]!.AsArray().Count(r => r!["comment"] is not null), Is.Zero, "reviews are independent");
        await Review(Members[1], id).Ok();
        await Review(Members[2], id).IsProblem(403, "practice.not-asked");
        await Mentee.GetAsync($"/api/v1/practices/{id}").IsProblem(404, "not-found");
        await Step(Chair.Client, id, "decision", 3, ("selected", true), ("comment", "Отобрана"));
        await Step(Curator, id, "publication", 4);

        Assert.That(await Found("парные посещения урока"), Does.Contain(id), "words are found in any form");
        Assert.That(await Found("посещен"), Does.Contain(id), "so is a part of the title");
        Assert.That(await Found("робототехника"), Does.Not.Contain(id));
        Assert.That(await Found("", "&area=methods&topic=teaching-methods"), Does.Contain(id));

        await Mentee.Post($"/api/v1/practices/{id}/uses", new { programId = program, kind = "RoadmapIdea", note = "К третьей цели" }).Gives(201);
        await Mentor.Post($"/api/v1/practices/{id}/uses", new { programId = program, kind = "Resource", note = "Ещё раз" }).IsProblem(409, "practice.used-already");
        await Members[2].Client.Post($"/api/v1/practices/{id}/uses", new { programId = program, kind = "Resource", note = "Чужая" }).PointsTo("/programId", "practice.program-not-yours");
        Assert.That((int)(await Mentee.GetAsync($"/api/v1/practices/{id}").Ok())["uses"]!, Is.EqualTo(1));
        Assert.That((await Mentor.GetAsync($"{Path}/{program}/practices").Ok()).AsArray().Select(u => (Guid)u!["practiceId"]!), Is.EqualTo(new[] { id }));

        var successor = await Drafted(new { supersedesId = id });
        await Published(successor);
        Assert.That((string?)(await Mentor.GetAsync($"/api/v1/practices/{id}").Ok())["status"], Is.EqualTo("Superseded"));
    }

    [Test]
    public async Task Every_author_says_whether_to_be_named()
    {
        var id = await Drafted(new { authorIds = new[] { School.Mentee } });
        await Mentor.Post($"/api/v1/practices/{id}/submission", new { version = 1 }).IsProblem(409, "practice.authors-unanswered");
        await Mentee.Put($"/api/v1/practices/{id}/authorship", new { named = false }).Ok();
        await Members[0].Client.Put($"/api/v1/practices/{id}/authorship", new { named = true }).IsProblem(404, "not-found");
        await Published(id);
        Assert.That((await Members[2].Client.GetAsync($"/api/v1/practices/{id}").Ok())["authors"]!.AsArray().Select(a => (Guid)a!["personId"]!), Is.EqualTo(new[] { School.Mentor }));
    }

    [Test]
    public async Task An_author_neither_reviews_nor_decides()
    {
        var id = await Drafted(client: Chair.Client, more: new { authorIds = new[] { Members[0].Person } });
        await Members[0].Client.Put($"/api/v1/practices/{id}/authorship", new { named = true }).Ok();
        await Step(Chair.Client, id, "submission", 1);
        await Chair.Client.Post($"/api/v1/practices/{id}/reviewers", new { version = 2, personIds = new[] { Members[1].Person, Members[2].Person } }).IsProblem(403, "practice.own");
        await Curator.Post($"/api/v1/practices/{id}/reviewers", new { version = 2, personIds = new[] { Members[0].Person, Members[1].Person } }).PointsTo("/personIds", "practice.reviewer-unfit");
        await Curator.Post($"/api/v1/practices/{id}/reviewers", new { version = 2, personIds = new[] { Members[1].Person } }).PointsTo("/personIds");
        await Curator.Post($"/api/v1/practices/{id}/decision", new { version = 2, selected = false, comment = "Допишите результаты" }).Ok();
        Assert.That((string?)(await Chair.Client.GetAsync($"/api/v1/practices/{id}").Ok())["status"], Is.EqualTo("Draft"));
    }

    [Test]
    public async Task Materials_are_what_their_names_say_and_read_by_those_who_read_the_practice()
    {
        var id = await Drafted();
        await Attach(Mentor, id, "план.txt", "План урока"u8.ToArray()).Gives(201);
        await Attach(Mentor, id, "план.pdf", "План урока"u8.ToArray()).IsProblem(400, "file.type");
        await Attach(Mentee, id, "план.txt", "План урока"u8.ToArray()).IsProblem(404, "not-found");
        var material = (Guid)(await Mentor.GetAsync($"/api/v1/practices/{id}").Ok())["materials"]![0]!["id"]!;
        await Mentor.GetAsync($"/api/v1/practices/{id}/materials/{material}").Ok();
        await Mentee.GetAsync($"/api/v1/practices/{id}/materials/{material}").IsProblem(404, "not-found");
    }

    [Test]
    public async Task The_locks_hold()
    {
        var id = await Drafted();
        await Mentor.Post(Bank, Text(new { title = "" })).PointsTo("/title");
        await Mentor.Post(Bank, Text(new { areas = new[] { "нет" } })).PointsTo("/areas", "practice.code-unknown");
        await Stranger.GetAsync($"/api/v1/practices/{id}").Gives(403);
        await Mentee.GetAsync($"/api/v1/practices/{id}").IsProblem(404, "not-found");
        await Mentee.Put($"/api/v1/practices/{id}", Text(new { version = 1 })).IsProblem(404, "not-found");
        await Mentor.Put($"/api/v1/practices/{id}", Text(new { version = 7 })).IsProblem(412, "version.stale");
        await Mentor.Put($"/api/v1/practices/{id}", Text(new { version = 1, title = "Иначе" })).Ok();
        await Mentor.GetAsync($"{Bank}?view=Queue").IsProblem(403, "permission.missing");
        await Mentor.Post($"/api/v1/practices/{id}/publication", new { version = 2 }).IsProblem(403, "permission.missing");
        await Curator.Post($"/api/v1/practices/{id}/publication", new { version = 2 }).IsProblem(409, "practice.not-now");
        await Mentor.Post($"/api/v1/practices/{id}/withdrawal", new { version = 2, reason = "" }).PointsTo("/reason");
        await Mentor.Post($"/api/v1/practices/{id}/withdrawal", new { version = 2, reason = "Передумала" }).Ok();
    }

    static JsonObject Text(object? more = null)
    {
        var text = new JsonObject
        {
            ["title"] = "Парное посещение уроков", ["problem"] = "Начинающему учителю трудно увидеть свой урок со стороны", ["description"] = "Пара посещает уроки друг друга и разбирает их по листу наблюдения.",
            ["results"] = "Планирование урока выросло с 1 до 3", ["evidence"] = "Листы наблюдения", ["areas"] = new JsonArray("methods"), ["topics"] = new JsonArray("teaching-methods"), ["authorIds"] = new JsonArray(),
        };
        foreach (var (name, value) in JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(more ?? new { }))!.AsObject()) text[name] = value?.DeepClone();
        return text;
    }

    async Task<Guid> Drafted(object? more = null, HttpClient? client = null) => (Guid)(await (client ?? Mentor).Post(Bank, Text(more)).Gives(201))["id"]!;

    static Task<JsonNode> Step(HttpClient who, Guid id, string step, int version, params (string Name, object Value)[] more)
    {
        var body = new Dictionary<string, object> { ["version"] = version };
        foreach (var (name, value) in more) body[name] = value;
        return who.Post($"/api/v1/practices/{id}/{step}", body).Ok();
    }

    static Task<HttpResponseMessage> Review(Seated who, Guid id) => who.Client.Put($"/api/v1/practices/{id}/review", new
    {
        recommended = true, comment = "Понятно и полезно", marks = Criteria.Select(criterion => new { criterion, mark = 3, ground = "Видно по материалам" }),
    });

    async Task Published(Guid id)
    {
        await Step(Mentor, id, "submission", 1);
        await Step(Chair.Client, id, "reviewers", 2, ("personIds", new[] { Members[0].Person, Members[1].Person }));
        await Review(Members[0], id).Ok();
        await Review(Members[1], id).Ok();
        await Step(Chair.Client, id, "decision", 3, ("selected", true), ("comment", "Отобрана"));
        await Step(Curator, id, "publication", 4);
    }

    async Task<IEnumerable<Guid>> Found(string words, string more = "") =>
        (await Members[2].Client.GetAsync($"{Bank}?search={Uri.EscapeDataString(words)}{more}").Ok())["items"]!.AsArray().Select(one => (Guid)one!["id"]!);

    static async Task<HttpResponseMessage> Attach(HttpClient who, Guid id, string name, byte[] content)
    {
        using var form = new MultipartFormDataContent { { new StringContent("План", Encoding.UTF8), "title" }, { new ByteArrayContent(content), "file", name } };
        return await who.PostAsync($"/api/v1/practices/{id}/materials", form);
    }
}
