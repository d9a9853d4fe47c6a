using Mentoring.Api.Features.School.Events;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.School.Events;

[Covers(nameof(CancelPublicEvent), nameof(HoldPublicEvent), nameof(ListPublicEvents), nameof(PlanPublicEvent),
    nameof(RevisePublicEvent), nameof(TellPublicEvent))]
public sealed class PublicEventTests : ProfileTest
{
    string Events => AtSchool("events");

    object Plan(string title = "Круглый стол", string programme = "Открытие в 15:00", int inHours = 48, string? link = null,
        string? place = "Актовый зал") => new
        {
            kind = "RoundTable", audience = "YoungSpecialists", title, startsAt = DateTimeOffset.UtcNow.AddHours(inHours), durationMinutes = 90, place, link,
            responsibleId = School.Mentor, programme,
            personIds = new[] { School.Mentee },
        };

    async Task<Guid> Planned(object plan) => (Guid)(await Curator.Post(Events, plan).Gives(201))["id"]!;

    async Task<string> Page(string part = "")
    {
        using var answer = await Anonymous().GetAsync($"/site/{School.Id}{part}?lang=ru");
        return System.Net.WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    [Test]
    public async Task An_event_is_told_on_the_public_page_changed_and_called_off_there()
    {
        var id = await Planned(Plan("Форум наставников"));
        var told = await Curator.Post($"{Events}/{id}/tell", new { version = 1, lead = "Приходите" }).Ok();
        Assert.That(await Page(), Does.Contain("Форум наставников").And.Not.Contain("Новичкова"));
        await Curator.Put($"{Events}/{id}", new { version = 2, plan = Plan("Форум молодых наставников") }).Ok();
        Assert.That((string)(await Curator.Post($"{Events}/{id}/tell", new { version = 3, lead = "Приходите" }).Ok())["sitePostId"]!,
            Is.EqualTo((string)told["sitePostId"]!));
        Assert.That(await Page(), Does.Contain("Форум молодых наставников"));
        await Curator.Post($"{Events}/{id}/cancel", new { version = 4, reason = "Перенесён" }).Ok();
        Assert.That(await Page(), Does.Not.Contain("Форум молодых наставников"));
        await Curator.Post($"{Events}/{id}/tell", new { version = 5, lead = "Приходите" }).IsProblem(409, "event.not-planned");
    }

    [Test]
    public async Task Nobody_is_named_without_a_release()
    {
        var id = await Planned(Plan(programme: "Ведёт Анна Наставникова"));
        await Curator.Post($"{Events}/{id}/tell", new { version = 1, lead = "Приходите" }).IsProblem(409, "site.name-not-released");
    }

    [Test]
    public async Task A_held_event_counts_who_came_and_stays_as_it_was()
    {
        var early = await Planned(Plan());
        await Curator.Post($"{Events}/{early}/hold", new { version = 1, cameStaff = 3, cameGuests = 9, result = "Хорошо" }).IsProblem(409, "event.not-begun");
        var id = await Planned(Plan("Мастер-класс", inHours: -3));
        await Curator.Post($"{Events}/{id}/hold", new { version = 1, cameStaff = 3, cameGuests = 9, result = "Хорошо", entryId = Guid.NewGuid() })
            .PointsTo("/entryId", "event.entry-unknown");
        await Curator.Post($"{Events}/{id}/hold", new { version = 1, cameStaff = -1, cameGuests = 9, result = "Хорошо" }).PointsTo("/cameStaff");
        await Curator.Post($"{Events}/{id}/hold", new { version = 1, cameStaff = 3, cameGuests = 9, result = "Двое записались в наставники" }).Ok();
        var item = (await Mentee.GetAsync($"{Events}?status=Held&search=мастер").Ok())["items"]!.AsArray().Single()!;
        Assert.That(((int)item["cameGuests"]!, (string?)item["result"]), Is.EqualTo((9, "Двое записались в наставники")));
        await Curator.Put($"{Events}/{id}", new { version = 2, plan = Plan() }).IsProblem(409, "event.not-planned");
    }

    [Test]
    public async Task It_stands_in_the_calendar_of_those_who_take_part()
    {
        await Planned(Plan("Вечер наставников"));
        var path = (string)(await Mentee.Post("/api/v1/me/calendar-feed").Ok())["path"]!;
        Assert.That(await Anonymous().GetStringAsync(path), Does.Contain("SUMMARY:Вечер наставников"));
        var other = (string)(await Mentor.Post("/api/v1/me/calendar-feed").Ok())["path"]!;
        Assert.That(await Anonymous().GetStringAsync(other), Does.Not.Contain("Вечер наставников"));
    }

    [Test]
    public async Task The_locks_hold()
    {
        var id = await Planned(Plan());
        await Stranger.Post(Events, Plan()).IsProblem(404, "not-found");
        await Stranger.GetAsync(Events).IsProblem(404, "not-found");
        await Stranger.Post($"{Events}/{id}/cancel", new { version = 1, reason = "Чужое" }).IsProblem(404, "not-found");
        await Mentee.Post(Events, Plan()).IsProblem(403, "permission.missing");
        await Council.Post($"{Events}/{id}/tell", new { version = 1, lead = "Приходите" }).IsProblem(403, "permission.missing");
        await Curator.Post(Events, Plan("")).PointsTo("/title");
        await Curator.Post(Events, Plan(place: null)).PointsTo("/place");
        await Curator.Post(Events, Plan(link: "javascript:alert(1)")).PointsTo("/link");
        await Curator.Post($"{Events}/{id}/tell", new { version = 9, lead = "Приходите" }).IsProblem(412, "version.stale");
    }
}
