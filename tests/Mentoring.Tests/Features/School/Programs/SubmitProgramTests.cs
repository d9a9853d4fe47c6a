using System.Text.Json.Nodes;
using Mentoring.Api.Features.School.Programs;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.School.Programs;

[Covers(nameof(CountPurposes), nameof(SubmitProgram))]
public sealed class SubmitProgramTests : ProgramTest
{
    [Test]
    public async Task Submitting_freezes_the_terms_and_asks_everybody()
    {
        var id = await Submitted();

        var program = await Read(id);
        Assert.Multiple(() =>
        {
            Assert.That((string?)program["status"], Is.EqualTo("Consent"));
            Assert.That((string?)program["termsHash"], Does.Match("^[0-9a-f]{64}$"));
            Assert.That(program["participants"]!.AsArray().Select(p => (string?)p!["consent"]), Is.All.EqualTo("Requested"));
        });
        await Curator.Put($"{Path}/{id}", Plan(p => { p.Remove("organizationId"); p["version"] = 2; })).IsProblem(409, "program.not-draft");
    }

    [Test]
    public async Task A_draft_without_a_roadmap_is_not_ready()
    {
        var id = await Draft(p => p["activities"] = new JsonArray());
        await Curator.Post($"{Path}/{id}/submit", new { version = 1 }).IsProblem(409, "program.roadmap-empty");
    }

    [Test]
    public async Task A_draft_begins_with_a_title_a_term_and_people_and_is_sent_when_it_says_the_rest()
    {
        var id = await Draft(p =>
        {
            foreach (var later in new[] { "formCode", "kindCode", "purposeCode", "content" }) p.Remove(later);
            p["goals"] = new JsonArray();
            p["activities"] = new JsonArray();
        });

        var problem = await Curator.Post($"{Path}/{id}/submit", new { version = 1 }).IsProblem(409, "program.draft-incomplete");
        Assert.That((string?)problem["detail"], Is.EqualTo("Before sending, fill in: purpose, form, kind, content of mentoring."));
        var purposes = await Curator.GetAsync($"{Path}/counts/purposes").Ok();
        Assert.That(purposes.AsArray().Select(p => (string?)p!["purpose"]), Has.None.EqualTo(""));
    }

    static readonly object[] Unsaid =
    [
        new TestCaseData("formCode", "form"), new TestCaseData("kindCode", "kind"), new TestCaseData("purposeCode", "purpose"),
        new TestCaseData("content", "content of mentoring"),
    ];

    [TestCaseSource(nameof(Unsaid))]
    public async Task What_is_yet_unsaid_is_named(string field, string name)
    {
        var id = await Draft(p => p[field] = "");
        var problem = await Curator.Post($"{Path}/{id}/submit", new { version = 1 }).IsProblem(409, "program.draft-incomplete");
        Assert.That((string?)problem["detail"], Is.EqualTo($"Before sending, fill in: {name}."));

        await Curator.Put($"{Path}/{id}", Plan(p => { p.Remove("organizationId"); p["version"] = 1; })).Ok();
        await Curator.Post($"{Path}/{id}/submit", new { version = 2 }).Ok();
    }

    [Test]
    public async Task A_version_that_somebody_changed_is_stale()
    {
        var id = await Draft();
        await Curator.Post($"{Path}/{id}/submit", new { version = 7 }).IsProblem(412, "version.stale");
        await Curator.Post($"{Path}/{id}/submit", new { }).PointsTo("/version");
    }

    [Test]
    public async Task Neither_strangers_nor_heads_submit()
    {
        var id = await Draft();
        await Stranger.Post($"{Path}/{id}/submit", new { version = 1 }).IsProblem(404, "not-found");
        await Head.Post($"{Path}/{id}/submit", new { version = 1 }).IsProblem(403, "permission.missing");
    }
}
