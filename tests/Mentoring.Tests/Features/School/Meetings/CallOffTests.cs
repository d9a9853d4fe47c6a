using System.Text.Json.Nodes;
using Dapper;
using Mentoring.Api.Features.School.Programs;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Tests.Features.School.Meetings;

/// <summary>What is planned after a program's end goes with it; what a pause leaves standing is marked.</summary>
public sealed class CallOffTests : ProgramTest
{
    [Test]
    public async Task A_meeting_planned_after_the_completion_is_called_off_with_it_in_calendars_too()
    {
        var id = await Active();
        await HeldMeeting(id);
        var near = await Planned(id, Clock.GetUtcNow().AddMinutes(30));
        var far = await Planned(id, Clock.GetUtcNow().AddDays(21));
        var before = await Event(far);
        Clock.Advance(TimeSpan.FromHours(1));
        await DoRoadmap(id);
        await Evaluate(id);
        await Curator.Post($"{Path}/{id}/complete", new { version = await Version(id) }).Ok();

        var called = await Meeting(id, far);
        Assert.That(((string?)called["status"], (string?)called["calledOffBy"], (string?)called["cancelReason"]),
            Is.EqualTo(("Cancelled", "ProgramEnded", (string?)null)));
        var after = await Event(far);
        Assert.That((before.Status, after.Status), Is.EqualTo(("CONFIRMED", "CANCELLED")));
        Assert.That(after.Sequence, Is.GreaterThan(before.Sequence));

        Assert.That((string?)(await Meeting(id, near))["status"], Is.EqualTo("Planned"), "what had begun is for those who were there to settle");
        await Mentor.Post($"/api/v1/meetings/{near}/hold", new { version = 1, summary = "x" }).IsProblem(409, "program.not-in-force");
        await Mentor.Post($"/api/v1/meetings/{near}/miss", new { version = 1, reason = "Не успели" }).Ok();
        await Mentor.Post($"/api/v1/meetings/{far}/cancel", new { version = 2, reason = "x" }).IsProblem(409, "meeting.not-planned");
    }

    [Test]
    public async Task A_notice_calls_off_what_is_planned_after_its_last_day_and_the_end_the_rest()
    {
        var id = await Active();
        var notice = DateOnly.Parse((string)(await Head.Post($"{Path}/{id}/end-early",
            new { version = await Version(id), reason = "Увольнение" }).Ok())["noticeUntil"]!, null);
        await Sql.ExecuteAsync("update program set notice_until = null where id = @id", new { id });
        var before = await Planned(id, At(notice, 15));
        var later = await Planned(id, At(notice.AddDays(1), 9));
        await Mentee.Post($"{Path}/{id}/consents/revoke", new { reason = "Не подошло" }).Ok();
        Assert.That((await Status(id, before), await Status(id, later)), Is.EqualTo(("Planned", "Cancelled")));

        Clock.SetUtcNow(At(notice, 9));
        await Sql.ExecuteAsync("update program set notice_until = @day where id = @id", new { id, day = notice.AddDays(-1) });
        await ActivatorUtilities.CreateInstance<EndNoticedPrograms>(Services).Run(default);
        Assert.That((await Status(id), await Status(id, before)), Is.EqualTo(("EndedEarly", "Cancelled")));
    }

    [Test]
    public async Task A_consent_annulled_in_force_calls_off_what_was_planned_and_a_series_with_it()
    {
        var id = await Active();
        await Mentor.Post($"{Path}/{id}/meetings/series", new
        {
            startsAt = Clock.GetUtcNow().AddDays(1), durationMinutes = 45, mode = "Online", topic = "Каждую неделю",
            rule = "FREQ=WEEKLY;COUNT=4", onWorkingDays = false,
        }).Gives(201);
        var consent = (await Read(id))["consents"]!.AsArray().Single(one => (Guid)one!["personId"]! == School.Mentee)!["id"];
        await Mentee.Post($"{Path}/{id}/consents/{consent}/contest", new { words = "Я этого не подписывала" }).Ok();
        Assert.That((await Meetings(id)).Select(one => (bool)one!["rests"]!), Is.All.True, "a dispute pauses the program");
        var council = As(await World.Account(Role.CouncilMember, School.Id, await World.Teacher(School.Id, "Завучева")));
        await council.Post($"{Path}/{id}/consents/{consent}/settle", new { outcome = "Annulled", reason = "Подписано другим" }).Ok();
        Assert.That((await Meetings(id)).Select(one => (string?)one!["calledOffBy"]).ToList(), Has.Count.EqualTo(4).And.All.EqualTo("ProgramEnded"));
        Assert.That(await Sql.ExecuteScalarAsync<long>("select count(*) from meeting_series where program_id = @id and cancelled_at is null",
            new { id }), Is.Zero);
    }

    [Test]
    public async Task A_pause_marks_the_meetings_ahead_until_the_program_is_taken_up_again()
    {
        var id = await Active();
        var meeting = await Planned(id, Clock.GetUtcNow().AddDays(2));
        await Curator.Post($"{Path}/{id}/pause", new { version = await Version(id) }).Ok();
        Assert.That(((bool)(await Meeting(id, meeting))["rests"]!, (await Event(meeting)).Status), Is.EqualTo((true, "TENTATIVE")));
        var near = (await Mentor.GetAsync("/api/v1/me/agenda").Ok())["meetings"]!.AsArray().Single(one => (Guid)one!["id"]! == meeting)!;
        Assert.That((bool)near["rests"]!, Is.True);
        await Curator.Post($"{Path}/{id}/resume", new { version = await Version(id) }).Ok();
        Assert.That(((bool)(await Meeting(id, meeting))["rests"]!, (await Event(meeting)).Status), Is.EqualTo((false, "CONFIRMED")));
    }

    static DateTimeOffset At(DateOnly day, int hour) => new(day.ToDateTime(new(hour, 0)), TimeSpan.FromHours(3));

    async Task<Guid> Planned(Guid program, DateTimeOffset at) => (Guid)(await Mentor.Post($"{Path}/{program}/meetings",
        new { startsAt = at, durationMinutes = 20, mode = "InPerson", topic = "После завершения" }).Gives(201))["id"]!;

    async Task<JsonArray> Meetings(Guid program) => (await Curator.GetAsync($"{Path}/{program}/meetings").Ok())["items"]!.AsArray();

    async Task<JsonNode> Meeting(Guid program, Guid id) => (await Meetings(program)).Single(one => (Guid)one!["id"]! == id)!;

    async Task<string> Status(Guid program, Guid id) => (string)(await Meeting(program, id))["status"]!;

    async Task<(string Status, int Sequence)> Event(Guid id)
    {
        var path = (string)(await Mentee.Post("/api/v1/me/calendar-feed").Ok())["path"]!;
        var lines = (await Anonymous().GetStringAsync(path)).Replace("\r\n ", "").Split("BEGIN:VEVENT")
            .Single(one => one.Contains($"{id}@mentoring", StringComparison.Ordinal)).Split("\r\n");
        string Of(string name) => lines.Single(line => line.StartsWith($"{name}:", StringComparison.Ordinal))[(name.Length + 1)..];
        return (Of("STATUS"), int.Parse(Of("SEQUENCE"), System.Globalization.CultureInfo.InvariantCulture));
    }
}
