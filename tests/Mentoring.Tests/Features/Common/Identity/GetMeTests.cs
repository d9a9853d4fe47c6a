using System.Text.Json.Nodes;
using Dapper;
using Mentoring.Api.Features.Common.Identity;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Common.Identity;

[Covers(nameof(GetMe))]
public sealed class GetMeTests : IdentityTest
{
    const string Path = "/api/v1/me";

    static IEnumerable<string?> Permissions(JsonNode me) => me["permissions"]!.AsArray().Select(p => (string?)p);

    [Test]
    public async Task Switching_to_one_assignment_narrows_the_permissions_and_still_shows_all_roles()
    {
        var (first, second) = (await World.School(), await World.School());
        var account = await World.Account(Role.Head, first);
        await World.Assign(account, Role.Curator, second);
        var curator = await Sql.ExecuteScalarAsync<Guid>("select id from role_assignment where account_id = @account and role = 'Curator'", new { account });

        var all = await As(account).GetAsync(Path).Ok();
        Assert.That(Permissions(all), Does.Contain("AccountManage").And.Contain("RosterImport"));

        var switched = As(account);
        switched.DefaultRequestHeaders.Add(Access.AssignmentHeader, curator.ToString());
        var narrowed = await switched.GetAsync(Path).Ok();
        Assert.That(Permissions(narrowed), Does.Contain("RosterImport").And.Not.Contain("AccountManage"));
        Assert.That(narrowed["assignments"]!.AsArray(), Has.Count.EqualTo(2));
        Assert.That((string?)narrowed["assignments"]![0]!["organizationName"], Does.StartWith("СОШ"));
        await switched.GetAsync("/api/v1/role-assignments").IsProblem(403, "permission.missing");
    }

    [Test]
    public async Task A_role_of_somebody_else_cannot_be_switched_to()
    {
        var school = await World.School();
        var head = await World.Account(Role.Head, school);
        var roles = await Sql.ExecuteScalarAsync<Guid>("select id from role_assignment where account_id = @head", new { head });
        var other = As(await World.Account(Role.Curator, school));
        other.DefaultRequestHeaders.Add(Access.AssignmentHeader, roles.ToString());
        await other.GetAsync(Path).IsProblem(403, "caller.assignment-not-held");
    }

    [Test]
    public async Task Who_is_unknown_is_told_to_sign_in()
    {
        await Anonymous().GetAsync(Path).IsProblem(401, "token.missing");
        await As(Guid.CreateVersion7()).GetAsync(Path).IsProblem(401, "token.missing");
    }

    [Test]
    public async Task Somebody_without_roles_is_somebody()
    {
        var person = await World.Teacher(await World.School());
        var me = await As(await World.Account(person)).GetAsync(Path).Ok();
        Assert.That((string?)me["personId"], Is.EqualTo(person.ToString()));
        Assert.That(Permissions(me), Is.EquivalentTo(Roles.OfPerson.Concat(Roles.OfEmployee).Append(Permission.SignedIn).Select(p => p.ToString())));
        Assert.That((bool?)me["twoFactorEnabled"], Is.False);
    }
}
