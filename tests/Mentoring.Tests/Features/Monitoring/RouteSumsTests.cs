using Dapper;
using Mentoring.Api.Platform;
using Mentoring.Tests.Features.Region.Routes;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Monitoring;

/// <summary>Sums of routes, counted by hand from what a teacher does.</summary>
public sealed class RouteSumsTests : RouteTest
{
    Sums _sums = null!;

    [SetUp]
    public void Count() => _sums = new(Services, Sql, Today);

    /// <summary>A route that has been under way since before the last month.</summary>
    async Task<(Guid Route, Guid Finding, Guid Activity)> LongUnderWay()
    {
        var made = await UnderWay();
        await Sql.ExecuteAsync("""
            update route set created_at = @at, starts_on = @at where id = @Route;
            update route_version set made_at = @at where route_id = @Route
            """, new { made.Route, at = _sums.LastMonth.AddDays(-20).ToDateTime(new(9, 0), DateTimeKind.Utc) });
        return made;
    }

    async Task<(string?, string?)> LastAndThis(string indicator) =>
        (await _sums.Of(School, _sums.LastMonth, indicator), await _sums.Now(School, indicator));

    /// <summary>The one activity of the plan, to end at the end of the last month, or so many days later.</summary>
    async Task Correct(Guid route, Guid activity, Guid[] findings, int later = 0)
    {
        var end = _sums.ThisMonth.AddDays(later - 1).DayNumber - Today.DayNumber;
        await Own.Post(At(route, "/correct"), new
        {
            version = await Version(route), reason = "Teacher", words = "Срок другой",
            activities = new[] { Line(from: end - 10, days: 10, id: activity, findings: findings) },
        }).Ok();
    }

    [Test]
    public async Task A_route_is_wanted_from_its_begin_under_way_by_its_roadmap_and_neither_when_it_is_closed()
    {
        await Sql.ExecuteAsync("update organization set territory_code = '28701000' where id = @School", new { School });
        var begun = await Begun();
        Assert.That(await _sums.Now(School, "routes-running"), Is.EqualTo("0/1"));
        await Own.Post(At(begun, "/close"), new { version = 1, reason = "Начну иначе" }).Ok();
        Assert.That(await _sums.Now(School, "routes-running"), Is.EqualTo("0/0"));

        var (route, _, _) = await UnderWay();
        Assert.That(await _sums.Now(School, "routes-running"), Is.EqualTo("1/1"));
        Assert.That(await _sums.Of("28701000", "routes-running"), Is.EqualTo("1/1 1/1"), "up the tree, and the centres there are expected to report nothing");
        Assert.That(await _sums.Of(School, _sums.LastMonth, "routes-running"), Is.EqualTo("0/0"));
        Assert.That(await _sums.Differences(), Is.Zero);

        await Own.Post(At(route, "/reflections"), new { closeness = 40, words = "Иду" }).Gives(201);
        Assert.That(await _sums.AreMarked(), Is.False, "what nobody counts marks nothing");
        await Own.Post(At(route, "/close"), new { version = await Version(route), reason = "Другая работа" }).Ok();
        Assert.That(await _sums.Now(School, "routes-running"), Is.EqualTo("0/0"));
        Assert.That(await _sums.Now(School, "deficits-closed"), Is.EqualTo("0/1"), "what the route leaves open is due with its end");
        Assert.That(await _sums.Differences(), Is.Zero);
    }

