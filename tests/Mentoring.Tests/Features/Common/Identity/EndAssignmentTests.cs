using Dapper;
using Mentoring.Api.Features.Common.Identity;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Common.Identity;

[Covers(nameof(EndAssignment))]
public sealed class EndAssignmentTests : IdentityTest
{
    static string Path(object? id) => $"/api/v1/role-assignments/{id}/end";

    [Test]
    public async Task A_revoked_role_gives_nothing_any_more_even_on_its_first_day()
    {
        var school = await World.School();
        var head = await As(Role.Head, school);
        var teacher = await World.Account(await World.Teacher(school));
        var id = (await head.Post("/api/v1/role-assignments", new { accountId = teacher, role = "Curator", organizationId = school }).Gives(201))["id"];
        await As(teacher).GetAsync($"/api/v1/organizations/{school}/people").Ok();

        await head.Post(Path(id)).Ok();
        await As(teacher).GetAsync($"/api/v1/organizations/{school}/people").IsProblem(403, "permission.missing");
        await head.Post(Path(id)).IsProblem(409, "assignment.ended");
    }

    [Test]
    public async Task A_head_ends_roles_of_the_own_school_alone_and_not_the_own_one()
    {
        var school = await World.School();
        var head = await World.Account(Role.Head, school);
        await World.Account(Role.Curator, school);
        var roles = (await Sql.QueryAsync<(Guid Id, string Role)>("select id, role from role_assignment where organization_id = @school",
            new { school })).ToDictionary(r => r.Role, r => r.Id);

        await As(await World.Account(Role.Head, await World.School())).Post(Path(roles["Curator"])).IsProblem(404, "not-found");
        await As(head).Post(Path(roles["Head"])).IsProblem(403, "assignment.role-not-yours");
        await As(head).Post(Path(roles["Curator"]), new { endsOn = "2020-01-01" }).PointsTo("/endsOn", "assignment.ends-in-past");
        await (await As(Role.Curator, school)).Post(Path(roles["Curator"])).IsProblem(403, "permission.missing");
    }

    [Test]
    public async Task A_role_is_never_held_longer_by_ending_it()
    {
        var school = await World.School();
        var head = await As(Role.Head, school);
        var account = await World.Account(await World.Teacher(school));
        string Day(int days) => $"{DateOnly.FromDateTime(DateTime.UtcNow).AddDays(days):O}";
        var body = new { accountId = account, role = "Curator", organizationId = school, endedOn = Day(10) };
        var id = (await head.Post("/api/v1/role-assignments", body).Gives(201))["id"];
        await head.Post(Path(id), new { endsOn = Day(11) }).PointsTo("/endsOn", "assignment.ends-later");
        await head.Post(Path(id), new { endsOn = Day(9) }).Ok();
    }

    [Test]
    public async Task The_last_administrator_stays()
    {
        var first = await World.Account(Role.SystemAdministrator, "RU");
        var second = await World.Account(Role.SystemAdministrator, "RU");
        Task<Guid> RoleOf(Guid account) => Sql.ExecuteScalarAsync<Guid>("select id from role_assignment where account_id = @account", new { account });
        await As(first).Post(Path(await RoleOf(second))).Ok();
        await As(first).Post(Path(await RoleOf(first))).IsProblem(409, "assignment.last-administrator");
    }
}
