using Dapper;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Calendar;

public sealed class CalendarFeedTests : MeetingTest
{
    const string Feed = "/api/v1/me/calendar-feed";

    [Test]
    public async Task The_secret_address_gives_a_persons_meetings_and_deadlines_until_it_is_closed()
    {
        var id = await Plan(TimeSpan.FromDays(1));
        var path = (string)(await Mentee.Post(Feed).Ok())["path"]!;
        using var answer = await Anonymous().GetAsync(path);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.That((answer.StatusCode, answer.Content.Headers.ContentType?.MediaType), Is.EqualTo((System.Net.HttpStatusCode.OK, "text/calendar")));
        var lines = text.Replace("\r\n ", "").Split("\r\n");
        Assert.That(lines, Does.Contain($"UID:{id}@mentoring").And.Contain("SUMMARY:Первый урок").And.Contain("LOCATION:Кабинет 12").And.Contain("SUMMARY:Due: Посещение урока"));
        Assert.That(text, Does.Not.Contain("Наставникова"), "who is met stays in the product");
        Assert.That(text.Split("\r\n").Select(System.Text.Encoding.UTF8.GetByteCount), Is.All.LessThanOrEqualTo(75));
        Assert.That(lines.Count(l => l == "BEGIN:VEVENT"), Is.EqualTo(lines.Count(l => l == "END:VEVENT")));

        var renewed = (string)(await Mentee.Post(Feed).Ok())["path"]!;
        await Anonymous().GetAsync(path).IsProblem(404, "not-found");
        Assert.That((await Mentee.GetAsync(Feed).Ok())["createdAt"], Is.Not.Null);
        await Mentee.DeleteAsync(Feed).Ok();
        await Anonymous().GetAsync(renewed).IsProblem(404, "not-found");
        Assert.That((await Mentee.GetAsync(Feed).Ok())["createdAt"], Is.Null);
    }

    [Test]
    public async Task Only_people_have_a_calendar()
    {
        await Curator.Post(Feed).IsProblem(403, "caller.not-a-person");
        await Anonymous().GetAsync("/calendar/guess.ics").IsProblem(404, "not-found");
    }

    [Test]
    public async Task Characters_that_no_calendar_can_hold_are_not_in_it()
    {
        var id = await Plan(TimeSpan.FromDays(2));
        await Sql.ExecuteAsync("""
            update meeting set topic = 'Из' || chr(11) || chr(1) || 'давна' || chr(13) || chr(10) || 'X-EVIL:1', place = chr(12) || 'Зал' where id = @id
            """, new { id });
        var path = (string)(await Mentee.Post(Feed).Ok())["path"]!;
        var lines = (await Anonymous().GetStringAsync(path)).Replace("\r\n ", "").Split("\r\n");
        Assert.That(lines, Does.Contain("SUMMARY:Издавна\\nX-EVIL:1").And.Contain("LOCATION:Зал"));
    }
}
