using Mentoring.Api.Features.School.Meetings;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.School.Meetings;

/// <summary>Planning, moving and listing.</summary>
[Covers(nameof(ListMeetings), nameof(MoveMeeting), nameof(PlanMeeting))]
public sealed class PlanMeetingTests : MeetingTest
{
    [Test]
    public async Task A_participant_plans_and_the_curator_moves()
    {
        var id = await Plan(TimeSpan.FromDays(1));
        await Curator.Put($"/api/v1/meetings/{id}",
            new { version = 1, startsAt = Clock.GetUtcNow().AddDays(3), durationMinutes = 60, mode = "InPerson", topic = "Другая тема" }).Ok();

        var meeting = (await Mentee.GetAsync($"{Path}/{Program}/meetings?size=200").Ok())["items"]!.AsArray().Single(m => (Guid)m!["id"]! == id)!;
        Assert.That(((string?)meeting["topic"], (int)meeting["durationMinutes"]!, (int)meeting["version"]!), Is.EqualTo(("Другая тема", 60, 2)));
        await Mentor.Put($"/api/v1/meetings/{id}",
            new { version = 1, startsAt = Clock.GetUtcNow().AddDays(3), durationMinutes = 60, mode = "InPerson", topic = "x" }).IsProblem(412, "version.stale");
    }

    [Test]
    public async Task What_is_wrong_is_pointed_to()
    {
        var path = $"{Path}/{Program}/meetings";
        await Mentor.Post(path, Planned(TimeSpan.FromHours(-1))).PointsTo("/startsAt", "meeting.in-the-past");
        await Mentor.Post(path, Planned(TimeSpan.FromDays(400))).PointsTo("/startsAt", "meeting.after-the-term");
        await Mentor.Post(path, Planned(TimeSpan.FromDays(1), minutes: 4)).PointsTo("/durationMinutes");
        await Mentor.Post(path, Planned(TimeSpan.FromDays(1), topic: "")).PointsTo("/topic");
    }

    [Test]
    public async Task The_pages_of_a_program_hold_each_meeting_once_the_latest_first()
    {
        for (var i = 1; i <= 3; i++) await Plan(TimeSpan.FromDays(i));
        var first = await Curator.GetAsync($"{Path}/{Program}/meetings?size=2").Ok();
        var second = await Curator.GetAsync($"{Path}/{Program}/meetings?size=200&cursor={Uri.EscapeDataString((string)first["next"]!)}").Ok();
        var all = first["items"]!.AsArray().Concat(second["items"]!.AsArray()).ToList();
        Assert.That(all.Select(m => (string?)m!["id"]), Is.Unique);
        Assert.That(all.Select(m => m!["startsAt"]!.GetValue<DateTime>()), Is.Ordered.Descending);
        await Curator.GetAsync($"{Path}/{Program}/meetings?size=0").PointsTo("/size");
    }

    [Test]
    public async Task Strangers_find_nothing_and_the_council_only_reads()
    {
        var id = await Plan(TimeSpan.FromDays(1));
        var move = new { version = 1, startsAt = Clock.GetUtcNow().AddDays(2), durationMinutes = 30, mode = "Online", topic = "x" };
        await Stranger.Post($"{Path}/{Program}/meetings", Planned(TimeSpan.FromDays(1))).IsProblem(404, "not-found");
        await Stranger.Put($"/api/v1/meetings/{id}", move).IsProblem(404, "not-found");
        await Stranger.GetAsync($"{Path}/{Program}/meetings").IsProblem(404, "not-found");
        await Council.Post($"{Path}/{Program}/meetings", Planned(TimeSpan.FromDays(1))).IsProblem(403, "permission.missing");
        await Council.Put($"/api/v1/meetings/{id}", move).IsProblem(403, "permission.missing");
        await Council.GetAsync($"{Path}/{Program}/meetings").Ok();
    }
}
