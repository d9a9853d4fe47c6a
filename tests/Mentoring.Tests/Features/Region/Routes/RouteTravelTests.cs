using Dapper;
using Mentoring.Api.Features.Region.Routes;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Mentoring.Tests.Features.Region.Routes;

[Covers(nameof(CountSchoolRoutes))]
public sealed class RouteTravelTests : RouteTravelTest
{
    static string Listed(Guid school) => $"/api/v1/organizations/{school}/routes";

    static async Task<int> Count(HttpClient curator, Guid school) => (await curator.GetAsync(Listed(school)).Ok())["items"]!.AsArray().Count;

    /// <summary>The rows of a table that somebody sees when a statement forgets to ask.</summary>
    async Task<int> Seen(string table, Guid? person, Guid? organization)
    {
        await using var app = await Services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync();
        await using var transaction = await app.BeginTransactionAsync();
        await app.ExecuteAsync("""
            select set_config('scope.organizations', @organizations, true), set_config('scope.person', @person, true),
                   set_config('scope.permission', 'RouteWatch', true)
            """, new { organizations = $"{{{organization}}}", person = $"{person}" });
        return await app.ExecuteScalarAsync<int>($"select count(*)::int from {table}");
    }

    [TestCase(true), TestCase(false)]
    public async Task It_goes_along_whole_and_nothing_of_it_stays(bool far)
    {
        var (route, to) = (await Full(), far ? Far : Near);
        var (before, here) = (await Rows(route), await RowsIn(World.Region, route));
        await Work(Teacher, to);
        await Follow();
        Assert.That(await Rows(route), Is.EqualTo(before));
        Assert.That(await Home(route), Is.EqualTo((far ? World.OtherRegion : World.Region, to)));
        if (far) Assert.That((await RowsIn(World.Region, route), await RowsIn(World.OtherRegion, route)), Is.EqualTo((0, here + 1)));

        var read = await Read(route);
        Assert.That(((Guid)read["route"]!["organizationId"]!, read["pasts"]!.AsArray().Count, read["reflections"]!.AsArray().Count), Is.EqualTo((to, 1, 2)));
        var product = (Guid)read["products"]![0]!["id"]!;
        Assert.That(await Own.GetStringAsync(At(route, $"/products/{product}/file")), Is.EqualTo("Ход урока"));
        Assert.That(await Sql.QueryAsync<(Guid, long)>("""
            select organization_id, files::bigint from storage_usage where owner = 'Kind' and owner_id = 'RouteProduct' and files > 0
             and organization_id in (@School, @to)
            """, new { School, to }), Is.EqualTo(new[] { (to, 1L) }));
        await Own.Post(At(route, "/correct"), new
        {
            version = await Version(route), reason = "Participants", words = "Другая школа",
            activities = new[] { Line(id: (Guid)read["activities"]![0]!["id"]!), Line("Проба с новым классом", 10) },
        }).Ok();
        Assert.That((await Own.GetAsync(At(route, "/versions/2")).Ok())["changes"]!.AsArray(), Has.Count.EqualTo(1));
    }

    [TestCase(true), TestCase(false)]
    public async Task The_former_school_keeps_sums_and_reads_no_more_and_the_next_one_reads_how_far_it_is(bool far)
    {
        var (route, to) = (await Full(), far ? Far : Near);
        var next = await As(Role.Curator, to);
        Assert.That((await Count(Curator, School), await Count(next, to)), Is.EqualTo((1, 0)));
        await Work(Teacher, to);
        await Follow();
        Assert.That((await Count(Curator, School), await Count(next, to)), Is.EqualTo((0, 1)));

        var left = await Curator.GetAsync($"{Listed(School)}/sums").Ok();
        Assert.That(((int)left["running"]!, (int)left["activities"]!, (int)left["left"]!["routes"]!, (int)left["left"]!["activities"]!,
            (int)left["left"]!["products"]!), Is.EqualTo((0, 0, 1, 1, 1)));
        Assert.That((int)(await next.GetAsync($"{Listed(to)}/sums").Ok())["running"]!, Is.EqualTo(1));
        await next.GetAsync($"{Listed(School)}/sums").IsProblem(404, "not-found");
        await Curator.GetAsync(Listed(to)).IsProblem(404, "not-found");
        await next.GetAsync(At(route)).IsProblem(403, "permission.missing");

        Assert.That((await Seen("route_state", null, School), await Seen("route_left", null, School)), Is.EqualTo((0, 1)));
        Assert.That((await Seen("route_state", null, to), await Seen("route_left", null, to)), Is.EqualTo((1, 0)));
        foreach (var part in (string[])["route", "route_past", "stored_file", .. Parts])
            foreach (var school in (Guid[])[School, to])
                Assert.That(await Seen(part, Guid.NewGuid(), school), Is.Zero, part);
        Assert.That((await Seen("route_reflection", Teacher, null), await Seen("route_past", Teacher, null)), Is.EqualTo((2, 1)));
        Assert.That(await Sql.QueryAsync<string>("""
            select operation from audit_entry where subject_id = @route and organization_id in (@School, @to) and operation = 'MoveRoutes'
            """, new { route, School, to }), Has.Exactly(2).Items);
    }

