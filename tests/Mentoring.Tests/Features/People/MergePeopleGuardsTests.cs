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
    public async Task Whoever_is_given_the_name_of_another_by_hand_does_not_become_that_person()
    {
        var school = await World.School();
        var (name, curator) = (PersonTwins.Name(), await As(Role.Curator, school));
        var absorbed = await PersonTwins.Record(Sql, school, name);
        var kept = await PersonTwins.Record(Sql, school, PersonTwins.Name(), birth: "1991-01-01");
        await Rename(curator, school, kept, name);
        foreach (var client in (HttpClient[])[curator, await As(Role.RegionalCoordinator, World.Region)])
        {
            foreach (var (stays, goes) in ((Guid, Guid)[])[(kept, absorbed), (absorbed, kept)])
                await Refused(client, stays, goes, "Unlike", 409, "person.merge-unlike");
        }

        var closed = (await Preview(curator, kept, absorbed))["absorbed"]!;
        Assert.That(((string)closed["name"]!, (string?)closed["birthDate"], closed["posts"]!.AsArray().Count), Is.EqualTo(("", (string?)null, 0)));

        await Sql.ExecuteAsync("update person set snils_key = 'same' || @school::text where id = any(@Ids)", new { school, Ids = new[] { kept, absorbed } });
        Assert.That(Obstacles(await Preview(curator, kept, absorbed)), Is.Empty, "the insurance number says who it is");
        await Sql.ExecuteAsync("update person set snils_key = null where id = any(@Ids)", new { Ids = new[] { kept, absorbed } });
        await Sql.ExecuteAsync("update staff_edit set made_at = made_at - interval '91 days' where person_id = @kept", new { kept });
        Assert.That(Obstacles(await Preview(curator, kept, absorbed)), Is.Empty, "nobody has objected for long");
    }

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

    static async Task Rename(HttpClient curator, Guid school, Guid person, string name) =>
        await curator.Put($"/api/v1/organizations/{school}/people/{person}", new
        {
            version = 1, familyName = name, givenName = "Анна", patronymic = "Петровна", birthDate = PersonTwins.Birthday,
        }).Ok();

    static async Task Refused(HttpClient client, Guid kept, Guid absorbed, string obstacle, int status, string code)
    {
        var preview = await Preview(client, kept, absorbed);
        Assert.That(Obstacles(preview), Is.EqualTo(new[] { obstacle }));
        await client.Post($"{People}/{kept}/merge", Body(preview)).IsProblem(status, code);
    }

    static Task<JsonNode> Preview(HttpClient client, Guid kept, Guid absorbed) => client.GetAsync($"{People}/{kept}/merge?absorbedId={absorbed}").Ok();

    static IEnumerable<string> Obstacles(JsonNode preview) => preview["obstacles"]!.AsArray().Select(one => (string)one!);

    static object Body(JsonNode preview) => new
    {
        version = (int)preview["survivor"]!["version"]!, absorbedId = (Guid)preview["absorbed"]!["personId"]!,
        absorbedVersion = (int)preview["absorbed"]!["version"]!,
    };

    static async Task<Guid> Merge(HttpClient client, Guid kept, Guid absorbed) =>
        (Guid)(await client.Post($"{People}/{kept}/merge", Body(await Preview(client, kept, absorbed))).Ok())["id"]!;
}
