using Dapper;
using Mentoring.Api.Features.Common.Identity;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Common.Identity;

/// <summary>Managing systems; how they get their tokens is tested with the protocol.</summary>
[Covers(nameof(ListClients), nameof(RegisterClient), nameof(RevokeClient))]
public sealed class RegisterClientTests : IdentityTest
{
    const string Path = "/api/v1/clients";

    [Test]
    public async Task A_system_is_listed_without_its_secret_until_it_is_revoked()
    {
        var admin = await As(Role.SystemAdministrator, "RU");
        var id = (string)(await admin.Post(Path, new { name = "АИС «Регион»", regionCode = World.Region }).Gives(201))["clientId"]!;

        var listed = (await admin.GetAsync(Path).Ok()).AsArray().Single(c => (string?)c!["clientId"] == id)!;
        Assert.That(((string?)listed["name"], (bool?)listed["signs"], listed["secret"]), Is.EqualTo(("АИС «Регион»", (bool?)false, (object?)null)));
        Assert.That(await Sql.ExecuteScalarAsync<string>("select client_secret from identity.oidc_application where client_id = @id", new { id }),
            Has.Length.GreaterThan(60), "hashed");

        await admin.DeleteAsync($"{Path}/{id}").Gives(204);
        await admin.DeleteAsync($"{Path}/{id}").IsProblem(404, "not-found");
        Assert.That((await admin.GetAsync(Path).Ok()).AsArray().Select(c => (string?)c!["clientId"]), Does.Not.Contain(id));
        await WithToken(TestTokens.For(id)).GetAsync($"/api/v1/organizations/{await World.School()}/people").IsProblem(403, "permission.missing");
    }

    [Test]
    public async Task Systems_belong_to_the_administrator_not_to_schools()
    {
        var school = await World.School();
        var head = await As(Role.Head, school);
        await head.Post(Path, new { name = "Журнал", organizationId = school }).IsProblem(403, "client.administrator-only");
        await head.GetAsync(Path).IsProblem(403, "client.administrator-only");
        await head.DeleteAsync($"{Path}/mentoring-spa").IsProblem(403, "client.administrator-only");
    }

    [Test]
    public async Task What_makes_no_sense_is_pointed_to()
    {
        var admin = await As(Role.SystemAdministrator, "RU");
        await admin.Post(Path, new { name = "", regionCode = World.Region }).PointsTo("/name");
        await admin.Post(Path, new { name = "Журнал" }).PointsTo("/organizationId", "assignment.one-place");
        await admin.Post(Path, new { name = "Журнал", regionCode = "RU-XXX" }).IsProblem(404, "not-found");
        await admin.Post(Path, new { name = "Журнал", regionCode = World.Region, publicKeys = new { keys = Array.Empty<object>() } })
            .PointsTo("/publicKeys", "client.keys-invalid");
        await admin.Post(Path, new { name = "Журнал", regionCode = World.Region, publicKeys = "key" }).PointsTo("/publicKeys", "client.keys-invalid");
        await admin.DeleteAsync($"{Path}/mentoring-spa").IsProblem(404, "not-found");
    }
}
