using System.Text.Json.Nodes;
using Dapper;
using Mentoring.Tests.Features.Region.Support;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Region.Initiatives;

/// <summary>Two schools of a municipality whose teachers meet in an initiative, and one of another region.</summary>
public abstract class InitiativesTest : SupportTest
{
    protected Guid Neighbour { get; private set; }
    protected Guid Leader { get; private set; }
    protected Guid Joiner { get; private set; }
    protected Guid LeaderAccount { get; private set; }
    protected Guid JoinerAccount { get; private set; }
    protected HttpClient AsLeader { get; private set; } = null!;
    protected HttpClient AsJoiner { get; private set; } = null!;

    [SetUp]
    public async Task HireTwo()
    {
        await Sql.ExecuteAsync("""
            delete from school_task_report; delete from school_task; delete from initiative_meeting; delete from initiative_task;
            delete from initiative_entry; delete from initiative_file; delete from initiative_member; delete from initiative
            """);
        Neighbour = await World.School();
        (Leader, Joiner) = (await World.Teacher(School, "Ведущая"), await World.Teacher(Neighbour, "Соседова"));
        (LeaderAccount, JoinerAccount) = (await World.Account(Leader), await World.Account(Joiner));
        (AsLeader, AsJoiner) = (As(LeaderAccount), As(JoinerAccount));
        await Sql.ExecuteAsync("""
            insert into dictionary_entry (dictionary, code, name_ru, name_en, position)
            select 'competence-area', 'methods', 'Методика', 'Methods', 1
             where not exists (select from dictionary_entry where dictionary = 'competence-area' and code = 'methods')
            """);
    }

    protected static string At(Guid initiative, string rest = "") => $"/api/v1/initiatives/{initiative}{rest}";

    protected static object Card(string title = "Читаем вместе", string scope = "Municipality", bool byInvitation = false, string[]? areas = null) => new
    {
        title, purpose = "Общие уроки чтения двух школ и банк заданий", areas = areas ?? ["methods"], scope, byInvitation,
    };

    protected async Task<Guid> Started(object? card = null) =>
        (Guid)(await AsLeader.Post($"/api/v1/organizations/{School}/initiatives", new { card = card ?? Card() }).Gives(201))["id"]!;

    protected async Task<Guid> Found(object? card = null)
    {
        var id = await Started(card);
        await AsLeader.Post(At(id, "/open"), new { version = 1 }).Ok();
        return id;
    }

    /// <summary>One that both are in.</summary>
    protected async Task<Guid> Together(object? card = null)
    {
        var id = await Found(card);
        var member = (Guid)(await AsJoiner.Post(At(id, "/ask"), new { organizationId = Neighbour, note = "Веду кружок" }).Ok())["id"]!;
        await AsLeader.Post(At(id, $"/members/{member}/decide"), new { yes = true }).Ok();
        return id;
    }

    protected static async Task<JsonNode> Read(HttpClient who, Guid initiative) => await who.GetAsync(At(initiative)).Ok();

    protected static async Task<int> Version(HttpClient who, Guid initiative) => (int)(await Read(who, initiative))["version"]!;

    protected static async Task<Guid> TaskIn(HttpClient who, Guid initiative, object? body = null) =>
        (Guid)(await who.Post(At(initiative, "/tasks"), body ?? new { title = "Собрать задания" }).Gives(201))["id"]!;

    protected static async Task<HttpResponseMessage> Bring(HttpClient who, Guid initiative, string name = "план.txt", string text = "План группы")
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(text)), "file", name } };
        return await who.PostAsync(At(initiative, "/files"), form);
    }

    protected async Task<HttpClient> Colleague(Guid school, string name = "Другова") => As(await World.Account(await World.Teacher(school, name)));

    protected async Task<IReadOnlyList<string?>> Titles(HttpClient who, string query = "") =>
        [.. (await who.GetAsync($"/api/v1/initiatives?{query}").Ok())["items"]!.AsArray().Select(item => (string?)item!["title"])];
}
