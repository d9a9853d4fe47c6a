using System.Text;
using Mentoring.Api.Features.School.Meetings;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.School.Meetings;

[Covers(nameof(GetMeetingCalendar), nameof(ListWeekMeetings))]
public sealed class GetMeetingCalendarTests : MeetingTest
{
    static async Task<string[]> File(HttpClient person, Guid id)
    {
        using var answer = await person.GetAsync($"/api/v1/meetings/{id}/calendar.ics");
        Assert.That((answer.StatusCode, answer.Content.Headers.ContentType?.MediaType), Is.EqualTo((System.Net.HttpStatusCode.OK, "text/calendar")));
        Assert.That(answer.Content.Headers.ContentDisposition?.FileName, Does.Match("^meeting-[0-9a-f]{6}\\.ics$"), "the name says nothing of people");
        var text = await answer.Content.ReadAsStringAsync();
        Assert.That(text.Split("\r\n").Select(Encoding.UTF8.GetByteCount), Is.All.LessThanOrEqualTo(75));
        return text.Replace("\r\n ", "").Split("\r\n");
    }

    [Test]
    public async Task The_file_holds_the_feeds_own_event_and_nobodys_name()
    {
        var id = await Plan(TimeSpan.FromDays(2));
        var file = await File(Mentor, id);
        var path = (string)(await Mentor.Post("/api/v1/me/calendar-feed").Ok())["path"]!;
        var feed = (await Anonymous().GetStringAsync(path)).Replace("\r\n ", "").Split("\r\n");
        foreach (var kept in (string[])["UID:", "SEQUENCE:"])
            Assert.That(feed, Does.Contain(file.Single(line => line.StartsWith(kept, StringComparison.Ordinal))));
        Assert.That(file, Does.Contain($"UID:{id}@mentoring")
            .And.Contain("SUMMARY:Первый урок").And.Contain("LOCATION:Кабинет 12").And.Contain("STATUS:CONFIRMED"));
        Assert.That(file.Count(line => line == "BEGIN:VEVENT"), Is.EqualTo(1));
        Assert.That(string.Concat(file), Does.Not.Contain("Наставникова"));
    }

    [Test]
    public async Task What_was_called_off_says_so_and_strangers_find_nothing()
    {
        var id = await Plan(TimeSpan.FromDays(2));
        await Mentor.Post($"/api/v1/meetings/{id}/cancel", new { version = 1, reason = "Болезнь" }).Ok();
        Assert.That(await File(Curator, id), Does.Contain("STATUS:CANCELLED"));
        await Stranger.GetAsync($"/api/v1/meetings/{id}/calendar.ics").IsProblem(404, "not-found");
        await Mentor.GetAsync($"/api/v1/meetings/{Guid.NewGuid()}/calendar.ics").IsProblem(404, "not-found");
    }

    [Test]
    public async Task The_week_says_who_may_change_a_meeting()
    {
        var id = await Plan(TimeSpan.FromDays(1));
        var week = $"/api/v1/organizations/{School.Id}/meetings?from={Now.AddDays(1):O}";
        foreach (var (person, may) in ((HttpClient, bool)[])[(Mentor, true), (Curator, true), (Council, false), (Head, false)])
        {
            var item = (await person.GetAsync(week).Ok())["items"]!.AsArray().Single(i => (Guid)i!["meeting"]!["id"]! == id)!;
            Assert.That((bool)item["mayWrite"]!, Is.EqualTo(may));
        }
    }
}
