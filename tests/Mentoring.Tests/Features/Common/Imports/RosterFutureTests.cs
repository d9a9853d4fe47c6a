using Dapper;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Common.Imports;

/// <summary>Work that begins on a day to come, beside files that do not know it and files that call it off.</summary>
public sealed class RosterFutureTests : StaffListTest
{
    static readonly DateOnly Tomorrow = RegionTime.DayOf(DateTimeOffset.UtcNow, "Europe/Moscow").AddDays(1);

    async Task<(Guid School, HttpClient Curator)> Hiring(string mark)
    {
        var (school, curator) = await School();
        await Applied(curator, school, Roster.Of(3, mark: mark).Zip());
        var more = new Roster { Mode = "delta", Mark = mark }.User(4).Role(4, hired: $"{Tomorrow:O}")
            .Role(3, "head", $"{Tomorrow:O}", main: false, id: "role-3b");
        Assert.That(Counts(await Applied(curator, school, more.Zip())).Creates, Is.EqualTo(1));
        return (school, curator);
    }

    Task<IEnumerable<string>> Future(Guid school) => Sql.QueryAsync<string>("""
        select concat_ws(' ', position_code, started_on, ended_on) from employment where organization_id = @school and started_on > date '2026-01-01'
         order by position_code
        """, new { school });

    [Test]
    public async Task A_bulk_file_of_today_leaves_alone_who_begins_tomorrow()
    {
        var (school, curator) = await Hiring("завтра");
        var file = Roster.Of(3, mark: "завтра");
        file.Manifest.Add("source.run,2");
        Assert.That(Counts(await Applied(curator, school, file.Zip())), Is.EqualTo((0, 0, 0, 3)));
        Assert.That(await Future(school), Is.EqualTo(new[] { $"head {Tomorrow:O}", $"teacher {Tomorrow:O}" }));
    }

    [Test]
    public async Task So_does_a_whole_list_of_the_schools_own()
    {
        var (school, curator) = await Hiring("списком");
        var rows = await Sql.QueryAsync<string>("""
            select concat_ws(' ', p.family_name, p.given_name, p.patronymic) || ';Учитель' from person p join employment e on e.person_id = p.id
             where e.organization_id = @school and e.started_on < date '2026-01-01'
            """, new { school });
        Assert.That(Counts(await AppliedList(curator, school, Csv(["ФИО;Должность", .. rows]), whole: true)), Is.EqualTo((0, 0, 0, 3)));
        Assert.That(await Future(school), Has.Exactly(2).Items);
    }

    [Test]
    public async Task A_delta_that_takes_it_back_calls_it_off_whole()
    {
        var (school, curator) = await Hiring("отзыв");
        var delta = new Roster { Mode = "delta", Mark = "отзыв" }.User(4, status: "tobedeleted").User(3).Role(3, status: "tobedeleted", id: "role-3b");
        var import = await Checked(curator, school, delta.Zip());
        var people = (await curator.GetAsync($"{Imports}/{import["id"]}/people").Ok())["items"]!.AsArray();
        Assert.That(people.Select(p => $"{p!["change"]} {p["day"]} "
            + string.Join(",", p["changes"]!.AsArray().Select(c => $"{c!["field"]} {c["positionCode"]} {c["before"]} > {c["after"]}"))),
            Is.EqualTo(new[] { $"Changes  Post head {Tomorrow:O} > ", $"Leaves {Tomorrow:O} " }));
        await curator.Post($"{Imports}/{import["id"]}/confirm", new { version = (int)import["version"]! }).Ok();
        await Apply((Guid)import["id"]!);
        Assert.That(await Future(school), Is.Empty, "no work of one day, and none of less");
    }

    [TestCase("endDate")]
    [TestCase("user")]
    [TestCase("role")]
    [TestCase("bulk")]
    [TestCase("list")]
    public async Task Whom_a_file_dismisses_has_nothing_planned_any_more(string how)
    {
        var (school, curator) = await School();
        var (mark, today) = ($"уход{how}", Tomorrow.AddDays(-1));
        await Applied(curator, school, Roster.Of(3, mark: mark).Zip());
        var (person, employment, name) = await Sql.QuerySingleAsync<(Guid, Guid, string)>("""
            select e.person_id, e.id, concat_ws(' ', p.family_name, p.given_name, p.patronymic)
              from person_source s join person p on p.id = s.person_id join employment e on e.person_id = s.person_id
             where s.organization_id = @school and s.source_id = 'user-1'
            """, new { school });
        var path = $"/api/v1/organizations/{school}/people/{person}";
        await curator.Post($"{path}/employments/{employment}/change",
            new { version = 1, positionCode = "psychologist", isMain = true, from = $"{today.AddMonths(1):O}" }).Ok();

        var bulk = new Roster { Mark = mark }.User(2).Role(2).User(3).Role(3);
        bulk.Manifest.Add("source.run,2");
        if (how == "endDate") bulk.User(1).Role(1, ends: $"{today.AddDays(-1):O}");
        var delta = new Roster { Mode = "delta", Mark = mark };
        if (how == "user") delta.User(1, status: "tobedeleted");
        else delta.User(1).Role(1, status: "tobedeleted");
        if (how == "list")
            await AppliedList(curator, school, Csv("ФИО;Должность;Дата увольнения", $"{name};Учитель;{today.AddDays(-1):dd.MM.yyyy}"));
        else await Applied(curator, school, (how is "user" or "role" ? delta : bulk).Zip(), skip: true);

        Assert.That(await Sql.QueryAsync<string>("""
            select position_code from employment where person_id = @person and (ended_on is null or ended_on > @today)
            """, new { person, today }), Is.Empty);
        var edit = (await curator.GetAsync($"{path}/edits").Ok())[0]!;
        Assert.That(((bool)edit["mayUndo"]!, edit["undoneAt"] is not null), Is.EqualTo((false, true)));
    }

    [Test]
    public async Task A_file_of_today_changes_todays_part_and_leaves_what_is_planned()
    {
        var (school, curator) = await School();
        var (mark, today) = ("сегодня", Tomorrow.AddDays(-1));
        await Applied(curator, school, Roster.Of(3, mark: mark).Zip());
        var (person, employment) = await Sql.QuerySingleAsync<(Guid, Guid)>("""
            select e.person_id, e.id from person_source s join employment e on e.person_id = s.person_id
             where s.organization_id = @school and s.source_id = 'user-1'
            """, new { school });
        var day = today.AddMonths(1);
        await curator.Post($"/api/v1/organizations/{school}/people/{person}/employments/{employment}/change",
            new { version = 1, positionCode = "psychologist", isMain = true, from = $"{day:O}" }).Ok();
        var file = new Roster { Mark = mark }.User(1).Role(1, "head").User(2).Role(2).User(3).Role(3);
        file.Manifest.Add("source.run,2");
        await Applied(curator, school, file.Zip());
        Assert.That(await Sql.QueryAsync<string>("""
            select concat_ws(' ', position_code, started_on, ended_on) from employment where person_id = @person order by started_on
            """, new { person }), Is.EqualTo(new[] { $"teacher 2020-09-01 {today:O}", $"head {today:O} {day:O}", $"psychologist {day:O}" }));
    }
}
