using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Mentoring.Api.Features.School.Programs;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.School.Programs;

/// <summary>Pace, priorities, pilots, products, comments and templates.</summary>
[Covers(nameof(AddComment), nameof(AddProduct), nameof(CreateRoadmapTemplate), nameof(GetProductFile), nameof(ListComments),
    nameof(ListProducts), nameof(ListRoadmapTemplates), nameof(RetireRoadmapTemplate), nameof(ReviseRoadmapTemplate),
    nameof(SetGoalPriorities), nameof(SetPace), nameof(SetPilot), nameof(WithdrawComment), nameof(WithdrawProduct))]
public sealed class ProgramWorkTests : ProgramTest
{
    static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.7\n%plan of a lesson\n%%EOF");

    static MultipartFormDataContent Product(byte[] content, string name, string title = "План урока", Guid? activity = null)
    {
        var file = new ByteArrayContent(content);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        var form = new MultipartFormDataContent { { file, "file", name }, { new StringContent(title), "title" } };
        if (activity is { } id) form.Add(new StringContent($"{id}"), "activityId");
        return form;
    }

    [Test]
    public async Task The_pair_sets_its_pace_and_the_mentee_what_matters_most()
    {
        var id = await Active(p => p["goals"]!.AsArray()
            .Add(new JsonObject { ["areaCode"] = "digital", ["difficulty"] = "Журнал", ["goal"] = "Ведёт журнал" }));
        var goals = (await Read(id))["goals"]!.AsArray().Select(g => (Guid)g!["id"]!).ToArray();
        await Mentor.Put($"{Path}/{id}/pace", new
        {
            version = await Version(id), rhythm = "Раз в две недели, по вечерам",
            goals = new[] { new { goalId = goals[0], hours = 6.5, depth = "Practice" } }
        }).Ok();
        await Mentee.Put($"{Path}/{id}/priorities", new { version = await Version(id), goalIds = new[] { goals[1], goals[0] } }).Ok();
        var program = await Read(id);
        Assert.That((string?)program["rhythm"], Is.EqualTo("Раз в две недели, по вечерам"));
        Assert.That(program["goals"]!.AsArray().Select(g => (int)g!["priority"]!), Is.EqualTo(new[] { 2, 1 }));
        Assert.That(program["goals"]![0]!["paceHours"]!.GetValue<decimal>(), Is.EqualTo(6.5m));

        await Mentor.Put($"{Path}/{id}/priorities", new { version = await Version(id), goalIds = goals }).IsProblem(403, "priority.mentee-only");
        await Mentee.Put($"{Path}/{id}/priorities", new { version = await Version(id), goalIds = goals[..1] }).PointsTo("/goalIds", "priority.every-goal");
        await Curator.Put($"{Path}/{id}/pace", new { version = await Version(id), rhythm = "x", goals = Array.Empty<object>() })
            .IsProblem(403, "permission.missing");
    }

    [Test]
    public async Task The_council_pilots_a_program_and_concludes()
    {
        var id = await Active();
        await Council.Put($"{Path}/{id}/pilot", new { version = await Version(id), pilot = "Adopted", note = "x" }).IsProblem(409, "pilot.step-not-now");
        await Council.Put($"{Path}/{id}/pilot", new { version = await Version(id), pilot = "Running", note = "Реверсивная пара по цифровым навыкам" }).Ok();
        await Council.Put($"{Path}/{id}/pilot", new { version = await Version(id), pilot = "Adopted", note = "Годится для всех кафедр" }).Ok();
        var program = await Read(id);
        Assert.That(((string?)program["pilot"], (string?)program["pilotNote"]), Is.EqualTo(("Adopted", "Годится для всех кафедр")));
        await Curator.Put($"{Path}/{id}/pilot", new { version = 1, pilot = "Running", note = "x" }).IsProblem(403, "permission.missing");
    }

    [Test]
    public async Task A_product_is_kept_and_given_out_to_those_who_read_the_program()
    {
        var id = await Active();
        var activity = (Guid)(await Read(id))["activities"]![0]!["id"]!;
        var product = (Guid)(await Mentee.PostAsync($"{Path}/{id}/products", Product(Pdf, "план урока.pdf", activity: activity)).Gives(201))["id"]!;
        var listed = (await Curator.GetAsync($"{Path}/{id}/products").Ok()).AsArray().Single()!;
        Assert.That(((string?)listed["activity"], (string?)listed["mediaType"], (int)listed["size"]!, (bool)listed["scanned"]!),
            Is.EqualTo(("Разбор рабочей программы", "application/pdf", Pdf.Length, false)));

        using var file = await Council.GetAsync($"{Path}/{id}/products/{product}/file");
        Assert.That(await file.Content.ReadAsByteArrayAsync(), Is.EqualTo(Pdf));
        Assert.That((file.Content.Headers.ContentDisposition?.DispositionType, file.Content.Headers.ContentDisposition?.FileNameStar),
            Is.EqualTo(("attachment", "план урока.pdf")));
        await Stranger.GetAsync($"{Path}/{id}/products/{product}/file").IsProblem(404, "not-found");
        await Council.PostAsync($"{Path}/{id}/products", Product(Pdf, "x.pdf")).IsProblem(403, "permission.missing");

        await Mentor.DeleteAsync($"{Path}/{id}/products/{product}").IsProblem(403, "product.not-own");
        await Mentee.DeleteAsync($"{Path}/{id}/products/{product}").Ok();
        await Curator.GetAsync($"{Path}/{id}/products/{product}/file").IsProblem(404, "not-found");
    }

