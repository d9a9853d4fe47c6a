using System.Text.Json.Nodes;
using Mentoring.Api.Features.Region.Diagnosis;
using Mentoring.Api.Hosting.Reference;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Region.Diagnosis;

[Covers(nameof(ListInstruments), nameof(DraftInstrument), nameof(PublishInstrument), nameof(WithdrawInstrument))]
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
}
