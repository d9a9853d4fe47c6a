using Mentoring.Api.Features.School.Meetings;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.School.Meetings;

/// <summary>What becomes of a planned meeting, and meetings held without a plan.</summary>
[Covers(nameof(CancelMeeting), nameof(HoldMeeting), nameof(MissMeeting))]
public sealed class HoldMeetingTests : MeetingTest
{
    [Test]
    public async Task A_meeting_is_held_once_and_not_before_its_hour()
    {
        var id = await Plan(TimeSpan.FromHours(1));
        await Mentor.Post($"/api/v1/meetings/{id}/hold", new { version = 1, summary = "Рано" }).IsProblem(409, "meeting.not-begun");
        Clock.Advance(TimeSpan.FromHours(2));
        Assert.That((string?)(await Mentor.Post($"/api/v1/meetings/{id}/hold", new { version = 1, summary = "Разобрали" }).Ok())["status"], Is.EqualTo("Held"));
        await Mentor.Post($"/api/v1/meetings/{id}/cancel", new { version = 2, reason = "x" }).IsProblem(409, "meeting.not-planned");
    }

    [TestCase("cancel", "Cancelled")]
    [TestCase("miss", "Missed")]
    public async Task A_meeting_that_did_not_take_place_says_why(string outcome, string status)
    {
        var id = await Begun();
        Assert.That((string?)(await Mentee.Post($"/api/v1/meetings/{id}/{outcome}", new { version = 1, reason = "Болезнь" }).Ok())["status"],
            Is.EqualTo(status));
    }

    [TestCase("hold", "/summary")]
    [TestCase("cancel", "/reason")]
    [TestCase("miss", "/reason")]
    public async Task Each_outcome_has_the_same_locks(string outcome, string pointer)
    {
        var id = await Begun();
        object right = outcome == "hold" ? new { version = 1, summary = "x" } : new { version = 1, reason = "x" };
        var text = new string('x', 4001);
        await Stranger.Post($"/api/v1/meetings/{id}/{outcome}", right).IsProblem(404, "not-found");
        await Council.Post($"/api/v1/meetings/{id}/{outcome}", right).IsProblem(403, "permission.missing");
        await Mentor.Post($"/api/v1/meetings/{id}/{outcome}", outcome == "hold" ? new { version = 1, summary = text } : new { version = 1, reason = text })
            .PointsTo(pointer);
        await Mentor.Post($"/api/v1/meetings/{id}/{outcome}", outcome == "hold" ? new { version = 9, summary = "x" } : new { version = 9, reason = "x" })
            .IsProblem(412, "version.stale");
    }

    [Test]
    public async Task A_meeting_without_a_plan_is_over_and_lies_within_the_program()
    {
        await HeldMeeting(Program);
        var path = $"{Path}/{Program}/meetings/log";
        object At(DateTimeOffset startsAt, string summary = "x") => new { startsAt, durationMinutes = 30, mode = "Online", topic = "x", summary };
        await Mentor.Post(path, At(Clock.GetUtcNow().AddMinutes(-10))).PointsTo("/startsAt", "meeting.in-the-future");
        await Mentor.Post(path, At(Clock.GetUtcNow().AddDays(-20))).PointsTo("/startsAt", "meeting.before-the-program");
        await Mentor.Post(path, At(Clock.GetUtcNow().AddHours(-1), "")).PointsTo("/summary");
        await Stranger.Post(path, At(Clock.GetUtcNow().AddHours(-1))).IsProblem(404, "not-found");
        await Council.Post(path, At(Clock.GetUtcNow().AddHours(-1))).IsProblem(403, "permission.missing");
    }
}
