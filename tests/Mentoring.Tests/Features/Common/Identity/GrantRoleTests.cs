using Dapper;
using Mentoring.Api.Features.Common.Identity;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Common.Identity;

[Covers(nameof(GrantRole), nameof(ListAssignments))]
public sealed class GrantRoleTests : IdentityTest
{
    const string Path = "/api/v1/role-assignments";

    static object Of(Guid account, Role role, Guid organization, string? from = null) =>
        new { accountId = account, role = $"{role}", organizationId = organization, basis = "Приказ № 1", startedOn = from };

    [Test]
    public async Task A_head_gives_a_role_of_the_own_school_and_it_counts_at_once()
    {
        var school = await World.School();
        var head = await As(Role.Head, school);
        var teacher = await World.Account(await World.Teacher(school));
        await As(teacher).GetAsync($"/api/v1/organizations/{school}/people").IsProblem(403, "permission.missing");

        var granted = await head.Post(Path, new { accountId = teacher, role = "Curator", organizationId = school, basis = "Приказ № 12" }).Gives(201);
        await As(teacher).GetAsync($"/api/v1/organizations/{school}/people").Ok();

        var listed = await head.GetAsync($"{Path}?organizationId={school}").Ok();
        Assert.That(listed["items"]!.AsArray().Select(a => (string?)a!["id"]), Does.Contain((string?)granted["id"]));
    }

    [Test]
    public async Task A_head_gives_roles_to_the_own_staff_alone_and_an_administrator_none_at_a_closed_school()
    {
        var (school, elsewhere) = (await World.School(), await World.School());
        var head = await As(Role.Head, school);
        var (stranger, left) = (await World.Teacher(elsewhere), await World.Teacher(school));
        await Sql.ExecuteAsync("update employment set ended_on = current_date where person_id = @left", new { left });
        foreach (var person in (Guid[])[stranger, left])
            await head.Post(Path, Of(await World.Account(person), Role.Mentee, school)).PointsTo("/accountId", "assignment.works-elsewhere");

        var coming = await World.Teacher(school);
        await Sql.ExecuteAsync("update employment set started_on = current_date + 5 where person_id = @coming", new { coming });
        var account = await World.Account(coming);
        await head.Post(Path, Of(account, Role.Mentee, school)).PointsTo("/accountId", "assignment.works-elsewhere");
        await head.Post(Path, Of(account, Role.Mentee, school, $"{Day(5):O}")).Gives(201);

        await Sql.ExecuteAsync("update organization set status = 'Closed', closed_on = current_date where id = @elsewhere", new { elsewhere });
        await (await As(Role.SystemAdministrator, "RU")).Post(Path, Of(account, Role.Curator, elsewhere))
            .IsProblem(409, "assignment.organization-closed");
    }

    [TestCase(null, -1)]
    [TestCase(null, 0)]
    [TestCase(-400, -100)]
    [TestCase(5, 5)]
    public async Task A_role_is_held_on_days_to_come(int? from, int until)
    {
        var school = await World.School();
        var account = await World.Account(await World.Teacher(school));
        await (await As(Role.Head, school)).Post(Path, new
        {
            accountId = account, role = "Mentee", organizationId = school, startedOn = from is { } days ? $"{Day(days):O}" : null, endedOn = $"{Day(until):O}",
        }).Gives(400);
    }

    static DateOnly Day(int after) => RegionTime.DayOf(DateTimeOffset.UtcNow, "Europe/Moscow").AddDays(after);

    [Test]
    public async Task A_head_of_another_school_finds_no_place_to_give_roles_at()
    {
        var school = await World.School();
        var other = await As(Role.Head, await World.School());
        var account = await World.Account();
        await other.Post(Path, new { accountId = account, role = "Curator", organizationId = school }).IsProblem(404, "not-found");
        await other.Post(Path, new { accountId = account, role = "RegionalAnalyst", territoryCode = World.Region }).IsProblem(404, "not-found");
        await other.GetAsync($"{Path}?organizationId={school}").IsProblem(404, "not-found");
    }

    [Test]
    public async Task A_head_makes_neither_heads_nor_administrators()
    {
        var school = await World.School();
        var head = await As(Role.Head, school);
        var account = await World.Account();
        await head.Post(Path, new { accountId = account, role = "Head", organizationId = school }).IsProblem(403, "assignment.role-not-yours");
        await head.Post(Path, new { accountId = account, role = "SystemAdministrator", territoryCode = "RU" }).IsProblem(404, "not-found");
    }

    [Test]
    public async Task Without_the_right_nothing_is_granted()
    {
        var school = await World.School();
        var curator = await World.Account(Role.Curator, school);
        await As(curator).Post(Path, new { accountId = curator, role = "CouncilChair", organizationId = school }).IsProblem(403, "permission.missing");
    }

