using Mentoring.Api.Features.School.Conditions;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.School.Conditions;

[Covers(nameof(AssessCondition), nameof(ListConditions))]
public sealed class ConditionsTests : ProgramTest
{
    string Conditions => $"/api/v1/organizations/{School.Id}/conditions";

    static object Level(string level, int version = 0, string evidence = "Приказ № 12", string? improvement = null, Guid[]? programs = null,
        DateOnly? due = null) =>
        new { version, level, evidence, improvement, responsibleId = (Guid?)null, dueOn = due?.ToString("O"), programs = programs ?? [] };

    [Test]
    public async Task A_condition_is_assessed_with_evidence_and_marked_as_a_resource()
    {
        var program = await Active();
        await Curator.Put($"{Conditions}/meeting-zone", Level("Partly", improvement: "Оборудовать кабинет", due: Today.AddDays(40), programs: [program])).Ok();
        await Curator.Put($"{Conditions}/meeting-zone", Level("Met")).IsProblem(412, "version.stale");
        var all = await Head.GetAsync(Conditions).Ok();
        var zone = all["items"]!.AsArray().Single(i => (string?)i!["code"] == "meeting-zone")!;
        Assert.That(((string?)zone["level"], zone["programs"]!.AsArray().Count, (string?)zone["group"]), Is.EqualTo(("Partly", 1, "Material")));
        Assert.That(all["items"]!.AsArray().Select(i => (string?)i!["group"]).Distinct().Count(), Is.EqualTo(5));
        await Curator.Put($"{Conditions}/meeting-zone", Level("Met", version: 1)).Ok();
        Assert.That((int)(await Head.GetAsync(Conditions).Ok())["met"]!, Is.EqualTo(1));
    }

    [Test]
    public async Task The_locks_hold()
    {
        await Curator.Put($"{Conditions}/broadband", Level("NotMet")).PointsTo("/improvement");
        await Curator.GetAsync($"{Conditions}?schoolYear={int.MinValue}").PointsTo("/schoolYear");
        await Curator.Put($"{Conditions}/nonsense", Level("Met")).IsProblem(404, "not-found");
        await Mentor.GetAsync(Conditions).IsProblem(403, "permission.missing");
        await Stranger.GetAsync(Conditions).IsProblem(404, "not-found");
        await Stranger.Put($"{Conditions}/broadband", Level("Met")).IsProblem(404, "not-found");
    }
}
