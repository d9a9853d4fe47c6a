using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Dapper;
using DocumentFormat.OpenXml.Packaging;
using Mentoring.Api.Features.Region.Routes;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Region.Routes;

[Covers(nameof(ExportRoute), nameof(ExportRouteFile), nameof(GetRouteSchema), nameof(CheckRouteFile), nameof(ImportRouteFile))]
public sealed class RouteFileTests : RouteTravelTest
{
    const string Check = "/api/v1/routes/check", Import = "/api/v1/routes/import";

    static JsonNode Example => JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "docs/examples/route-file.json")))!;

    async Task<JsonNode> Schema() => await Own.GetAsync("/api/v1/routes/schemas/1").Ok();

    async Task<JsonNode> Exported(Guid route) => await Own.GetAsync(At(route, "/file.json")).Ok();

    async Task<IReadOnlyList<(string?, string?)>> Refused(JsonNode file) => [.. (await Own.PostAsJsonAsync(Check, file).Ok())["refusals"]!.AsArray()
        .Select(one => ((string?)one!["code"], (string?)one["pointer"]))];

    [Test]
    public async Task The_published_example_keeps_to_the_published_schema_and_is_taken()
    {
        var schema = await Schema();
        Assert.That(JsonSchemas.Faults(Example, schema), Is.Empty);
        await Own.GetAsync("/api/v1/routes/schemas/2").IsProblem(404, "not-found");
        var broken = Example;
        broken["status"] = "Running";
        broken["findings"]![0]!.AsObject().Remove("text");
        broken["whatever"] = 1;
        Assert.That(JsonSchemas.Faults(broken, schema), Is.EquivalentTo(new[] { "/status", "/findings/0/text", "/whatever" }));

        var check = await Own.PostAsJsonAsync(Check, Example).Ok();
        Assert.That(((bool)check["ready"]!, (int)check["activities"]!, (int)check["files"]!), Is.EqualTo((true, 2, 1)), check.ToJsonString());
        Assert.That(await Own.GetAsync("/api/v1/routes").Ok(), Is.Empty, "a check writes nothing");
        await Own.PostAsJsonAsync(Import, Example).Gives(201);
    }

    [Test]
    public async Task A_file_that_was_exported_makes_the_same_route_elsewhere()
    {
        var route = await Full();
        var file = await Exported(route);
        Assert.That(JsonSchemas.Faults(file, await Schema()), Is.Empty);
        await Own.Post(At(route, "/close"), new { version = await Version(route), reason = "Перехожу в другую систему" }).Ok();
        var made = (Guid)(await Own.PostAsJsonAsync(Import, file).Gives(201))["id"]!;
        Assert.That(Anonymous(await Exported(made)), Is.EqualTo(Anonymous(file)));
        var read = await Read(made);
        Assert.That(((string?)read["products"]![0]!["text"], (string?)read["route"]!["status"]), Is.EqualTo(("урок.txt", "InProgress")));
        Assert.That(await Sql.QuerySingleAsync<(int, int)>("select activities, products from route_state where route_id = @made", new { made }),
            Is.EqualTo((1, 1)));
        await Own.PostAsJsonAsync(Import, file).IsProblem(409, "route.running");
        Assert.That(await Refused(file), Is.EqualTo(new[] { ("route.running", "/status") }));

        // Ids are new, and a file that does not come along is a text from now on.
        static string Anonymous(JsonNode file)
        {
            var (ids, plain) = (new Dictionary<string, string>(), file.DeepClone());
            foreach (var product in plain["products"]!.AsArray()) product!["fileName"] = product["text"] = null;
            return Regex.Replace(plain.ToJsonString(), "[0-9a-f]{8}-[0-9a-f-]{27}",
                id => ids.TryGetValue(id.Value, out var known) ? known : ids[id.Value] = $"id-{ids.Count}");
        }
    }

    [Test]
    public async Task What_an_activity_uses_of_the_map_is_tied_again_where_the_map_has_it_and_is_words_elsewhere()
    {
        var route = await Begun();
        await Advance(route, "Diagnosis");
        await Own.Put(At(route, "/findings"), new { version = await Version(route), findings = new[] { Deficit() } }).Ok();
        await Advance(route, "Roadmap");
        var (resource, run) = (Guid.NewGuid(), Guid.NewGuid());
        await Sql.ExecuteAsync("""
            insert into resource (region_code, id, body_id, kind_code, title, about, host, areas, sectors, format, is_open, status, created_at, created_by,
                                  updated_at)
            values ('RU-TVE', @resource, @Near, 'course', 'Курс оценивания', 'x', 'Гимназия № 2', '{methods}', '{}', 'OnSite', false, 'Offered', now(), 'x',
                    now());
            insert into resource_run (region_code, id, resource_id, body_id, starts_on, ends_on, apply_until, places)
            values ('RU-TVE', @run, @resource, @Near, @Today + 30, @Today + 40, @Today + 20, 5)
            """, new { resource, run, Near, Today });
        await Own.Post(At(route, "/plan-resource"), new
        {
            version = await Version(route), resourceId = resource, runId = run, section = "A", product = "Пакет диагностик",
            findingIds = new[] { (Guid)(await Read(route))["findings"]![0]!["id"]! },
        }).Ok();
        var file = await Exported(route);
        Assert.That(JsonSchemas.Faults(file, await Schema()), Is.Empty);
        var told = file["activities"]![0]!["resource"]!;
        Assert.That(((Guid)told["id"]!, (string?)told["title"], (string?)told["host"], (Guid)told["runId"]!),
            Is.EqualTo((resource, "Курс оценивания", "Гимназия № 2", run)));

        async Task<(Guid?, Guid?, string?)> Taken(Guid from)
        {
            await Own.Post(At(from, "/close"), new { version = await Version(from), reason = "Перехожу" }).Ok();
            Assert.That((bool)(await Own.PostAsJsonAsync(Check, file).Ok())["ready"]!, Is.True);
            var activity = (await Read(route = (Guid)(await Own.PostAsJsonAsync(Import, file).Gives(201))["id"]!))["activities"]![0]!;
            return ((Guid?)activity["resourceId"], (Guid?)activity["resourceRunId"], (string?)activity["resources"]);
        }

        var (id, ofRun, needs) = await Taken(route);
        Assert.That((id, ofRun, needs), Is.EqualTo(((Guid?)resource, (Guid?)run, (string?)file["activities"]![0]!["resources"])));
        Assert.That((await Exported(route))["activities"]![0]!["resource"]!.ToJsonString(), Is.EqualTo(told.ToJsonString()));

        await Sql.ExecuteAsync("update resource set status = 'Withdrawn' where id = @resource", new { resource });
        Assert.That(await Taken(route), Is.EqualTo(((Guid?)null, (Guid?)null, $"{needs} · Курс оценивания")));
        told["title"] = "";
        await Own.PostAsJsonAsync(Check, file).PointsTo("/activities/0/resource/title");
        file["activities"]![0]!.AsObject().Remove("resource");
        Assert.That(JsonSchemas.Faults(file, await Schema()), Is.Empty, "files written before have none");
    }

    [Test]
    public async Task What_is_wrong_is_refused_with_its_place_and_nothing_is_written()
    {
        foreach (var (change, code, pointer) in ((Action<JsonNode>, string, string)[])
        [
            (f => f["schemaVersion"] = 2, "route.schema-version", "/schemaVersion"),
            (f => f["format"] = "other", "route.file-format", "/format"),
            (f => f["endsOn"] = "2020-01-01", "route.dates", "/endsOn"),
            (f => f["activities"]![1]!["endsOn"] = "2046-01-01", "route.term-outside", "/activities/1/endsOn"),
            (f => f["activities"]![0]!["endsOn"] = "2024-09-02", "route.term-backwards", "/activities/0/endsOn"),
            (f => f["findings"]![0]!["areaCode"] = "magic", "route.area-unknown", "/findings/0/areaCode"),
            (f => f["activities"]![0]!["areaCodes"]![0] = "magic", "route.area-unknown", "/activities/0/areaCodes/0"),
            (f => f["versions"]![0]!["plan"]![0]!["areaCodes"]![0] = "magic", "route.area-unknown", "/versions/0/plan/0/areaCodes/0"),
            (f => f["activities"]![0]!["findingIds"]![0] = $"{Guid.NewGuid()}", "route.finding-unknown", "/activities/0/findingIds/0"),
            (f => f["products"]![0]!["kindCode"] = "song", "route.product-kind", "/products/0/kindCode"),
            (f => f["products"]!.AsArray().Clear(), "route.product-missing", "/activities/0/status"),
            (f => f["versions"]![1]!["number"] = 5, "route.file-versions", "/versions/1/number"),
            (f => f["status"] = "Roadmap", "route.not-under-way", "/activities/0/status"),
            (f => f["findings"]![1]!["id"] = (string?)f["findings"]![0]!["id"], "route.file-id", "/findings/1/id"),
            (f => f["versions"]![0]!["plan"]!.AsArray().Insert(0, f["versions"]![0]!["plan"]![0]!.DeepClone()), "route.file-id", "/versions/0/plan/1/id"),
            (f => f["versions"]![0]!["plan"]![0]!["endsOn"] = "2024-09-02", "route.term-backwards", "/versions/0/plan/0/endsOn"),
            (f => f["findings"]![0]!["closedOn"] = "2199-01-01", "route.day-ahead", "/findings/0/closedOn"),
            (f => f["activities"]![0]!["doneOn"] = "2199-01-01", "route.day-ahead", "/activities/0/doneOn"),
            (f => f["products"]![0]!["presentedOn"] = "2199-01-01", "route.day-ahead", "/products/0/presentedOn"),
            (f => f["products"]![0]!["addedOn"] = "2199-01-01", "route.day-ahead", "/products/0/addedOn"),
            (f => f["versions"]![0]!["madeOn"] = "2199-01-01", "route.day-ahead", "/versions/0/madeOn"),
            (f => f["reflections"]![0]!["madeOn"] = "2199-01-01", "route.day-ahead", "/reflections/0/madeOn"),
            (f => (f["products"]![0]!["fileName"], f["products"]![0]!["link"], f["products"]![0]!["text"]) = ("", null, " "), "route.product-empty",
                "/products/0/fileName"),
        ])
        {
            var file = Example;
            change(file);
            Assert.That(await Refused(file), Does.Contain((code, pointer)), code);
            await Own.PostAsJsonAsync(Import, file).PointsTo(pointer, code);
        }

        var unread = Example;
        unread["status"] = "Running";
        await Own.PostAsJsonAsync(Check, unread).PointsTo("/status", "request.unreadable");
        var tooLong = Example;
        tooLong["findings"]![0]!["text"] = new string('а', 1001);
        await Own.PostAsJsonAsync(Check, tooLong).PointsTo("/findings/0/text");
        var planned = Example;
        planned["versions"]![0]!["plan"]![0]!["title"] = new string('а', 501);
        await Own.PostAsJsonAsync(Check, planned).PointsTo("/versions/0/plan/0/title");
        Assert.That(await Sql.QuerySingleAsync<int>("select count(*)::int from route where person_id = @Teacher", new { Teacher }), Is.Zero);
    }

    [Test]
    public async Task Private_reflections_are_in_the_teachers_own_file_alone_and_in_no_paper()
    {
        var route = await Full();
        await LetIn(route);
        Assert.That((await Exported(route))["reflections"]!.AsArray(), Has.Count.EqualTo(2));
        Assert.That((await AsTutor.GetAsync(At(route, "/file.json")).Ok())["reflections"]!.AsArray(), Has.Count.EqualTo(1));
        await Colleague.GetAsync(At(route, "/file.json")).IsProblem(404, "not-found");
        await Colleague.GetAsync(At(route, "/document.docx")).IsProblem(404, "not-found");

        using var document = WordprocessingDocument.Open(new MemoryStream(await Own.GetByteArrayAsync(At(route, "/document.docx"))), isEditable: false);
        var text = document.MainDocumentPart!.Document!.InnerText;
        Assert.That(text, Does.Contain(Image).And.Contain("Урок-исследование").And.Contain("Для тьютора").And.Not.Contain("Своё"));
    }
}
