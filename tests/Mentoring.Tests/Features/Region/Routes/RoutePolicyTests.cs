using Dapper;
using Mentoring.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Mentoring.Tests.Features.Region.Routes;

/// <summary>Who reads and writes what of a route when a statement forgets to ask.</summary>
public sealed class RoutePolicyTests : RouteTest
{
    static readonly string[] Parts =
        ["route_finding", "route_activity", "route_version", "route_product", "route_reflection", "route_comment", "route_alternative"];

    async Task<T> With<T>(Guid? person, Func<NpgsqlConnection, Task<T>> work, Guid? organization = null, string permission = "RouteOwn")
    {
        await using var app = await Services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync();
        await using var transaction = await app.BeginTransactionAsync();
        await app.ExecuteAsync("""
            select set_config('scope.organizations', @organizations, true), set_config('scope.person', @person, true),
                   set_config('scope.permission', @permission, true)
            """, new { organizations = $"{{{organization}}}", person = $"{person}", permission });
        return await work(app);
    }

    static Task<int> Count(NpgsqlConnection app, string table) => app.ExecuteScalarAsync<int>($"select count(*)::int from {table}");

    static readonly object Alternative = new { title = "А", gains = "", costs = "" };

    async Task<Guid> Full()
    {
        var (route, _, activity) = await UnderWay();
        await Own.Put(At(route, "/alternatives"), new { version = await Version(route), alternatives = new[] { Alternative } }).Ok();
        await Own.Post(At(route, $"/activities/{activity}/move"), new { version = await Version(route), to = "InProgress" }).Ok();
        await Own.PostAsync(At(route, "/products"), Product(activity)).Gives(201);
        await Own.Post(At(route, "/reflections"), new { closeness = 40, words = "Своё" }).Gives(201);
        await Own.Post(At(route, "/comments"), new { text = "Себе" }).Gives(201);
        return route;
    }

    [Test]
    public async Task The_teacher_reads_all_the_reader_all_but_private_reflections_and_the_school_sums_alone()
    {
        var route = await Full();
        await LetIn(route);
        foreach (var table in Parts)
        {
            Assert.That(await With(Teacher, app => Count(app, table)), Is.EqualTo(1), table);
            Assert.That(await With(Tutor, app => Count(app, table)), Is.EqualTo(table == "route_reflection" ? 0 : 1), table);
            foreach (var permission in (string[])["RouteWatch", "RouteOwn", "StaffRead"])
                Assert.That(await With(Guid.NewGuid(), app => Count(app, table), School, permission), Is.Zero, table);
        }

        Assert.That(await With(null, app => Count(app, "route"), School, "RouteWatch"), Is.Zero);
        Assert.That(await With(null, app => Count(app, "route_state"), School, "RouteWatch"), Is.EqualTo(1));
        Assert.That(await With(null, app => Count(app, "route_state"), School, "StaffRead"), Is.Zero);
        Assert.That(await With(null, app => Count(app, "stored_file"), School, "RouteWatch"), Is.Zero);
        Assert.That(await With(Tutor, app => Count(app, "stored_file")), Is.EqualTo(1));
    }

    [Test]
    public async Task Nobody_but_the_teacher_writes_it_and_nobody_writes_the_sums()
    {
        var route = await Full();
        await LetIn(route);
        foreach (var table in (string[])["route_finding", "route_activity", "route_product", "route_reflection"])
            foreach (var (person, rows) in (ValueTuple<Guid, int>[])[(Teacher, 1), (Tutor, 0), (Guid.NewGuid(), 0)])
                Assert.That(await With(person, app => app.ExecuteAsync($"update {table} set route_id = route_id"), School, "RouteWatch"),
                    Is.EqualTo(rows), table);
        Assert.ThrowsAsync<PostgresException>(() => With(Teacher, app => app.ExecuteAsync("update route_state set products = 9")));
        Assert.ThrowsAsync<PostgresException>(() => With(Tutor, app => app.ExecuteAsync("""
            insert into route_comment (region_code, id, route_id, person_id, reader_ids, author_id, text, made_at)
            select region_code, gen_random_uuid(), id, person_id, reader_ids, person_id, 'x', now() from route
            """)), "in the teacher's name");
    }
}
