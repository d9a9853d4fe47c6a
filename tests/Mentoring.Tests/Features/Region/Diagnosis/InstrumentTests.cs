using System.Text.Json.Nodes;
using Mentoring.Api.Features.Region.Diagnosis;
using Mentoring.Api.Hosting.Reference;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Region.Diagnosis;

[Covers(nameof(ListInstruments), nameof(GetInstrument), nameof(ReviseInstrument), nameof(DraftInstrument),
    nameof(PublishInstrument), nameof(WithdrawInstrument))]
public sealed class InstrumentTests : DiagnosisTest
{
    static object Draft(string code, InstrumentContent? content = null, string? region = World.Region) => new
    {
        code, kind = "Deficits", nameRu = "Региональная методика", nameEn = "A region's own",
        content = JsonNode.Parse((content ?? Content("federal-deficits")).Write()),
        ownerRegion = region,
    };

    [Test]
    public async Task A_region_drafts_and_publishes_its_own_and_teachers_there_are_asked_by_it_until_it_is_withdrawn()
    {
        var region = await As(Role.RegionalCoordinator, World.Region);
        var id = Id(await region.Post("/api/v1/instruments", Draft("tver")).Gives(201));
        await AsTeacher.Post("/api/v1/diagnoses", new { organizationId = School, instrumentId = id })
            .IsProblem(400, "diagnosis.instrument");
        await region.Post("/api/v1/instruments", Draft("tver")).IsProblem(409, "instrument.draft-exists");
        await region.Post($"/api/v1/instruments/{id}/publish", new { version = 1 }).Ok();
        Assert.That((await AsTeacher.GetAsync($"/api/v1/instruments?at={School}").Ok())["items"]!.AsArray(), Has.Count.EqualTo(3));
        Assert.That((int)(await region.Post("/api/v1/instruments", Draft("tver")).Gives(201))["edition"]!, Is.EqualTo(2));
        await Begun(id);
        await region.Post($"/api/v1/instruments/{id}/withdraw", new { version = 2 }).Ok();
        await region.Post($"/api/v1/instruments/{id}/publish", new { version = 3 }).IsProblem(409, "instrument.not-now");
        await (await As(Role.RegionalCoordinator, World.OtherRegion)).Post($"/api/v1/instruments/{id}/withdraw", new { version = 3 })
            .IsProblem(404, "not-found");
        await region.Post("/api/v1/instruments", Draft("federal-own", region: null)).IsProblem(404, "not-found");
    }

    [Test]
    public async Task A_region_and_the_federation_list_their_own_and_nobody_anothers_draft()
    {
        var (region, federal) = (await As(Role.RegionalCoordinator, World.Region), await As(Role.FederalOperator, "RU"));
        await region.Post("/api/v1/instruments", Draft("listed")).Gives(201);
        await federal.Post("/api/v1/instruments", Draft("federal-listed", region: null)).Gives(201);
        async Task<IReadOnlyList<string?>> Codes(HttpClient who, string of) =>
            [.. (await who.GetAsync($"/api/v1/instruments?{of}").Ok())["items"]!.AsArray().Select(one => (string?)one!["code"])];
        Assert.That(await Codes(region, $"territory={World.Region}&status=Draft"), Does.Contain("listed").And.Not.Contain("federal-listed"));
        Assert.That(await Codes(federal, "territory=RU&status=Draft"), Does.Contain("federal-listed").And.Not.Contain("listed"));
        Assert.That(await Codes(region, $"territory={World.Region}"), Is.SupersetOf(new[] { "federal-achievements", "federal-deficits" }));
        Assert.That(await Codes(await As(Role.RegionalCoordinator, World.OtherRegion), "status=Draft"), Does.Not.Contain("listed"));
    }

    [Test]
    public async Task One_that_leaves_an_area_out_is_refused_and_told_which()
    {
        var content = Content("federal-deficits");
        var refused = await (await As(Role.RegionalCoordinator, World.Region)).Post("/api/v1/instruments",
            Draft("short", content with { Items = [.. content.Items.Where(item => item.Area is not ("ict" or "health"))] }))
            .IsProblem(400, "instrument.areas-missing");
        Assert.That((string?)refused["detail"], Does.Contain("ict, health"));
        Assert.That(refused["errors"]!["/content/items"], Is.Not.Null);
    }

    static readonly string[] Areas =
        [.. ReferenceFiles.Entries().Where(entry => entry is { Dictionary: "competence-area", Code: not "digital" }).Select(e => e.Code)];

    [TestCase("federal-achievements")]
    [TestCase("federal-deficits")]
    public void The_federations_own_are_whole(string code)
    {
        var content = Content(code);
        Assert.That(content.Fault(Areas), Is.Null);
        Assert.That(content.Items.GroupBy(item => item.Area).Select(area => area.Count()), Is.All.EqualTo(3).And.Exactly(9).Items);
    }

