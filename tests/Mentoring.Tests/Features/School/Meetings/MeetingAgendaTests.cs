using System.Globalization;
using System.Text.Json.Nodes;
using Mentoring.Api.Features.School.Meetings;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.School.Meetings;

/// <summary>Agenda, link, confirmations of both sides, recurring plans and the week of a school.</summary>
[Covers(nameof(CancelMeetingSeries), nameof(ConfirmMeeting), nameof(PlanMeetingSeries))]
public sealed class MeetingAgendaTests : MeetingTest
{
    async Task<JsonNode> Meeting(Guid id, HttpClient? who = null) =>
        (await (who ?? Curator).GetAsync($"{Path}/{Program}/meetings?size=200").Ok())["items"]!.AsArray().Single(m => (Guid)m!["id"]! == id)!;

    [Test]
    public async Task Topics_of_the_agenda_serve_goals_of_the_program()
    {
        var goal = (Guid)(await Read(Program))["goals"]![0]!["id"]!;
        var body = new JsonObject
        {
            ["startsAt"] = Clock.GetUtcNow().AddDays(2).ToString("O"), ["durationMinutes"] = 45, ["mode"] = "Online", ["topic"] = "Урок",
            ["link"] = "https://video.example/room",
            ["agenda"] = new JsonArray(new JsonObject { ["text"] = "План урока", ["goalId"] = $"{goal}" }, new JsonObject { ["text"] = "Разное" }),
        };
        var id = (Guid)(await Mentor.Post($"{Path}/{Program}/meetings", body).Gives(201))["id"]!;
        var meeting = await Meeting(id);
        Assert.That(meeting["agenda"]!.AsArray().Select(t => ((string?)t!["text"], (string?)t["goal"])),
            Is.EqualTo(new[] { ("План урока", "Планирует урок сама"), ("Разное", null) }));
        Assert.That((string?)meeting["link"], Is.EqualTo("https://video.example/room"));

        body["link"] = "http://video.example";
        await Mentor.Post($"{Path}/{Program}/meetings", body.DeepClone()).PointsTo("/link");
        body["link"] = null;
        body["agenda"]![1]!["text"] = "";
        await Mentor.Post($"{Path}/{Program}/meetings", body.DeepClone()).PointsTo("/agenda/1/text");
        body["agenda"]![1]!["text"] = "Разное";
        body["agenda"]![0]!["goalId"] = $"{Guid.CreateVersion7()}";
        await Mentor.Post($"{Path}/{Program}/meetings", body).PointsTo("/agenda/0/goalId", "program.goal-unknown");
    }

    [Test]
    public async Task Both_sides_confirm_and_a_moved_meeting_is_confirmed_anew()
    {
        var id = await Plan(TimeSpan.FromDays(3));
        Assert.That(((bool)(await Meeting(id, Mentor))["awaitsConfirmation"]!, (bool)(await Meeting(id, Mentee))["awaitsConfirmation"]!),
            Is.EqualTo((false, true)), "who plans a meeting comes to it");
        await Mentee.Post($"/api/v1/meetings/{id}/confirm", new { version = 1 }).Ok();
        Assert.That((await Meeting(id))["confirmations"]!.AsArray().Select(c => (string?)c!["role"]), Is.EqualTo(new[] { "Mentor", "Mentee" }));

        await Curator.Put($"/api/v1/meetings/{id}",
            new { version = 1, startsAt = Clock.GetUtcNow().AddDays(4), durationMinutes = 60, mode = "InPerson", topic = "Урок" }).Ok();
        Assert.That((await Meeting(id))["confirmations"]!.AsArray(), Is.Empty);
        await Mentee.Post($"/api/v1/meetings/{id}/confirm", new { version = 1 }).IsProblem(412, "version.stale");
        await Curator.Post($"/api/v1/meetings/{id}/confirm", new { version = 2 }).IsProblem(403, "permission.missing");
        await Mentee.Post($"/api/v1/meetings/{id}/cancel", new { version = 2, reason = "Болею" }).Ok();
        await Mentee.Post($"/api/v1/meetings/{id}/confirm", new { version = 3 }).IsProblem(409, "meeting.nothing-to-confirm");
    }

    [Test]
    public async Task Who_records_a_meeting_confirms_it_and_the_other_side_does_so_too()
    {
        var id = await HeldMeeting(Program);
        Assert.That((bool)(await Meeting(id, Mentee))["awaitsConfirmation"]!, Is.True);
        await Mentee.Post($"/api/v1/meetings/{id}/confirm", new { version = 1 }).Ok();
        Assert.That((await Meeting(id))["confirmations"]!.AsArray(), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task A_series_leaves_holidays_out_and_is_called_off_as_one()
    {
        var first = Clock.GetUtcNow().AddDays(1);
        var series = $"{Path}/{Program}/meetings/series";
        var planned = await Mentor.Post(series, new
        {
            rule = "FREQ=DAILY;COUNT=20", startsAt = first, durationMinutes = 30, mode = "InPerson",
            topic = "Пятиминутка", onWorkingDays = true
        }).Gives(201);
        Assert.That((int)planned["meetings"]! + planned["skipped"]!.AsArray().Count, Is.EqualTo(20));
        Assert.That(planned["skipped"]!.AsArray(), Is.Not.Empty, "twenty days in a row hold a weekend");
        await Mentor.Post(series, new { rule = "каждый вторник", startsAt = first, durationMinutes = 30, mode = "InPerson", topic = "x" }).PointsTo("/rule");
        var elsewhere = TimeZoneInfo.ConvertTime(first, TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow"))
            .AddDays(1).DayOfWeek.ToString()[..2].ToUpperInvariant();
        await Mentor.Post(series, new
        {
            rule = $"FREQ=WEEKLY;BYDAY={elsewhere};COUNT=2", startsAt = first, durationMinutes = 30, mode = "InPerson",
            topic = "x"
        })
            .PointsTo("/startsAt", "meeting.rule-first-day");

        await Stranger.Post($"{series}/{planned["seriesId"]}/cancel", new { reason = "x" }).IsProblem(404, "not-found");
        var cancelled = await Mentee.Post($"{series}/{planned["seriesId"]}/cancel", new { reason = "Встречаемся по-другому" }).Ok();
        Assert.That((int)cancelled["cancelled"]!, Is.EqualTo((int)planned["meetings"]!));
    }

    [Test]
    public async Task The_week_of_a_school_is_listed_by_its_own_days()
    {
        var id = await Plan(TimeSpan.FromDays(8));
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Clock.GetUtcNow().AddDays(8), TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow")).DateTime);
        var week = await Curator.GetAsync($"/api/v1/organizations/{School.Id}/meetings?from={day:O}").Ok();
        var item = week["items"]!.AsArray().Single(i => (Guid)i!["meeting"]!["id"]! == id)!;
        Assert.That(((string?)item["day"], (string?)item["mentors"]), Is.EqualTo(($"{day:O}", "Наставникова Анна Петровна")));
        Assert.That(DateOnly.Parse((string)week["monday"]!, CultureInfo.InvariantCulture).DayOfWeek, Is.EqualTo(DayOfWeek.Monday));
        await Stranger.GetAsync($"/api/v1/organizations/{School.Id}/meetings?from={day:O}").IsProblem(404, "not-found");
    }
}
