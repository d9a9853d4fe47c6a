using Dapper;
using Mentoring.Api.Features.Region.Routes;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Region.Routes;

/// <summary>A teacher who moves to another school of the region, or to one of another region.</summary>
public abstract class RouteTravelTest : RouteTest
{
    protected static readonly string[] Parts =
    [
        "route_finding", "route_alternative", "route_activity", "route_version", "route_product", "route_reflection", "route_comment",
    ];

    protected Guid Near { get; private set; }
    protected Guid Far { get; private set; }

    [SetUp]
    public async Task OpenOtherSchools()
    {
        (Near, Far) = (await World.School(), await World.School("05701000", World.OtherRegion));
        Assert.That(await Sql.QueryAsync<string>("select error from due_failure"), Is.Empty);
    }

    /// <summary>Main work at a school begins after so many days, and the former ends then; what is additional there goes on.</summary>
    protected Task Work(Guid person, Guid school, int after = 0) => Sql.ExecuteAsync("""
        delete from employment where person_id = @person and started_on >= @day;
        update employment set ended_on = @day where person_id = @person and is_main and ended_on is null;
        update person set organization_ids = organization_ids || @school where id = @person;
        insert into employment (id, organization_id, region_code, person_id, position_code, is_teaching, is_main, started_on)
        select gen_random_uuid(), id, region_code, @person, 'teacher', true, true, @day from organization where id = @school
        """, new { person, school, day = Today.AddDays(after) });

    protected async Task Follow()
    {
        await Run<MoveRoutes>(job => job.Run(default));
        Assert.That(await Sql.QueryAsync<string>("select error from due_failure"), Is.Empty);
    }

    /// <returns>A route with something in each of its tables.</returns>
    protected async Task<Guid> Full()
    {
        var (route, finding, activity) = await UnderWay();
        await Own.Put(At(route, "/alternatives"), new { version = await Version(route), alternatives = new[] { new { title = "А", gains = "", costs = "" } } })
            .Ok();
        await Own.Post(At(route, $"/activities/{activity}/move"), new { version = await Version(route), to = "InProgress" }).Ok();
        await Own.PostAsync(At(route, "/products"), Product(activity)).Gives(201);
        await Own.Post(At(route, "/reflections"), new { closeness = 40, words = "Своё" }).Gives(201);
        await Own.Post(At(route, "/reflections"), new { closeness = 45, words = "Для тьютора", findingId = finding, shared = true }).Gives(201);
        await Own.Post(At(route, "/comments"), new { text = "Себе", activityId = activity }).Gives(201);
        return route;
    }

    /// <summary>Every row of every table of the route, without the region and the organization in which it stands.</summary>
    protected async Task<IReadOnlyList<string>> Rows(Guid route)
    {
        var rows = new List<string>();
        foreach (var (table, key) in (ValueTuple<string, string>[])[("route", "id"), ("route_state", "route_id"), .. Parts.Select(part => (part, "route_id"))])
            rows.AddRange(await Sql.QueryAsync<string>(
                $"select '{table} ' || (to_jsonb(x) - 'region_code' - 'organization_id')::text from {table} x where {key} = @route order by 1", new { route }));
        rows.AddRange(await Sql.QueryAsync<string>("""
            select 'file ' || (to_jsonb(f) - 'region_code' - 'organization_id')::text from stored_file f
             where f.id in (select file_id from route_product where route_id = @route)
            """, new { route }));
        return rows;
    }

    /// <summary>How many rows of a route and its files stand in a region.</summary>
    protected Task<int> RowsIn(string region, Guid route) => Sql.QuerySingleAsync<int>($"""
        select ({string.Join(") + (", ((string[])["route_state", "route_past", .. Parts])
            .Select(table => $"select count(*)::int from {table} where region_code = @region and route_id = @route"))})
             + (select count(*)::int from route where region_code = @region and id = @route)
             + (select count(*)::int from stored_file where region_code = @region and id in (select file_id from route_product where route_id = @route))
        """, new { region, route });

    protected Task<(string Region, Guid Organization)> Home(Guid route) =>
        Sql.QuerySingleAsync<(string, Guid)>("select region_code, organization_id from route where id = @route", new { route });
}
