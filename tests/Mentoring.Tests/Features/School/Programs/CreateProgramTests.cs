using System.Text.Json.Nodes;
using Mentoring.Api.Features.School.Programs;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.School.Programs;

[Covers(nameof(CreateProgram))]
public sealed class CreateProgramTests : ProgramTest
{
    [Test]
    public async Task A_curator_drafts_a_program_with_people_goals_and_a_roadmap()
    {
        var program = await Read(await Draft());

        Assert.Multiple(() =>
        {
            Assert.That((string?)program["status"], Is.EqualTo("Draft"));
            Assert.That(program["participants"]!.AsArray().Select(p => (string?)p!["name"]),
                Is.EqualTo(new[] { "Новичкова Анна Петровна", "Наставникова Анна Петровна" }));
            Assert.That((string?)program["goals"]![0]!["goal"], Is.EqualTo("Планирует урок сама"));
            Assert.That(program["activities"]!.AsArray().Select(a => (int)a!["position"]!), Is.EqualTo(new[] { 1, 2 }));
            Assert.That(program["steps"]!.AsArray().Select(s => (string?)s), Is.EqualTo(new[] { "Submit", "Cancel" }));
            Assert.That(program["actions"]!.AsArray().Select(s => (string?)s), Is.EqualTo(new[] { "Revise", "Comment" }));
        });
    }

    [Test]
    public async Task Another_schools_curator_cannot_draft_here() =>
        await Stranger.Post(Path, Plan()).IsProblem(404, "not-found");

    [Test]
    public async Task A_head_approves_and_does_not_draft() =>
        await Head.Post(Path, Plan()).IsProblem(403, "permission.missing");

    static readonly object[] Wrong =
    [
        Case("/title", "validation", p => p["title"] = " "),
        Case("/title", "validation", p => p["title"] = new string('x', 201)),
        Case("/content", "validation", p => p["content"] = new string('x', 10_001)),
        Case("/payKopecks", "validation", p => p["payKopecks"] = -1),
        Case("/endsOn", "validation", p => p["endsOn"] = (string)p["startsOn"]!),
        Case("/participants", "validation", p => p["participants"]!.AsArray().RemoveAt(0)),
        Case("/participants", "validation", p => p["participants"]!.AsArray().RemoveAt(1)),
        Case("/participants/2/personId", "program.person-twice", p => p["participants"]!.AsArray().Add(p["participants"]![0]!.DeepClone())),
        Case("/participants/0/personId", "program.person-unknown", p => p["participants"]![0]!["personId"] = Guid.CreateVersion7()),
        Case("/participants/0/role", "request.unreadable", p => p["participants"]![0]!["role"] = "Friend"),
        Case("/formCode", "program.code-unknown", p => p["formCode"] = "nothing"),
        Case("/kindCode", "program.code-unknown", p => p["kindCode"] = "nothing"),
        Case("/purposeCode", "program.code-unknown", p => p["purposeCode"] = "nothing"),
        Case("/goals/0/areaCode", "program.code-unknown", p => p["goals"]![0]!["areaCode"] = "nothing"),
        Case("/goals/0/difficulty", "validation", p => p["goals"]![0]!["difficulty"] = ""),
        Case("/activities/1/dueOn", "program.activity-outside-term", p => p["activities"]![1]!["dueOn"] = $"{Today.AddDays(400):O}"),
        Case("/activities/0/expectedResult", "validation", p => p["activities"]![0]!["expectedResult"] = ""),
        Case("/mood", "request.unreadable", p => p["mood"] = "good"),
        Case("/title", "validation", p => p.Remove("title")),
    ];

    [TestCaseSource(nameof(Wrong))]
    public async Task What_is_wrong_is_pointed_to(string pointer, string code, Action<JsonObject> change) =>
        await Curator.Post(Path, Plan(change)).PointsTo(pointer, code);

    [Test]
    public async Task Too_many_goals_and_activities_are_refused()
    {
        await Curator.Post(Path, Plan(p => Fill(p["goals"]!.AsArray(), 31))).PointsTo("/goals");
        await Curator.Post(Path, Plan(p => Fill(p["activities"]!.AsArray(), 101))).PointsTo("/activities");
    }

    [Test]
    public async Task A_teacher_of_another_school_is_not_known_here()
    {
        var elsewhere = await World.Teacher(await World.School());
        await Curator.Post(Path, Plan(p => p["participants"]![0]!["personId"] = elsewhere)).PointsTo("/participants/0/personId", "program.person-unknown");
    }

    static void Fill(JsonArray array, int count)
    {
        while (array.Count < count) array.Add(array[0]!.DeepClone());
    }

    static TestCaseData Case(string pointer, string code, Action<JsonObject> change) => new(pointer, code, change);
}
