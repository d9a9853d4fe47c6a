using Mentoring.Api.Features.School.Programs;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.School.Programs;

[Covers(nameof(CompleteProgram))]
public sealed class CompleteProgramTests : ProgramTest
{
    Task<HttpResponseMessage> Complete(Guid id, int version, string? undoneReason = null) =>
        Curator.Post($"{Path}/{id}/complete", new { version, undoneReason });

    [Test]
    public async Task Both_sides_evaluate_meet_and_do_the_roadmap_first()
    {
        var id = await Active();
        await Mentor.Put($"{Path}/{id}/evaluation", Evaluation()).Ok();
        await Complete(id, await Version(id)).IsProblem(409, "program.evaluation-missing");
        await Mentee.Put($"{Path}/{id}/evaluation", Evaluation()).Ok();
        await Complete(id, await Version(id)).IsProblem(409, "program.no-meeting-held");
        await HeldMeeting(id);
        await Complete(id, await Version(id)).IsProblem(409, "program.roadmap-undone");
        await DoRoadmap(id);
        await Complete(id, await Version(id)).Ok();
        Assert.That(await Status(id), Is.EqualTo("Completed"));
    }

    [Test]
    public async Task After_the_last_day_what_is_undone_is_explained()
    {
        var id = await Active(p => p["endsOn"] = $"{Today.AddDays(45):O}");
        await HeldMeeting(id);
        await Evaluate(id);
        Clock.Advance(TimeSpan.FromDays(50));
        await Complete(id, await Version(id)).PointsTo("/undoneReason", "program.undone-reason-missing");
        await Complete(id, await Version(id), "Карантин").Ok();
        Assert.That((string?)(await Read(id))["finishReason"], Is.EqualTo("Карантин"));
    }
}
