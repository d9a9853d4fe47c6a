using Dapper;
using Mentoring.Api.Features.Common.Calendar;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Common.Calendar;

[Covers(nameof(CreateCalendarFeed), nameof(GetCalendarFeed), nameof(ReadCalendarFeed), nameof(RevokeCalendarFeed))]
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
        Assert.That(lines, Does.Contain($"UID:{id}@mentoring").And.Contain("SUMMARY:Первый урок")
            .And.Contain("LOCATION:Кабинет 12").And.Contain("SUMMARY:Due: Посещение урока"));
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

    [Test]
    public async Task The_address_of_a_host_in_other_letters_is_in_ascii()
    {
        var id = (Guid)(await Mentor.Post($"{Path}/{Program}/meetings", new
        {
            startsAt = Clock.GetUtcNow().AddDays(4), durationMinutes = 45, mode = "Online", topic = "Разбор", link = "https://встреча.рф/зал?имя=Анна",
        }).Gives(201))["id"]!;
        Assert.That(await Event(Mentee, id),
            Does.Contain("URL:https://xn--80adj7beg1b.xn--p1ai/%D0%B7%D0%B0%D0%BB?%D0%B8%D0%BC%D1%8F=%D0%90%D0%BD%D0%BD%D0%B0"));
    }

    [TestCase("https://meet.example/l/room;v=3,4?list=a,b;c")]
    [TestCase("https://meet.example/%D1%83%D1%80%D0%BE%D0%BA?pwd=x%2Cy;z#1,2")]
    [TestCase("https://meet.example/join?token=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa;bbbbbbbbbbbb,cccc")]
    public async Task A_link_is_an_unescaped_address_and_stands_where_calendars_show_it(string link)
    {
        var id = (Guid)(await Mentor.Post($"{Path}/{Program}/meetings", new
        {
            startsAt = Clock.GetUtcNow().AddDays(3), durationMinutes = 45, mode = "Online", topic = "Разбор", link,
        }).Gives(201))["id"]!;
        var escaped = link.Replace(";", "\\;").Replace(",", "\\,");
        Assert.That(await Event(Mentee, id), Does.Contain($"URL:{link}").And.Contain($"DESCRIPTION:{escaped}").And.Contain($"LOCATION:{escaped}"));

        await Sql.ExecuteAsync("update meeting set place = 'Кабинет 12', link = 'https://meet.example/a' || chr(13) || chr(10) || 'X-EVIL:1' where id = @id",
            new { id });
        Assert.That(await Event(Mentee, id), Does.Contain("LOCATION:Кабинет 12").And.None.StartsWith("X-EVIL"));
    }

    [Test]
    public async Task A_public_events_link_is_written_alike()
    {
        var id = Guid.CreateVersion7();
        await Sql.ExecuteAsync("""
            insert into public_event (id, organization_id, region_code, kind, audience, title, starts_at, duration_minutes, link, responsible_id, programme)
            select @id, id, region_code, 'OpenLesson', 'Teachers', 'Открытый урок', now() + interval '2 days', 60, 'https://meet.example/e;1,2', @person, ''
              from organization where id = @school;
            insert into public_event_person (event_id, organization_id, region_code, person_id)
            select @id, id, region_code, @person from organization where id = @school
            """, new { id, person = School.Mentee, school = School.Id });
        Assert.That(await Event(Mentee, id), Does.Contain("URL:https://meet.example/e;1,2"));
    }

    [Test]
    public async Task A_head_answers_what_a_get_would_without_its_body()
    {
        var path = (string)(await Mentee.Post(Feed).Ok())["path"]!;
        foreach (var address in (string[])[path, $"/site/{School.Id}/feed.atom"])
        {
            using var get = await Anonymous().GetAsync(address);
            using var head = await Anonymous().SendAsync(new(HttpMethod.Head, address));
            Assert.That((head.StatusCode, head.Content.Headers.ContentType, head.Headers.CacheControl),
                Is.EqualTo((get.StatusCode, get.Content.Headers.ContentType, get.Headers.CacheControl)), address);
            Assert.That(await head.Content.ReadAsByteArrayAsync(), Is.Empty, address);
        }

        using var unknown = await Anonymous().SendAsync(new(HttpMethod.Head, "/calendar/guess.ics"));
        Assert.That(unknown.StatusCode, Is.EqualTo(System.Net.HttpStatusCode.NotFound));
    }

    [Test]
    public async Task The_same_event_keeps_its_uid_and_rises_in_sequence_with_every_change()
    {
        var id = await Plan(TimeSpan.FromDays(2));
        var planned = await Sequence(Mentee, id, "CONFIRMED");
        await Mentor.Put($"/api/v1/meetings/{id}",
            new { version = 1, startsAt = Clock.GetUtcNow().AddDays(4), durationMinutes = 45, mode = "InPerson", topic = "Позже" }).Ok();
        var moved = await Sequence(Mentee, id, "CONFIRMED");
        await Curator.Post($"{Path}/{Program}/pause", new { version = await Version(Program) }).Ok();
        var paused = await Sequence(Mentee, id, "TENTATIVE");
        await Curator.Post($"{Path}/{Program}/resume", new { version = await Version(Program) }).Ok();
        var resumed = await Sequence(Mentee, id, "CONFIRMED");
        await Mentor.Post($"/api/v1/meetings/{id}/cancel", new { version = 2, reason = "Болезнь" }).Ok();
        var cancelled = await Sequence(Mentee, id, "CANCELLED");
        Assert.That((int[])[planned, moved, paused, resumed, cancelled], Is.Ordered.Ascending.And.Unique);
    }

    async Task<int> Sequence(HttpClient reader, Guid id, string status)
    {
        var lines = await Event(reader, id);
        Assert.That(lines, Does.Contain($"STATUS:{status}"));
        return int.Parse(lines.Single(line => line.StartsWith("SEQUENCE:", StringComparison.Ordinal))["SEQUENCE:".Length..],
            System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>The lines of this event in the person's calendar.</summary>
    async Task<string[]> Event(HttpClient reader, Guid id)
    {
        var path = (string)(await reader.Post(Feed).Ok())["path"]!;
        var text = (await Anonymous().GetStringAsync(path)).Replace("\r\n ", "");
        var events = text.Split("BEGIN:VEVENT").Where(one => one.Contains($"UID:{id}@mentoring", StringComparison.Ordinal)).ToList();
        Assert.That(events, Has.Count.EqualTo(1));
        return events[0].Split("\r\n");
    }
}
