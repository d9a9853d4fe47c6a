using Mentoring.Api.Features.School.Programs;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.School.Programs;

[Covers(nameof(EvaluateProgram))]
public sealed class EvaluateProgramTests : ProgramTest
{
    [Test]
    public async Task A_participant_evaluates_and_measures_goals_again()
    {
        var id = await Active();
        var goal = (string)(await Read(id))["goals"]![0]!["id"]!;
        await Mentee.Put($"{Path}/{id}/evaluation",
            new { goalsReached = 4, usefulness = 5, atmosphere = 5, summary = "Учусь", goals = new[] { new { goalId = goal, measureAfter = 3.5 } } }).Ok();
        await Mentee.Put($"{Path}/{id}/evaluation", Evaluation(3)).Ok();

        var program = await Read(id);
        Assert.That((decimal)program["goals"]![0]!["measureAfter"]!, Is.EqualTo(3.5m));
        Assert.That(program["evaluations"]!.AsArray().Select(e => ((string?)e!["role"], (int)e["goalsReached"]!)), Is.EqualTo(new[] { ("Mentee", 3) }));
    }

    [Test]
    public async Task Marks_have_bounds_and_goals_belong_to_the_program()
    {
        var id = await Active();
        await Mentee.Put($"{Path}/{id}/evaluation", Evaluation(6)).PointsTo("/goalsReached");
        await Mentee.Put($"{Path}/{id}/evaluation", new
        {
            goalsReached = 4, usefulness = 5, atmosphere = 5, summary = "x", goals = new[] { new { goalId = Guid.CreateVersion7(), measureAfter = 1 } },
        }).PointsTo("/goals/0/goalId", "program.goal-unknown");
    }

    [Test]
    public async Task Only_participants_evaluate_and_only_in_force()
    {
        var id = await Active();
        await Curator.Put($"{Path}/{id}/evaluation", Evaluation()).IsProblem(403, "permission.missing");
        await Mentor.Put($"{Path}/{Guid.CreateVersion7()}/evaluation", Evaluation()).IsProblem(404, "not-found");
        await Mentor.Put($"{Path}/{await Submitted()}/evaluation", Evaluation()).IsProblem(409, "program.not-in-force");
    }
}
