using System.Text.Json.Nodes;
using Dapper;
using Mentoring.Api.Platform;
using Mentoring.Tests.Features.Monitoring;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.People;

/// <summary>What a merge must not do: open what is closed, make strangers one, or break a rule that holds elsewhere.</summary>
public sealed class MergePeopleGuardsTests : MonitoringTest
{
    const string People = "/api/v1/people";

    [Test]
    public async Task A_post_told_twice_that_was_changed_by_hand_goes_with_its_change_and_comes_back()
    {
        var school = await World.School();
        var (kept, absorbed) = await PersonTwins.Pair(Sql, school);
        await Sql.ExecuteAsync("""
            insert into staff_edit (region_code, id, organization_id, person_id, employment_id, kind, effective_on, before, after, made_at, made_by)
            select region_code, gen_random_uuid(), organization_id, person_id, id, 'Work', '2026-10-01', '{}', '{}', now(), 'test'
              from employment where person_id = @absorbed
            """, new { absorbed });
        var before = await About(kept, absorbed);
        var curator = await As(Role.Curator, school);
        var merged = await Merge(curator, kept, absorbed);
        Assert.That(await Sql.ExecuteScalarAsync<long>(
            "select count(*) from staff_edit s join employment e on e.id = s.employment_id where s.person_id = @kept and e.person_id = @kept", new { kept }),
            Is.EqualTo(1));
        await curator.Post($"{People}/merges/{merged}/undo", new { version = 1 }).Ok();
        Assert.That(await About(kept, absorbed), Is.EqualTo(before));
    }

    async Task<List<string>> About(params Guid[] people) =>
        [.. (await PersonTwins.Everything(Sql)).Where(row => people.Any(person => row.Contains(person.ToString(), StringComparison.Ordinal)))];

    static Task<JsonNode> Preview(HttpClient client, Guid kept, Guid absorbed) => client.GetAsync($"{People}/{kept}/merge?absorbedId={absorbed}").Ok();

    static object Body(JsonNode preview) => new
    {
        version = (int)preview["survivor"]!["version"]!, absorbedId = (Guid)preview["absorbed"]!["personId"]!,
        absorbedVersion = (int)preview["absorbed"]!["version"]!,
    };

    static async Task<Guid> Merge(HttpClient client, Guid kept, Guid absorbed) =>
        (Guid)(await client.Post($"{People}/{kept}/merge", Body(await Preview(client, kept, absorbed))).Ok())["id"]!;
}
