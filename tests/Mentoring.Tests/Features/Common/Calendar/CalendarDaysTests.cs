using Mentoring.Api.Features.Common.Calendar;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Common.Calendar;

[Covers(nameof(GetCalendarYear), nameof(ListCalendarDays), nameof(RemoveRegionalHoliday), nameof(SetCalendarDay),
    nameof(SetCalendarYear), nameof(SetRegionalHoliday))]
public sealed class CalendarDaysTests : ApiTest
{
    const string Path = "/api/v1/calendar-days";

    [Test]
    public async Task An_administrator_enters_a_decree_and_everybody_reads_it()
    {
        var administrator = await As(Role.SystemAdministrator, "RU");
        var head = await As(Role.Head, await World.School());
        var day = new { isWorking = false, name = "Выходной, перенесённый с 3 января", source = "Постановление" };
        await administrator.Put($"{Path}/2027-12-31", day).Ok();
        await head.Put($"{Path}/2027-12-31", day).IsProblem(403, "permission.missing");
        await administrator.Put($"{Path}/2027-12-31", new { isWorking = false, name = "", source = "x" }).PointsTo("/name");

        var days = (await head.GetAsync($"{Path}?year=2027").Ok()).AsArray();
        Assert.That(days.Select(d => (string?)d!["day"]), Does.Contain("2027-12-31").And.Contain("2027-05-10"));
        Assert.That(days.Select(d => (string?)d!["source"]), Is.All.Not.Empty);
        await head.GetAsync($"{Path}?year=0").PointsTo("/year");
    }

    [Test]
    public async Task A_year_is_provisional_until_its_decree_is_entered()
    {
        const string Years = "/api/v1/calendar-years";
        var administrator = await As(Role.SystemAdministrator, "RU");
        var head = await As(Role.Head, await World.School());
        var known = await head.GetAsync($"{Years}/2027").Ok();
        Assert.That(((bool)known["isProvisional"]!, (int)known["workingDays"]!), Is.EqualTo((false, 247)));
        Assert.That((string?)known["decree"], Does.Contain("1187"));
        Assert.That(known["shortenedDays"]!.AsArray().Select(d => (string?)d), Is.EqualTo(new[] { "2027-02-20", "2027-04-30", "2027-06-11", "2027-11-03" }));

        Assert.That((bool)(await head.GetAsync($"{Years}/2031").Ok())["isProvisional"]!, Is.True);
        await head.Put($"{Years}/2031", new { decree = "Постановление" }).IsProblem(403, "permission.missing");
        await administrator.Put($"{Years}/2031", new { decree = "" }).PointsTo("/decree");
        Assert.That((bool)(await administrator.Put($"{Years}/2031", new { decree = "Постановление" }).Ok())["isProvisional"]!, Is.False);
        await head.GetAsync($"{Years}/1999").PointsTo("/year");
    }

    [Test]
    public async Task A_region_has_holidays_of_its_own()
    {
        const string Holiday = $"{Path}/2026-11-17/regions/{World.Region}";
        var administrator = await As(Role.SystemAdministrator, "RU");
        var head = await As(Role.Head, await World.School());
        var body = new { name = "День области", source = "Закон области" };
        await head.Put(Holiday, body).IsProblem(403, "permission.missing");
        await administrator.Put(Holiday, new { name = "", source = "x" }).PointsTo("/name");
        await administrator.Put($"{Path}/2026-11-17/regions/RU-XXX", body).IsProblem(404, "not-found");
        await administrator.Put(Holiday, body).Ok();

        async Task<IEnumerable<string?>> Days(string query) => (await head.GetAsync($"{Path}?year=2026{query}").Ok()).AsArray().Select(d => (string?)d!["day"]);
        Assert.That(await Days($"&region={World.Region}"), Does.Contain("2026-11-17"));
        Assert.That(await Days($"&region={World.OtherRegion}"), Does.Not.Contain("2026-11-17"));
        var year = "/api/v1/calendar-years/2026";
        Assert.That((int)(await head.GetAsync($"{year}?region={World.Region}").Ok())["workingDays"]!,
            Is.EqualTo((int)(await head.GetAsync(year).Ok())["workingDays"]! - 1));

        await head.DeleteAsync(Holiday).IsProblem(403, "permission.missing");
        await administrator.DeleteAsync(Holiday).Gives(204);
        await administrator.DeleteAsync(Holiday).IsProblem(404, "not-found");
        Assert.That(await Days($"&region={World.Region}"), Does.Not.Contain("2026-11-17"));
    }

    [Test]
    public async Task A_day_that_is_off_is_not_shortened()
    {
        var administrator = await As(Role.SystemAdministrator, "RU");
        await administrator.Put($"{Path}/2031-02-20", new { isWorking = false, isShortened = true, name = "x", source = "x" }).PointsTo("/isShortened");
        var worked = await administrator.Put($"{Path}/2031-02-21", new { isWorking = true, isShortened = true, name = "Рабочая суббота", source = "x" }).Ok();
        Assert.That((bool)worked["isShortened"]!, Is.True);
    }
}
