using System.Text.Json.Nodes;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Common.Calendar;

/// <summary>Terms and recurring meetings by the days that are worked: 2027 by its decree, 2028 before there is one.</summary>
public sealed class CalendarOfWorkTests : ProgramTest
{
    protected override DateTimeOffset Begins => new(2027, 2, 10, 9, 0, 0, TimeSpan.Zero);

    Task<Guid> Running(string from, string until) => Active(plan =>
    {
        (plan["startsOn"], plan["endsOn"]) = (from, until);
        plan["activities"] = new JsonArray(Activity("Посещение урока", DateOnly.Parse(until, System.Globalization.CultureInfo.InvariantCulture)));
    });

    Task<JsonNode> Series(Guid program, string rule, string startsAt) => Mentor.Post($"{Path}/{program}/meetings/series",
        new { rule, startsAt, durationMinutes = 45, mode = "InPerson", topic = "Разбор" }).Gives(201);

    static string?[] Days(JsonNode planned, string what) => [.. planned[what]!.AsArray().Select(d => d!.ToString())];

    [Test, Order(1)]
    public async Task A_series_leaves_out_the_moved_day_off_and_keeps_the_worked_saturday_which_is_shorter()
    {
        var program = await Running("2027-02-01", "2027-06-30");
        var mondays = await Series(program, "FREQ=WEEKLY;BYDAY=MO;COUNT=3", "2027-02-15T14:00:00+05:00");
        Assert.That(((int)mondays["meetings"]!, Days(mondays, "skipped")[0]), Is.EqualTo((2, "2027-02-22")));
        Assert.That(Days(mondays, "provisionalYears"), Is.Empty);

        var saturdays = await Series(program, "FREQ=WEEKLY;BYDAY=SA;COUNT=3", "2027-02-13T14:00:00+05:00");
        Assert.That(Days(saturdays, "skipped"), Is.EqualTo(new[] { "2027-02-13", "2027-02-27" }));
        Assert.That(Days(saturdays, "shortened"), Is.EqualTo(new[] { "2027-02-20" }));
    }

    [Test, Order(2)]
    public async Task What_reaches_into_a_year_without_its_decree_is_told_to_be_provisional()
    {
        Clock.SetUtcNow(new(2027, 12, 28, 9, 0, 0, TimeSpan.Zero));
        var program = await Running("2027-12-01", "2028-05-31");
        var series = await Series(program, "FREQ=WEEKLY;BYDAY=WE;COUNT=4", "2027-12-29T14:00:00+03:00");
        Assert.That(Days(series, "provisionalYears"), Is.EqualTo(new[] { "2028" }));

        var state = await Curator.Post($"{Path}/{program}/end-early", new { version = await Version(program), reason = "Наставник увольняется" }).Ok();
        Assert.That(((string?)state["noticeUntil"], (bool)state["noticeIsProvisional"]!), Is.EqualTo(("2028-01-10", true)));
        Assert.That((bool)(await Read(program))["noticeIsProvisional"]!, Is.True);
    }

    [Test, Order(3)]
    public async Task A_notice_is_counted_by_the_regions_own_holidays()
    {
        var program = await Running("2027-12-01", "2028-05-31");
        var administrator = await As(Mentoring.Api.Platform.Role.SystemAdministrator, "RU");
        await administrator.Put($"/api/v1/calendar-days/2028-01-10/regions/{World.Region}", new { name = "День области", source = "Закон" }).Ok();
        await Mentee.Post($"{Path}/{program}/consents/revoke", new { reason = "Меняю работу" }).Ok();
        Assert.That((string?)(await Read(program))["noticeUntil"], Is.EqualTo("2028-01-11"));
    }
}
