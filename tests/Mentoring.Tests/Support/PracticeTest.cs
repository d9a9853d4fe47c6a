using System.Text;
using System.Text.Json.Nodes;

namespace Mentoring.Tests.Support;

/// <summary>Leads practices through their life by the API, at a school with a council.</summary>
public abstract class PracticeTest : CouncilTest
{
    static readonly string[] Criteria = ["relevance", "clarity", "result", "evidence", "transfer"];

    protected string Bank => $"/api/v1/organizations/{School.Id}/practices";

    protected static JsonObject Text(object? more = null)
    {
        var text = new JsonObject
        {
            ["title"] = "Парное посещение уроков", ["problem"] = "Начинающему учителю трудно увидеть свой урок со стороны",
            ["description"] = "Пара посещает уроки друг друга и разбирает их по листу наблюдения.",
            ["results"] = "Планирование урока выросло с 1 до 3", ["evidence"] = "Листы наблюдения", ["areas"] = new JsonArray("methods"),
            ["topics"] = new JsonArray("teaching-methods"), ["authorIds"] = new JsonArray(),
        };
        foreach (var (name, value) in JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(more ?? new { }))!.AsObject()) text[name] = value?.DeepClone();
        return text;
    }

    protected async Task<Guid> Drafted(object? more = null, HttpClient? client = null) =>
        (Guid)(await (client ?? Mentor).Post(Bank, Text(more)).Gives(201))["id"]!;

    protected static Task<JsonNode> Step(HttpClient who, Guid id, string step, int version, params (string Name, object Value)[] more)
    {
        var body = new Dictionary<string, object> { ["version"] = version };
        foreach (var (name, value) in more) body[name] = value;
        return who.Post($"/api/v1/practices/{id}/{step}", body).Ok();
    }

    protected static Task<HttpResponseMessage> Review(Seated who, Guid id, string comment = "Понятно и полезно") =>
        who.Client.Put($"/api/v1/practices/{id}/review", new
        {
            recommended = true, comment, marks = Criteria.Select(criterion => new { criterion, mark = 3, ground = "Видно по материалам" }),
        });

    protected async Task Published(Guid id)
    {
        await InReview(id);
        await Review(Members[0], id).Ok();
        await Review(Members[1], id).Ok();
        await Step(Chair.Client, id, "decide", 3, ("selected", true), ("comment", "Отобрана"));
        await Step(Curator, id, "publish", 4);
    }

    protected async Task<IEnumerable<Guid>> Found(string words, string more = "") =>
        (await Members[2].Client.GetAsync($"{Bank}?search={Uri.EscapeDataString(words)}{more}").Ok())["items"]!.AsArray().Select(one => (Guid)one!["id"]!);

    protected static async Task<HttpResponseMessage> Attach(HttpClient who, Guid id, string name, byte[] content)
    {
        using var form = new MultipartFormDataContent { { new StringContent("План", Encoding.UTF8), "title" },
            { new ByteArrayContent(content), "file", name } };
        return await who.PostAsync($"/api/v1/practices/{id}/materials", form);
    }

    /// <summary>Handed in by the mentor, two members of the council asked to review it.</summary>
    protected async Task InReview(Guid id, int version = 1)
    {
        await Step(Mentor, id, "submit", version);
        await Step(Chair.Client, id, "reviewers", version + 1, ("personIds", new[] { Members[0].Person, Members[1].Person }));
    }

    protected static async Task<JsonNode> Read(HttpClient who, Guid id) => await who.GetAsync($"/api/v1/practices/{id}").Ok();
}
