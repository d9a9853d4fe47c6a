using Mentoring.Api.Features.School.Programs;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.School.Programs;

/// <summary>Pausing, resuming, cancelling and ending early: one rule of access, four steps.</summary>
[Covers(nameof(CancelProgram), nameof(EndProgramEarly), nameof(PauseProgram), nameof(ResumeProgram))]
public sealed class ManageProgramTests : ProgramTest
{
    [Test]
    public async Task A_program_in_force_rests_and_is_taken_up_again()
    {
        var id = await Active();
        await Curator.Post($"{Path}/{id}/pause", new { version = await Version(id) }).Ok();
        Assert.That(await Status(id), Is.EqualTo("Paused"));
        await Mentor.Post($"{Path}/{id}/meetings", new { startsAt = Clock.GetUtcNow().AddDays(1), durationMinutes = 30, mode = "Online", topic = "x" })
            .IsProblem(409, "program.not-in-force");
        await Head.Post($"{Path}/{id}/resume", new { version = await Version(id) }).Ok();
        Assert.That(await Status(id), Is.EqualTo("Active"));
        await Curator.Post($"{Path}/{id}/resume", new { version = await Version(id) }).IsProblem(409, "program.step-not-now");
    }

    [Test]
    public async Task A_draft_can_be_given_up_and_a_program_in_force_cannot()
    {
        var draft = await Draft();
        await Curator.Post($"{Path}/{draft}/cancel", new { version = 1, reason = "Создана по ошибке" }).Ok();
        Assert.That((string?)(await Read(draft))["finishReason"], Is.EqualTo("Создана по ошибке"));

        var id = await Active();
        await Curator.Post($"{Path}/{id}/cancel", new { version = await Version(id), reason = "x" }).IsProblem(409, "program.step-not-now");
    }

    [Test]
    public async Task The_school_gives_the_same_notice_once()
    {
        var id = await Active();
        var state = await Head.Post($"{Path}/{id}/end-early", new { version = await Version(id), reason = "Наставник увольняется" }).Ok();
        Assert.That((string?)state["noticeUntil"], Is.EqualTo($"{Notice.Until(Now, await Calendar()):O}"));
        Assert.That((string?)state["status"], Is.EqualTo("Active"));
        await Head.Post($"{Path}/{id}/end-early", new { version = await Version(id), reason = "x" }).IsProblem(409, "program.notice-given");
        await Head.Post($"{Path}/{await Draft()}/end-early", new { version = 1, reason = "x" }).IsProblem(409, "program.step-not-now");
    }

    [TestCase("pause")]
    [TestCase("resume")]
    [TestCase("cancel")]
    [TestCase("end-early")]
    [TestCase("complete")]
    public async Task Only_the_schools_own_curator_and_head_manage(string step)
    {
        var id = await Draft();
        object body = step is "cancel" or "end-early" ? new { version = 1, reason = "x" } : new { version = 1 };
        await Stranger.Post($"{Path}/{id}/{step}", body).IsProblem(404, "not-found");
        await Council.Post($"{Path}/{id}/{step}", body).IsProblem(403, "permission.missing");
        await Curator.Post($"{Path}/{id}/{step}", new { }).PointsTo("/version");
        if (step is "cancel" or "end-early") await Curator.Post($"{Path}/{id}/{step}", new { version = 1, reason = "" }).PointsTo("/reason");
    }
}