    [Test]
    public async Task A_file_has_to_be_what_its_name_says()
    {
        var id = await Active();
        await Mentee.PostAsync($"{Path}/{id}/products", Product(Pdf, "plan.docx")).PointsTo("/file", "file.type");
        await Mentee.PostAsync($"{Path}/{id}/products", Product([0x4D, 0x5A, 0x90, 0], "plan.pdf")).PointsTo("/file", "file.type");
        await Mentee.PostAsync($"{Path}/{id}/products", Product("<script>alert(1)</script>"u8.ToArray(), "page.html")).PointsTo("/file", "file.type");
        await Mentee.PostAsync($"{Path}/{id}/products", Product([], "plan.pdf")).PointsTo("/file", "file.empty");
        await Mentee.PostAsync($"{Path}/{id}/products", Product(Pdf, "plan.pdf", title: " ")).PointsTo("/title");
        await Mentee.PostAsync($"{Path}/{id}/products", Product(Pdf, "plan.pdf", activity: Guid.CreateVersion7()))
            .PointsTo("/activityId", "product.activity-unknown");
    }

    [Test]
    public async Task Everybody_who_works_with_a_program_discusses_it()
    {
        var id = await Active();
        var own = (Guid)(await Mentee.Post($"{Path}/{id}/comments", new { text = "Когда смотрим урок?" }).Gives(201))["id"]!;
        Clock.Advance(TimeSpan.FromSeconds(1));
        await Curator.Post($"{Path}/{id}/comments", new { text = "В четверг" }).Gives(201);
        await Mentor.DeleteAsync($"{Path}/{id}/comments/{own}").IsProblem(403, "comment.not-own");
        await Mentee.DeleteAsync($"{Path}/{id}/comments/{own}").Ok();
        var comments = (await Head.GetAsync($"{Path}/{id}/comments").Ok())["items"]!.AsArray();
        Assert.That(comments.Select(c => (string?)c!["text"]), Is.EqualTo(new[] { "В четверг", null }), "that there was one stays visible");
        await Mentee.Post($"{Path}/{id}/comments", new { text = " " }).PointsTo("/text");
        await Stranger.Post($"{Path}/{id}/comments", new { text = "x" }).IsProblem(404, "not-found");
        await Stranger.GetAsync($"{Path}/{id}/comments").IsProblem(404, "not-found");
    }

    JsonObject Template(int? version = null, string title = "Первый год молодого специалиста")
    {
        var body = new JsonObject
        {
            ["title"] = title, ["purposeCode"] = "young-specialist",
            ["goals"] = new JsonArray(new JsonObject { ["areaCode"] = "methods", ["difficulty"] = "Планирование", ["goal"] = "Планирует сам" }),
            ["activities"] = new JsonArray(new JsonObject
            {
                ["activity"] = "Посетить урок", ["dueAfterDays"] = 14, ["responsible"] = "Mentor",
                ["expectedResult"] = "Лист наблюдения"
            }),
        };
        if (version is { } known) body["version"] = known;
        else body["organizationId"] = $"{School.Id}";
        return body;
    }

    [Test]
    public async Task A_school_keeps_templates_of_roadmaps()
    {
        const string templates = "/api/v1/roadmap-templates";
        var id = (Guid)(await Council.Post(templates, Template()).Gives(201))["id"]!;
        await Curator.Put($"{templates}/{id}", Template(1, "Первый год")).Ok();
        var listed = (await Curator.GetAsync($"{templates}?organizationId={School.Id}").Ok()).AsArray();
        Assert.That(listed.Select(t => ((string?)t!["title"], (int)t["activities"]![0]!["dueAfterDays"]!)), Is.EqualTo(new[] { ("Первый год", 14) }));
        await Curator.Put($"{templates}/{id}", Template(1)).IsProblem(412, "version.stale");
        await Stranger.Post(templates, Template()).IsProblem(404, "not-found");
        await Head.Post(templates, Template()).IsProblem(403, "permission.missing");
        var empty = Template();
        empty["activities"] = new JsonArray();
        await Curator.Post(templates, empty).PointsTo("/activities");
        var purposeless = Template();
        purposeless["purposeCode"] = "no-such";
        await Curator.Post(templates, purposeless).PointsTo("/purposeCode", "program.code-unknown");
        await Curator.Put($"{templates}/{id}", Template(2, " ")).PointsTo("/title");
        await Curator.Post($"{templates}/{id}/retire", new { version = 2 }).Ok();
        Assert.That((await Curator.GetAsync($"{templates}?organizationId={School.Id}").Ok()).AsArray(), Is.Empty);
    }
}
