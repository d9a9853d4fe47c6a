using Dapper;
using Mentoring.Api.Features.Monitoring;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Tests.Features.Common.People;

/// <summary>
/// What day it is, by clocks at which it is not the same day everywhere: late evening in UTC, and the morning of a month or of
/// a school year in the Far East, while Moscow still has the evening before.
/// </summary>
[TestFixture("2026-11-30T19:58:00Z")]
[TestFixture("2026-12-31T23:30:00Z")]
[TestFixture("2027-08-31T20:30:00Z")]
[TestFixture("2027-03-31T13:30:00Z")]
public sealed class LocalDayTests(string instant) : LocalDayTest(instant)
{
    [TestCaseSource(nameof(Zones))]
    public async Task Who_is_hired_today_works_from_today_and_who_is_hired_tomorrow_does_not_yet(string zone)
    {
        var school = await SchoolIn(zone);
        var curator = await As(Role.Curator, school);
        var staff = new Roster { Mode = "delta" };
        staff.User(1).Role(1, hired: Day(zone)).User(2).Role(2, hired: Day(zone, 1));
        await Applied(curator, school, staff.Zip());

        var people = (await curator.GetAsync($"/api/v1/organizations/{school}/people").Ok())["items"]!.AsArray();
        Assert.That(people.Select(p => (string?)p!["startedOn"]), Is.EqualTo(new[] { Day(zone) }));
        var known = (Guid)people[0]!["personId"]!;
        await curator.Put($"/api/v1/organizations/{school}/people/{known}/need", Need(zone)).Ok();
        Assert.That((await (await As(Role.Head, school)).GetAsync($"/api/v1/organizations/{school}/accounts").Ok()).AsArray(), Has.Count.EqualTo(1));
    }

    object Need(string zone) => new { schoolYear = Year(zone), category = "NewToProfession" };

    [TestCaseSource(nameof(Zones))]
    public async Task A_need_is_noted_on_the_schools_own_day_and_in_its_school_year(string zone)
    {
        var school = await SchoolIn(zone);
        var (curator, person) = (await As(Role.Curator, school), await World.Teacher(school));
        var need = await curator.Put($"/api/v1/organizations/{school}/people/{person}/need", Need(zone)).Ok();
        Assert.That((string?)need["notedOn"], Is.EqualTo(Day(zone)));
        var mentees = (await curator.GetAsync($"/api/v1/organizations/{school}/mentees").Ok())["items"]!.AsArray();
        Assert.That(mentees.Select(m => (string?)m!["need"]), Is.EqualTo(new[] { "NewToProfession" }), "the year's need is the one that the lists know");
        await curator.DeleteAsync($"/api/v1/organizations/{school}/people/{person}/need").Gives(204);
    }

    [TestCaseSource(nameof(Zones))]
    public async Task A_need_counts_from_the_month_of_the_schools_own_day(string zone)
    {
        var school = await SchoolIn(zone);
        var (curator, person) = (await As(Role.Curator, school), await World.Teacher(school));
        await Services.GetRequiredService<OpenMonths>().Run(default);
        await curator.Put($"/api/v1/organizations/{school}/people/{person}/need", Need(zone)).Ok();
        await Services.GetRequiredService<RollUpStale>().Run(default);
        var counted = await Sql.QueryAsync<string>("""
            select to_char(period, 'YYYY-MM') from organization_indicator
             where organization_id = @school and indicator = 'need-coverage' and denominator > 0 order by period
            """, new { school });
        Assert.That(counted.First(), Is.EqualTo(Day(zone)[..7]));
    }

    [TestCaseSource(nameof(Zones))]
    public async Task A_role_begins_and_ends_with_the_day_of_its_place(string zone)
    {
        var school = await SchoolIn(zone);
        var (head, account) = (await As(Role.Head, school), await World.Account(await World.Teacher(school)));
        var role = new { accountId = account, role = "Curator", organizationId = school };
        var id = (await head.Post("/api/v1/role-assignments", role).Gives(201))["id"];
        await As(account).GetAsync($"/api/v1/organizations/{school}/people").Ok();
        var ended = await head.Post($"/api/v1/role-assignments/{id}/end").Ok();
        Assert.That((string?)ended["endedOn"], Is.EqualTo(Day(zone)));
        await As(account).GetAsync($"/api/v1/organizations/{school}/people").IsProblem(403, "permission.missing");

        var later = await World.Account(await World.Teacher(school));
        await head.Post("/api/v1/role-assignments", new { accountId = later, role = "Curator", organizationId = school, startedOn = Day(zone, 1) }).Gives(201);
        await As(later).GetAsync($"/api/v1/organizations/{school}/people").IsProblem(403, "permission.missing");
    }

    [TestCaseSource(nameof(Zones))]
    public async Task What_begins_today_in_a_dictionary_is_listed_where_today_has_begun(string zone)
    {
        var code = $"day-{zone.Split('/')[1].ToLowerInvariant()}";
        await Sql.ExecuteAsync(
            "insert into dictionary_entry (dictionary, code, name_ru, name_en, valid_from) values ('subject', @code, 'Предмет', 'Subject', @day::date)",
                new { code, day = Day(zone) });
        var listed = (await (await As(Role.Curator, await SchoolIn(zone))).GetAsync("/api/v1/dictionaries/subject").Ok()).AsArray();
        Assert.That(listed.Select(e => (string?)e!["code"]), Does.Contain(code));
    }

    [TestCaseSource(nameof(Zones))]
    public async Task The_caller_is_told_the_zone_of_the_own_place(string zone)
    {
        var me = await (await As(Role.Curator, await SchoolIn(zone))).GetAsync("/api/v1/me").Ok();
        Assert.That((string?)me["timeZone"], Is.EqualTo(zone));
    }

    [Test]
    public async Task A_municipality_that_keeps_another_time_than_its_region_has_its_zone_by_law()
    {
        await SchoolIn("Asia/Srednekolymsk");
        var municipality = await (await As(Role.SystemAdministrator, "RU")).GetAsync("/api/v1/territories/98999000").Ok();
        Assert.That((string?)municipality["timeZone"], Is.EqualTo("Asia/Srednekolymsk"));
        var region = await (await As(Role.SystemAdministrator, "RU")).GetAsync("/api/v1/territories/RU-SA").Ok();
        Assert.That((string?)region["timeZone"], Is.EqualTo("Asia/Yakutsk"));
    }
}
