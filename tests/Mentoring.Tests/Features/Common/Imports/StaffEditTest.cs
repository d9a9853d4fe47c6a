using System.Text.Json.Nodes;
using Dapper;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Common.Imports;

/// <summary>What the tests of changes by hand share: a school with three teachers of a roster, and the way to one of them.</summary>
public abstract class StaffEditTest : ImportTest
{
    protected static readonly DateOnly Today = RegionTime.DayOf(DateTimeOffset.UtcNow, "Europe/Moscow");

    protected sealed record One(Guid School, HttpClient Curator, Guid Person, string Path, string Mark);

    protected async Task<One> Teacher(string mark)
    {
        var (school, curator) = await School();
        await Applied(curator, school, Roster.Of(3, mark: mark).Zip());
        var person = await Sql.ExecuteScalarAsync<Guid>("select person_id from person_source where organization_id = @school and source_id = 'user-1'",
            new { school });
        return new(school, curator, person, $"/api/v1/organizations/{school}/people/{person}", mark);
    }

    protected static async Task<JsonNode> Person(One one) => await one.Curator.GetAsync($"/api/v1/people/{one.Person}").Ok();

    /// <summary>The work that goes on, or goes on the longest.</summary>
    protected static async Task<JsonNode> Employment(One one) => (await Person(one))["employments"]![0]!;

    protected static async Task<HttpResponseMessage> Change(One one, string position, DateOnly? from, bool main = true)
    {
        var employment = await Employment(one);
        return await one.Curator.Post($"{one.Path}/employments/{employment["id"]}/change",
            new { version = (int)employment["version"]!, positionCode = position, isMain = main, from = from?.ToString("O") });
    }

    protected static async Task<HttpResponseMessage> End(One one, DateOnly lastDay)
    {
        var employment = await Employment(one);
        return await one.Curator.Post($"{one.Path}/employments/{employment["id"]}/end",
            new { version = (int)employment["version"]!, lastDay = lastDay.ToString("O"), reason = "Transfer" });
    }

    protected static async Task<HttpResponseMessage> Revise(One one, string family, string? email = null, string? phone = null)
    {
        var person = await Person(one);
        return await one.Curator.Put(one.Path, new
        {
            version = (int)person["version"]!, familyName = family, givenName = (string)person["givenName"]!, patronymic = (string?)person["patronymic"],
            birthDate = (string?)person["birthDate"], email = email ?? (string?)person["email"], phone = phone ?? (string?)person["phone"],
        });
    }

    protected static async Task<JsonArray> Edits(One one) => (await one.Curator.GetAsync($"{one.Path}/edits").Ok()).AsArray();

    protected static async Task<HttpResponseMessage> Undo(One one) => await one.Curator.Post($"{one.Path}/edits/{(await Edits(one))[0]!["id"]}/undo", new { });

    /// <summary>The roster again as it was at first, or changed.</summary>
    protected Task<JsonNode> Again(One one, Action<Roster>? change = null, bool skip = false)
    {
        var roster = new Roster { Mark = one.Mark };
        for (var i = 1; i <= 3; i++) roster.User(i);
        for (var i = 2; i <= 3; i++) roster.Role(i);
        if (change is null) roster.Role(1);
        else change(roster);
        roster.Manifest.Add($"source.run,{Guid.NewGuid():n}");
        return Applied(one.Curator, one.School, roster.Zip(), skip);
    }

    protected Task<IEnumerable<string>> Work(One one) => Sql.QueryAsync<string>("""
        select concat_ws(' ', position_code, case when is_main then 'main' end, started_on, coalesce(ended_on::text, '..')) from employment
         where organization_id = @School and person_id = @Person order by started_on
        """, new { one.School, one.Person });
}
