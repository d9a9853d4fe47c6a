using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Calendar;

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
}
