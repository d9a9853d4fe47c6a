using Dapper;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Common.Imports;

/// <summary>What changes from a day on is kept from that day on.</summary>
public sealed class RosterTurnTests : ImportTest
{
    static readonly DateOnly Today = RegionTime.DayOf(DateTimeOffset.UtcNow, "Europe/Moscow");
    static readonly DateOnly Hired = new(2020, 9, 1);

    async Task<string[]> Rows(Guid school, int user) => [.. (await Sql.QueryAsync<(string Position, bool Teaching, bool Main, DateOnly From, DateOnly? To)>("""
        select e.position_code, e.is_teaching, e.is_main, e.started_on, e.ended_on
          from employment e join person_source s on s.person_id = e.person_id
         where e.organization_id = @school and s.source_id = @source order by e.started_on
        """, new { school, source = $"user-{user}" }))
        .Select(r => $"{r.Position} {(r.Teaching ? "teaches" : "leads")} {(r.Main ? "main" : "more")} {r.From:O}..{r.To:O}")];

    static byte[] Next(Action<Roster> first, string code)
    {
        var roster = new Roster();
        first(roster.User(1));
        roster.User(2).Role(2).User(3).Role(3);
        roster.Manifest.Add($"source.systemCode,{code}");
        return roster.Zip();
    }

    [Test]
    public async Task A_teacher_who_becomes_a_head_counts_so_from_today_and_the_past_stays()
    {
        var (school, curator) = await School();
        await Applied(curator, school, Roster.Of(3).Zip());
        await Applied(curator, school, Next(r => r.Role(1, position: "head"), "a"));
        var turned = new[] { $"teacher teaches main {Hired:O}..{Today:O}", $"head leads main {Today:O}.." };
        Assert.That(await Rows(school, 1), Is.EqualTo(turned));

        Assert.That(Counts(await Applied(curator, school, Next(r => r.Role(1, position: "head"), "b"))), Is.EqualTo((0, 0, 0, 3)),
            "the file's day of hire is that of the service");
        Assert.That(await Rows(school, 1), Is.EqualTo(turned));

        await Applied(curator, school, Next(r => r.Role(1, position: "head", hired: "2019-09-01"), "c"));
        Assert.That(await Rows(school, 1), Is.EqualTo(turned), "another day of hire moves no row over the one before");
    }

    [Test]
    public async Task Who_turns_back_to_the_former_position_goes_on_in_it()
    {
        var (school, curator) = await School();
        await Applied(curator, school, Roster.Of(3).Zip());
        await Applied(curator, school, Next(r => r.Role(1, position: "head"), "a"));
        var day = Today.AddDays(-20);
        await Sql.ExecuteAsync("""
            update employment set ended_on = @day where organization_id = @school and position_code = 'teacher' and ended_on = @Today;
            update employment set started_on = @day where organization_id = @school and position_code = 'head'
            """, new { school, day, Today });
        Assert.That(Counts(await Applied(curator, school, Next(r => r.Role(1), "b"))), Is.EqualTo((0, 1, 0, 2)));
        Assert.That(await Rows(school, 1), Is.EqualTo(new[]
        {
            $"teacher teaches main {Hired:O}..{day:O}", $"head leads main {day:O}..{Today:O}", $"teacher teaches main {Today:O}..",
        }));
    }

    [Test]
    public async Task Who_returns_under_the_same_id_keeps_the_former_time_beside_the_new()
    {
        var (school, curator) = await School();
        await Applied(curator, school, Roster.Of(3).Zip());
        var (left, back) = (Today.AddDays(-90), Today.AddDays(-10));
        await Sql.ExecuteAsync("""
            update employment e set ended_on = @left from person_source s
             where s.person_id = e.person_id and s.organization_id = @school and s.source_id = 'user-1' and e.organization_id = @school
            """, new { school, left });
        await Applied(curator, school, Next(r => r.Role(1, hired: $"{back:yyyy-MM-dd}"), "a"));
        Assert.That(await Rows(school, 1), Is.EqualTo(new[] { $"teacher teaches main {Hired:O}..{left:O}", $"teacher teaches main {back:O}.." }));
    }

    [Test]
    public async Task Another_teaching_position_begins_today_as_well()
    {
        var (school, curator) = await School();
        await Applied(curator, school, Roster.Of(3).Zip());
        await Applied(curator, school, Next(r => r.Role(1, position: "psychologist"), "a"));
        Assert.That(await Rows(school, 1), Is.EqualTo(new[] { $"teacher teaches main {Hired:O}..{Today:O}", $"psychologist teaches main {Today:O}.." }));
    }

    [Test]
    public async Task Another_main_place_begins_today_as_well()
    {
        var (other, its) = await School();
        await Applied(its, other, Roster.Of(3).Zip());
        await Applied(its, other, Next(r => r.Role(1, main: false), "b"));
        Assert.That(await Rows(other, 1), Is.EqualTo(new[] { $"teacher teaches main {Hired:O}..{Today:O}", $"teacher teaches more {Today:O}.." }));
    }

    [Test]
    public async Task A_position_of_somebody_hired_today_and_a_day_of_hire_are_corrected_in_place()
    {
        var (school, curator) = await School();
        var first = new Roster().User(1).Role(1, hired: $"{Today:O}").User(2).Role(2).User(3).Role(3);
        await Applied(curator, school, first.Zip());
        await Applied(curator, school, Next(r => r.Role(1, position: "psychologist", hired: $"{Today:O}"), "a"));
        Assert.That(await Rows(school, 1), Is.EqualTo(new[] { $"psychologist teaches main {Today:O}.." }));
        await Applied(curator, school, Next(r => r.Role(1, position: "psychologist", hired: "2021-09-01"), "b"));
        Assert.That(await Rows(school, 1), Is.EqualTo(new[] { "psychologist teaches main 2021-09-01.." }));
    }
}