    [Test]
    public async Task An_administrator_gives_territory_roles_where_they_belong()
    {
        var admin = await As(Role.SystemAdministrator, "RU");
        var account = await World.Account();
        await admin.Post(Path, new { accountId = account, role = "RegionalAnalyst", territoryCode = World.Region }).Gives(201);
        await admin.Post(Path, new { accountId = account, role = "RegionalAnalyst", territoryCode = World.Region }).IsProblem(409, "assignment.exists");
        await admin.Post(Path, new { accountId = account, role = "FederalOperator", territoryCode = World.Region })
            .PointsTo("/role", "assignment.role-not-here");
        await admin.Post(Path, new { accountId = account, role = "IntegratingSystem", territoryCode = World.Region })
            .PointsTo("/role", "assignment.role-of-systems");
        await admin.Post(Path, new { accountId = account, role = "Head" }).PointsTo("/organizationId", "assignment.one-place");
        await admin.Post(Path, new { accountId = Guid.CreateVersion7(), role = "Head", organizationId = await World.School() })
            .PointsTo("/accountId", "account.unknown");
        await admin.Post(Path, new
        {
            accountId = account, role = "Head", organizationId = await World.School(), startedOn = "2026-09-02",
            endedOn = "2026-09-01"
        }).PointsTo("/endedOn");
    }

    [Test]
    public async Task Nobody_gives_a_role_to_oneself()
    {
        var school = await World.School();
        var head = await World.Account(Role.Head, school, await World.Teacher(school));
        foreach (var role in (Role[])[Role.Psychologist, Role.CouncilChair, Role.Curator, Role.CouncilMember, Role.SiteEditor])
            await As(head).Post(Path, Of(head, role, school)).IsProblem(403, "assignment.own");
        var admin = await World.Account(Role.SystemAdministrator, "RU");
        await As(admin).Post(Path, new { accountId = admin, role = "RegionalCoordinator", territoryCode = World.Region }).IsProblem(403, "assignment.own");
        await As(admin).Post(Path, new { accountId = admin, role = "Head", organizationId = school }).IsProblem(403, "assignment.own");
    }

    [Test]
    public async Task A_head_gives_roles_to_people_and_not_to_accounts_behind_which_nobody_stands()
    {
        var school = await World.School();
        var (head, nobody) = (await As(Role.Head, school), await World.Account());
        foreach (var role in (Role[])[Role.Curator, Role.Psychologist])
            await head.Post(Path, Of(nobody, role, school)).PointsTo("/accountId", "assignment.person-needed");
        var admin = await As(Role.SystemAdministrator, "RU");
        await admin.Post(Path, Of(nobody, Role.Psychologist, school)).PointsTo("/accountId", "assignment.person-needed");
        await admin.Post(Path, new { accountId = nobody, role = "Head", organizationId = school }).Gives(201);
    }

    [Test]
    public async Task A_confidential_role_is_proposed_to_one_of_the_staff_on_an_order_and_opens_nothing_yet()
    {
        var school = await World.School();
        var head = await As(Role.Head, school);
        var teacher = await World.Account(await World.Teacher(school));
        object Wanted(Guid account, string? basis = "Приказ № 12") => new { accountId = account, role = "Psychologist", organizationId = school, basis };
        await head.Post(Path, Wanted(teacher, null)).PointsTo("/basis");
        await head.Post(Path, Wanted(await World.Account(await World.Teacher(await World.School())))).PointsTo("/accountId", "assignment.works-elsewhere");
        var given = await head.Post(Path, Wanted(teacher)).Gives(201);
        Assert.That((bool)given["awaitsConfirmation"]!, Is.True);
        await head.Post(Path, Wanted(teacher)).IsProblem(409, "assignment.proposed");
        await As(teacher).GetAsync($"/api/v1/organizations/{school}/psychology/queue").IsProblem(403, "permission.missing");
    }

    [Test]
    public async Task Head_and_curator_on_the_one_side_psychologist_and_chair_on_the_other_are_different_people()
    {
        var school = await World.School();
        var (head, admin) = (await As(Role.Head, school), await As(Role.SystemAdministrator, "RU"));
        foreach (var leading in (Role[])[Role.Head, Role.Curator])
            foreach (var confidential in Confidential.Roles)
            {
                var leads = await World.Account(leading, school, await World.Teacher(school));
                await head.Post(Path, Of(leads, confidential, school)).IsProblem(409, "assignment.kept-apart");
                await head.Post(Path, Of(leads, confidential, school, "2199-01-01")).IsProblem(409, "assignment.kept-apart");
                var reads = await World.Account(confidential, school, await World.Teacher(school));
                await (leading == Role.Head ? admin : head).Post(Path, Of(reads, leading, school)).IsProblem(409, "assignment.kept-apart");
            }
    }
}
