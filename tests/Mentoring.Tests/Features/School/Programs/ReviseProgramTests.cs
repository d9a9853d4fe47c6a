using System.Text.Json.Nodes;
using Mentoring.Api.Features.School.Programs;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.School.Programs;

[Covers(nameof(ReviseProgram))]
public sealed class ReviseProgramTests : ProgramTest
{
    JsonObject Revision(int version, Action<JsonObject>? change = null) => Plan(p =>
    {
        p.Remove("organizationId");
        p["version"] = version;
        change?.Invoke(p);
    });

    [Test]
    public async Task A_draft_is_rewritten_with_its_goals_and_roadmap()
    {
        var id = await Draft();
        var state = await Curator.Put($"{Path}/{id}", Revision(1, p =>
        {
            p["title"] = "Второй год";
            p["activities"] = new JsonArray(Activity("Одно дело", Today.AddDays(5)));
        })).Ok();

        var program = await Read(id);
        Assert.That((int)state["version"]!, Is.EqualTo(2));
        Assert.That((int)program["version"]!, Is.EqualTo(2));
        Assert.That((string?)program["title"], Is.EqualTo("Второй год"));
        Assert.That(program["activities"]!.AsArray().Select(a => (string?)a!["activity"]), Is.EqualTo(new[] { "Одно дело" }));
        await Curator.Put($"{Path}/{id}", Revision(1)).IsProblem(412, "version.stale");
    }

    [Test]
    public async Task What_is_wrong_is_pointed_to()
    {
        var id = await Draft();
        await Curator.Put($"{Path}/{id}", Revision(1, p => p["title"] = "")).PointsTo("/title");
        await Curator.Put($"{Path}/{id}", Revision(1, p => p["goals"]![0]!["goal"] = "")).PointsTo("/goals/0/goal");
    }

    [Test]
    public async Task Only_this_schools_curator_revises()
    {
        var id = await Draft();
        await Stranger.Put($"{Path}/{id}", Revision(1)).IsProblem(404, "not-found");
        await Council.Put($"{Path}/{id}", Revision(1)).IsProblem(403, "permission.missing");
    }
}