    [Test]
    public void Each_fault_has_its_code()
    {
        var content = Content("federal-deficits");
        string? Of(Func<InstrumentItem, InstrumentItem> change) =>
            (content with { Items = [.. content.Items.Select((item, at) => at == 1 ? change(item) : item)] }).Fault(Areas)?.Code;

        Assert.That(Of(item => item), Is.Null);
        Assert.That(Of(item => item with { Code = "theoretical-1" }), Is.EqualTo("instrument.item-code"));
        Assert.That(Of(item => item with { En = " " }), Is.EqualTo("instrument.item-words"));
        Assert.That(Of(item => item with { Area = "digital" }), Is.EqualTo("instrument.item-area"));
        Assert.That(Of(item => item with { Scale = "none" }), Is.EqualTo("instrument.item-scale"));
        Assert.That(Of(item => item with { Type = InstrumentItemType.Choice }), Is.EqualTo("instrument.item-options"));
        Assert.That(Of(item => item with { ShowIf = new("legal-1", ["often"]) }), Is.EqualTo("instrument.item-branch"));
        Assert.That((content with { Bands = [] }).Fault(Areas)?.Code, Is.EqualTo("instrument.bands"));
        Assert.That((content with { Scales = [.. content.Scales.Select(scale => scale with { Levels = [scale.Levels[0]] })] }).Fault(Areas)?.Code,
            Is.EqualTo("instrument.scale"));
        Assert.That((content with { Items = [] }).Fault(Areas)?.Code, Is.EqualTo("instrument.items"));

        static IReadOnlyList<InstrumentOption> Options(params IEnumerable<string> codes) => [.. codes.Select(code => new InstrumentOption(code, "Да", "Yes"))];
        foreach (var options in new[] { Options("yes", ""), Options(Enumerable.Range(0, 51).Select(n => $"o{n}")) })
            Assert.That(Of(item => item with { Type = InstrumentItemType.Choice, Options = options }), Is.EqualTo("instrument.item-options"));
        Assert.That((content with { Bands = [.. content.Bands.Select(band => band with { En = " " })] }).Fault(Areas)?.Code, Is.EqualTo("instrument.bands"));
        var levels = Enumerable.Range(0, 51).Select(n => content.Scales[0].Levels[0] with { Code = $"l{n}" });
        Assert.That((content with { Scales = [content.Scales[0] with { Levels = [.. levels] }] }).Fault(Areas)?.Code, Is.EqualTo("instrument.scale"));
    }

    [TestCase(InstrumentRule.Mean, 50)]
    [TestCase(InstrumentRule.Highest, 67)]
    [TestCase(InstrumentRule.Lowest, 33)]
    public void A_level_is_made_by_the_instruments_rule(InstrumentRule rule, int level)
    {
        var answers = new DiagnosisAnswers(Content("federal-deficits") with { Rule = rule }, new Dictionary<string, string>
        {
            ["legal-1"] = "sometimes", ["legal-2"] = "often",
        });
        Assert.That(answers.Areas().Single().Level, Is.EqualTo(level));
    }

    [Test]
    public async Task A_draft_is_written_anew_in_place_and_a_published_edition_never()
    {
        var region = await As(Role.RegionalCoordinator, World.Region);
        var id = Id(await region.Post("/api/v1/instruments", Draft("anew")).Gives(201));
        var path = $"/api/v1/instruments/{id}";
        await AsTeacher.GetAsync(path).IsProblem(404, "not-found");
        var draft = await region.GetAsync(path).Ok();
        Assert.That(draft["steps"]!.AsArray().Select(step => (string?)step), Is.EqualTo(new[] { "Publish", "Withdraw" }));
        object Anew(int version) => new { version, nameRu = "Новое имя", nameEn = "A new name", content = draft["content"]!.DeepClone() };
        await region.Put(path, Anew(1)).Ok();
        await region.Put(path, Anew(1)).IsProblem(412, "version.stale");
        await (await As(Role.RegionalCoordinator, World.OtherRegion)).Put(path, Anew(2)).IsProblem(404, "not-found");
        await region.Put(path, new
        {
            version = 2, nameRu = "а", nameEn = "a", content = new
            {
                scales = Array.Empty<object>(), items = Array.Empty<object>(), rule = "Mean", bands = draft["content"]!["bands"]!.DeepClone(),
                outside = new { areas = new[] { new { code = "A", ru = "а", en = "a", area = "legal", from = 0, to = 1 } } },
            },
        }).IsProblem(400, "instrument.form");
        await region.Post($"{path}/publish", new { version = 2 }).Ok();
        await region.Put(path, Anew(3)).IsProblem(409, "instrument.not-now");
        Assert.That((string?)(await AsTeacher.GetAsync(path).Ok())["nameEn"], Is.EqualTo("A new name"));
        await region.Post($"{path}/withdraw", new { version = 3 }).Ok();
    }

    [TestCase("", "legal", 0, 10, "outside-code")]
    [TestCase("A", "no-such", 0, 10, "item-area")]
    [TestCase("A", "legal", 10, 10, "outside-scale")]
    public async Task A_mapping_that_cannot_be_read_is_refused_with_its_place(string code, string area, int from, int to, string problem)
    {
        var outside = new OutsideMapping([new("OK", "а", "b", "legal", 0, 5), new(code, "в", "c", area, from, to)]);
        var content = new InstrumentContent([], [], InstrumentRule.Mean, [new(0, "а", "a")], outside);
        var refused = await (await As(Role.RegionalCoordinator, World.Region)).Post("/api/v1/instruments", Draft("mapped", content))
            .IsProblem(400, $"instrument.{problem}");
        Assert.That(refused["errors"]!["/content/outside/areas/1"], Is.Not.Null);
    }
}
