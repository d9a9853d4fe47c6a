using System.Text.Json.Nodes;
using Dapper;
using Mentoring.Api.Platform;
using Mentoring.Tests.Features.Region.Support;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Region.HelpDesk;

/// <summary>A centre that stands behind a school with methodical help, its methodologist, and a teacher who asks.</summary>
public abstract class HelpDeskTest : SupportTest
{
    protected Guid Teacher { get; private set; }
    protected Guid AskerAccount { get; private set; }
    protected Guid MethodologistAccount { get; private set; }
    protected HttpClient Asker { get; private set; } = null!;
    protected HttpClient Methodologist { get; private set; } = null!;
    protected HttpClient Curator { get; private set; } = null!;

    [SetUp]
    public async Task SupportTheSchool()
    {
        Teacher = await World.Teacher(School);
        (AskerAccount, MethodologistAccount) = (await World.Account(Teacher), await World.Account(Role.Methodologist, Centre));
        var curator = await World.Account(Role.Curator, School, await World.Teacher(School, "Кураторова"));
        (Asker, Methodologist, Curator) = (As(AskerAccount), As(MethodologistAccount), As(curator));
        foreach (var code in (string[])["help-form/consultation", "help-form/event", "competence-area/methods"])
            await Sql.ExecuteAsync("""
                insert into dictionary_entry (dictionary, code, name_ru, name_en, position)
                select split_part(@code, '/', 1), split_part(@code, '/', 2), @code, @code, 1
                 where not exists (select from dictionary_entry where dictionary || '/' || code = @code)
                """, new { code });
        await Opened(service: "methodical-help");
    }

    protected static string Help(Guid request, string rest = "") => $"/api/v1/help-requests/{request}{rest}";

    protected string Ask => $"/api/v1/organizations/{School}/help-requests";

    protected object Question(
        Guid? body = null, string form = "consultation", bool schoolSees = false, string subject = "Как разобрать урок с наставником") => new
        {
            bodyId = body ?? Centre, form, subject, text = "Прошу подсказать порядок разбора.", areas = new[] { "methods" }, schoolSees,
        };

    protected async Task<Guid> Asked(bool schoolSees = false, string subject = "Как разобрать урок с наставником") =>
        (Guid)(await Asker.Post(Ask, Question(schoolSees: schoolSees, subject: subject)).Gives(201))["id"]!;

    protected static async Task<JsonNode> Read(HttpClient client, Guid request) => await client.GetAsync(Help(request)).Ok();

    protected static async Task<JsonNode> Step(HttpClient client, Guid request, string step, object? more = null)
    {
        var body = JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(more ?? new { }))!.AsObject();
        body["version"] = (int)(await Read(client, request))["version"]!;
        return await client.Post(Help(request, $"/{step}"), body).Ok();
    }

    protected async Task<Guid> Answered(bool schoolSees = false, string text = "Начните с одного вопроса и трёх фактов урока.")
    {
        var id = await Asked(schoolSees);
        await Step(Methodologist, id, "take");
        await Step(Methodologist, id, "answer", new { text });
        return id;
    }
}
