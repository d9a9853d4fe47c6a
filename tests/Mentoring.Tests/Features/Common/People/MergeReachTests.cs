using System.Text.Json.Nodes;
using Dapper;
using Mentoring.Api.Features.Common.People;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Tests.Features.Common.People;

/// <summary>Who sees likely duplicates and may make one of them: a school about its own people, a region about its own.</summary>
[Covers(nameof(ListDuplicates), nameof(ListPersonMerges), nameof(PreviewMerge))]
public sealed class MergeReachTests : ApiTest
{
    const string People = "/api/v1/people";

    [Test]
    public async Task A_school_sees_and_merges_people_who_are_its_own_alone()
    {
        var (school, other) = (await World.School(), await World.School());
        var (own, strange) = (await As(Role.Curator, school), await As(Role.Curator, other));
        var (kept, absorbed) = await PersonTwins.Pair(Sql, school);
        var (here, there) = await PersonTwins.Pair(Sql, school, other);

        var pairs = (await own.GetAsync($"{People}/duplicates?organizationId={school}").Ok())["items"]!.AsArray();
        Assert.That(Ids(pairs), Is.EquivalentTo(new[] { kept, absorbed }));
        Assert.That(pairs[0]!["reasons"]!.AsArray().Select(one => (string)one!), Is.EqualTo(new[] { "BirthDate" }));
        Assert.That((bool)pairs[0]!["withinReach"]!, Is.True);

        await own.GetAsync($"{People}/{here}/merge?absorbedId={there}").IsProblem(404, "not-found");
        await own.Post($"{People}/{here}/merge", new { version = 1, absorbedId = there, absorbedVersion = 1 }).IsProblem(404, "not-found");
        await strange.Post($"{People}/{kept}/merge", new { version = 1, absorbedId = absorbed, absorbedVersion = 1 }).IsProblem(404, "not-found");
        Assert.That((await strange.GetAsync($"{People}/duplicates").Ok())["items"]!.AsArray(), Is.Empty);

        // Who works at both is seen from both; what becomes of the other school's rows only the region decides.
        await Sql.ExecuteAsync("update person set organization_ids = organization_ids || @school where id = @there", new { school, there });
        var seen = (await own.GetAsync($"{People}/duplicates?personId={here}").Ok())["items"]![0]!;
        Assert.That((bool)seen["withinReach"]!, Is.False);
        await own.Post($"{People}/{here}/merge", new { version = 1, absorbedId = there, absorbedVersion = 1 }).IsProblem(403, "person.merge-reach");
        var closed = await own.GetAsync($"{People}/{here}/merge?absorbedId={there}").Ok();
        Assert.That((string)closed["obstacles"]![0]!, Is.EqualTo("OutOfReach"));
        foreach (var side in (string[])["survivor", "absorbed"])
        {
            Assert.That((string)closed[side]!["name"]!, Is.Empty);
            Assert.That(closed[side]!["posts"]!.AsArray(), Is.Empty);
        }
    }

    [Test]
    public async Task A_region_merges_within_itself_and_an_administrator_across()
    {
        var (school, second, far) = (await World.School(), await World.School(), await World.School("05701000", World.OtherRegion));
        var region = await As(Role.RegionalCoordinator, World.Region);
        var (here, there) = await PersonTwins.Pair(Sql, school, second);
        var (near, away) = await PersonTwins.Pair(Sql, school, far);

        var pairs = (await region.GetAsync($"{People}/duplicates").Ok())["items"]!.AsArray();
        Assert.That(Ids(pairs), Does.Contain(here).And.Contain(there).And.Not.Contain(near));
        var merge = (Guid)(await region.Post($"{People}/{here}/merge", new { version = 1, absorbedId = there, absorbedVersion = 1 }).Ok())["id"]!;
        Assert.That(await Sql.ExecuteScalarAsync<long>("select count(*) from audit_entry where operation = 'MergePeople' and subject_id = @here", new { here }),
            Is.EqualTo(2), "each school finds it in its own trail");
        var told = (await (await As(Role.Curator, school)).GetAsync($"{People}/merges?organizationId={school}").Ok())["items"]![0]!;
        Assert.That(((Guid)told["id"]!, (bool)told["mayUndo"]!), Is.EqualTo((merge, false)), "the school reads it, the region undoes it");
        await (await As(Role.Curator, school)).Post($"{People}/merges/{merge}/undo", new { version = 1 }).IsProblem(403, "person.merge-reach");
        await (await As(Role.Curator, await World.School())).Post($"{People}/merges/{merge}/undo", new { version = 1 }).IsProblem(404, "not-found");

        await region.Post($"{People}/{near}/merge", new { version = 1, absorbedId = away, absorbedVersion = 1 }).IsProblem(404, "not-found");
        var administrator = await As(Role.SystemAdministrator, "RU");
        await administrator.Post($"{People}/{near}/merge", new { version = 1, absorbedId = away, absorbedVersion = 1 }).Ok();
    }

    [Test]
    public async Task Nobody_merges_themselves_and_others_may_not_at_all()
    {
        var school = await World.School();
        var (kept, absorbed) = await PersonTwins.Pair(Sql, school);
        var body = new { version = 1, absorbedId = absorbed, absorbedVersion = 1 };
        await As(await World.Account(Role.Curator, school, kept)).Post($"{People}/{kept}/merge", body).IsProblem(403, "person.merge-oneself");
        foreach (var role in (Role[])[Role.Head, Role.Psychologist, Role.CouncilMember])
        {
            var client = await As(role, school);
            await client.GetAsync($"{People}/duplicates").IsProblem(403, "permission.missing");
            await client.Post($"{People}/{kept}/merge", body).IsProblem(403, "permission.missing");
        }

        await (await As(Role.FederalAnalyst, "RU")).GetAsync($"{People}/merges").IsProblem(403, "permission.missing");
        await (await As(Role.RegionalCoordinator, World.Region)).GetAsync($"/api/v1/people/{kept}").IsProblem(403, "permission.missing");
    }

    static IEnumerable<Guid> Ids(JsonArray pairs) =>
        pairs.SelectMany(pair => (Guid[])[(Guid)pair!["first"]!["personId"]!, (Guid)pair["second"]!["personId"]!]);

    [Test]
    public async Task The_database_holds_it_too()
    {
        var (school, other) = (await World.School(), await World.School());
        var (here, there) = await PersonTwins.Pair(Sql, school, other);
        await using var app = await Services.GetRequiredService<Npgsql.NpgsqlDataSource>().OpenConnectionAsync();
        await using var transaction = await app.BeginTransactionAsync();
        var refused = Assert.ThrowsAsync<Npgsql.PostgresException>(() => app.ExecuteAsync("""
            select set_config('scope.permission', 'PersonMerge', true), set_config('scope.organizations', @scope, true);
            insert into person_merge (region_code, id, survivor_id, absorbed_id, organization_ids, merged_by, merged_at)
            values ('RU-TVE', gen_random_uuid(), @here, @there, array[@school], 'somebody', now())
            """, new { scope = $"{{{school}}}", here, there, school }));
        Assert.That(refused!.SqlState, Is.EqualTo(Npgsql.PostgresErrorCodes.InsufficientPrivilege), "what the caller says of the places counts for nothing");
    }
}