    [Test]
    public async Task A_post_that_is_only_planned_moves_nothing_and_one_that_is_called_off_neither()
    {
        var route = await Full();
        await Work(Teacher, Far, after: 10);
        await Follow();
        Assert.That((await Home(route)).Organization, Is.EqualTo(School));
        await Sql.ExecuteAsync("""
            delete from employment where person_id = @Teacher and started_on > @Today;
            update employment set ended_on = null where person_id = @Teacher
            """, new { Teacher, Today });
        await Work(Teacher, Near, after: -1);
        await Follow();
        Assert.That((await Home(route)).Organization, Is.EqualTo(Near));
        await Follow();
        Assert.That((await Read(route))["pasts"]!.AsArray(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Additional_work_elsewhere_moves_nothing_and_what_is_over_stays_where_it_ended()
    {
        var route = await Full();
        await Sql.ExecuteAsync("""
            insert into employment (id, organization_id, region_code, person_id, position_code, is_teaching, is_main, started_on)
            select gen_random_uuid(), id, region_code, @Teacher, 'teacher', true, false, '2022-09-01' from organization where id = @Near
            """, new { Teacher, Near });
        await Follow();
        Assert.That((await Home(route)).Organization, Is.EqualTo(School));
        await Own.Post(At(route, "/close"), new { version = await Version(route), reason = "Меняю профессию" }).Ok();
        await Work(Teacher, Far);
        await Follow();
        Assert.That((await Home(route)).Organization, Is.EqualTo(School));
        await Own.GetAsync(At(route)).Ok();
        await Begun();
    }

    [Test]
    public async Task Whoever_has_moved_begins_no_second_one_before_the_first_has_come()
    {
        await Full();
        await Work(Teacher, Far);
        await Own.Post("/api/v1/routes", Horizon()).IsProblem(409, "route.running");
    }

    /// <summary>What is written while the route moves is in the route that arrived, or is refused and told so.</summary>
    [Test]
    public async Task A_write_meanwhile_is_in_the_moved_route_or_is_answered_clearly()
    {
        var route = await Full();
        var reflection = (Guid)(await Read(route))["reflections"]![1]!["id"]!;
        var version = await Version(route);
        await Work(Teacher, Far);
        await using var moving = await Sql.BeginTransactionAsync();
        await Sql.ExecuteAsync("select set_config('scope.system', 'on', true); select * from route_move(@route, now())", new { route });
        var revised = Own.Put(At(route), new { version, startsOn = $"{Today:O}", endsOn = $"{Today.AddYears(5):O}", image = "Наставник наставников" });
        var shared = Own.Put(At(route, $"/reflections/{reflection}/shared"), new { shared = true });
        var commented = Own.Post(At(route, "/comments"), new { text = "Между делом" });
        await Eventually.Holds(async () => await Waiting() == 3, "all three wait");
        await moving.CommitAsync();
        await revised.Ok();
        await shared.Ok();
        await commented.IsProblem(409, "route.moved");
        await Own.Post(At(route, "/comments"), new { text = "Между делом" }).Gives(201);
        var read = await Read(route);
        Assert.That(((string?)read["route"]!["image"], read["reflections"]!.AsArray().Count(r => (bool)r!["shared"]!), read["comments"]!.AsArray().Count),
            Is.EqualTo(("Наставник наставников", 2, 2)));
        Assert.That(await RowsIn(World.Region, route), Is.Zero);
    }

    Task<int> Waiting() => Sql.QuerySingleAsync<int>("""
        select count(distinct l.pid)::int from pg_locks l
         where not l.granted and l.pid in (select pid from pg_locks where database = (select oid from pg_database where datname = current_database()))
        """);

    /// <summary>Whoever moves, and however often: what the country has of routes stays the same.</summary>
    [Test]
    public async Task However_teachers_move_every_count_of_the_country_stays()
    {
        var random = new Random(20261130);
        var route = await Full();
        var teachers = new List<Guid> { Teacher };
        for (var i = 0; i < 4; i++)
        {
            var one = await World.Teacher(School, $"Идущая-{i}");
            teachers.Add(one);
            await As(await World.Account(one)).Post("/api/v1/routes", Horizon()).Gives(201);
        }

        Guid[] schools = [School, Near, Far, await World.School("05701000", World.OtherRegion)];
        var (rows, country) = (await Rows(route), await Country());
        for (var day = -30; day < 0; day++)
        {
            await Work(teachers[random.Next(teachers.Count)], schools[random.Next(schools.Length)], day);
            if (random.Next(2) == 0) continue;
            await Follow();
            Assert.That(await Country(), Is.EqualTo(country), $"day {day}");
        }

        await Follow();
        Assert.That(await Country(), Is.EqualTo(country));
        Assert.That(await Rows(route), Is.EqualTo(rows));
        Assert.That(await Sql.QuerySingleAsync<int>("""
            select count(*)::int from route r join employment e on e.person_id = r.person_id and e.is_main and e.ended_on is null
             where e.organization_id <> r.organization_id and r.status not in ('Completed', 'Closed')
            """), Is.Zero);
    }

    async Task<string> Country() => await Sql.QuerySingleAsync<string>($"""
        select concat_ws(' ', (select concat_ws('/', count(*), sum(activities), sum(activities_done), sum(products)) from route_state),
               (select sum(bytes) from storage_usage where owner = 'Kind' and owner_id = 'RouteProduct'),
               {string.Join(", ", Parts.Select(part => $"(select count(*) from {part})"))})
        """);
}