    [Test]
    public async Task A_deficit_is_due_with_its_last_activity_and_closing_it_late_changes_the_month_before()
    {
        var (route, finding, activity) = await LongUnderWay();
        Assert.That(await LastAndThis("deficits-closed"), Is.EqualTo(((string?)null, "0/0")), "it is due with the route");
        await Correct(route, activity, [finding]);
        await _sums.RollUp();
        Assert.That(await LastAndThis("deficits-closed"), Is.EqualTo(("0/1", "0/0")));

        async Task Close(bool closed) => await Own.Put(At(route, "/findings"),
            new { version = await Version(route), findings = new[] { Deficit(id: finding, closed: closed) } }).Ok();
        await Close(true);
        await _sums.RollUp();
        Assert.That(await LastAndThis("deficits-closed"), Is.EqualTo(("1/1", "0/0")));
        await Correct(route, activity, [finding], later: 400);
        await _sums.RollUp();
        Assert.That(await LastAndThis("deficits-closed"), Is.EqualTo(("0/0", "1/1")), "closed before its term it counts when it is closed");
        await Close(false);
        Assert.That(await _sums.Now(School, "deficits-closed"), Is.EqualTo("0/0"));
        Assert.That(await _sums.Differences(), Is.Zero);
    }

    [Test]
    public async Task Activities_due_count_as_done_by_their_product_and_corrections_in_their_month()
    {
        var (route, _, activity) = await LongUnderWay();
        await Correct(route, activity, []);
        await _sums.RollUp();
        Assert.That(await LastAndThis("route-products"), Is.EqualTo(("0/1", "0/0")));
        Assert.That(await LastAndThis("route-corrections"), Is.EqualTo(("0/1", "1/1")));

        var move = At(route, $"/activities/{activity}/move");
        await Own.Post(move, new { version = await Version(route), to = "InProgress" }).Ok();
        await Own.PostAsync(At(route, "/products"), Product(activity)).Gives(201);
        await Own.Post(move, new { version = await Version(route), to = "Done" }).Ok();
        await _sums.RollUp();
        Assert.That(await LastAndThis("route-products"), Is.EqualTo(("1/1", "0/0")));
        Assert.That(await _sums.Differences(), Is.Zero);
    }

    [Test]
    public async Task Whoever_moves_to_another_school_is_counted_there_from_then_on()
    {
        await LongUnderWay();
        var next = await World.School();
        await Sql.ExecuteAsync("""
            update employment set ended_on = @ThisMonth where person_id = @Teacher;
            insert into employment (id, organization_id, region_code, person_id, position_code, is_teaching, is_main, started_on)
            select gen_random_uuid(), id, region_code, @Teacher, 'teacher', true, true, @ThisMonth from organization where id = @next
            """, new { _sums.ThisMonth, Teacher, next });
        await _sums.RollUp();
        Assert.That(await LastAndThis("routes-running"), Is.EqualTo(("1/1", "0/0")));
        Assert.That((await _sums.Of(next, _sums.LastMonth, "routes-running"), await _sums.Now(next, "routes-running")), Is.EqualTo(("0/0", "1/1")));
        Assert.That(await _sums.Differences(), Is.Zero);
    }

    [Test]
    public async Task Fewer_than_ten_deficits_are_kept_and_not_shown()
    {
        var (route, finding, _) = await UnderWay();
        async Task<string> Shown(int deficits)
        {
            await Own.Put(At(route, "/findings"), new
            {
                version = await Version(route),
                findings = Enumerable.Range(0, deficits).Select(n => n == 0 ? Deficit(id: finding, closed: true) : Deficit(closed: true)).ToArray(),
            }).Ok();
            Assert.That(await _sums.Now(School, "deficits-closed"), Is.EqualTo($"{deficits}/{deficits}"));
            var head = await As(Role.Head, School);
            var of = (await head.GetAsync($"/api/v1/organizations/{School}/dashboard").Ok())["indicators"]!.AsArray()
                .Single(one => (string?)one!["code"] == "deficits-closed")!;
            var point = of["points"]!.AsArray().Single(one => (string?)one!["period"] == $"{_sums.ThisMonth:yyyy-MM}")!;
            Assert.That((decimal?)point["denominator"], Is.EqualTo((decimal?)of["denominator"]));
            return $"{of["numerator"]}/{of["denominator"]} {of["mark"]}";
        }

        Assert.That(await Shown(9), Is.EqualTo("/ Suppressed"));
        Assert.That(await Shown(10), Is.EqualTo("10/10 "));
    }
}
