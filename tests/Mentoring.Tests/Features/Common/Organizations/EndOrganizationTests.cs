using System.Text.Json.Nodes;
using Dapper;
using Mentoring.Api.Features.Common.Organizations;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Common.Organizations;

[Covers(nameof(EndOrganization), nameof(PreviewOrganizationEnd))]
public sealed class EndOrganizationTests : ApiTest
{
    static string Path(Guid id) => $"/api/v1/organizations/{id}";

    [Test]
    public async Task One_that_is_merged_stays_with_its_history_and_names_who_carries_it_on()
    {
        var (gone, heir, coordinator) = (await World.School(), await World.School(), await As(Role.RegionalCoordinator, World.Region));
        var ended = await coordinator.Post($"{Path(gone)}/end", new
        {
            version = 1, how = "Merged", on = "2026-09-01", successorIds = new[] { heir },
            basis = "Постановление № 5"
        }).Ok();
        Assert.That(((string?)ended["status"], (int)ended["version"]!), Is.EqualTo(("Closed", 2)));

        var read = await coordinator.GetAsync(Path(gone)).Ok();
        Assert.That(((string?)read["status"], (string?)read["closedOn"]), Is.EqualTo(("Closed", "2026-09-01")));
        Assert.That((Guid)read["successors"]![0]!["id"]!, Is.EqualTo(heir));
        Assert.That(((string?)read["events"]![0]!["kind"], (string?)read["events"]![0]!["detail"]!["basis"]!["to"]), Is.EqualTo(("Merged",
            "Постановление № 5")));
        var after = await coordinator.GetAsync(Path(heir)).Ok();
        Assert.That(((Guid)after["predecessors"]![0]!["id"]!, (string?)after["events"]![0]!["kind"], (string?)after["status"]), Is.EqualTo((gone, "Joined",
            "Open")));
        await coordinator.Post($"{Path(gone)}/end", new { version = 2, how = "Closed", on = "2026-09-02" }).IsProblem(409, "organization.closed");
    }

    [Test]
    public async Task A_part_that_leaves_is_named_and_the_organization_goes_on()
    {
        var (whole, part, coordinator) = (await World.School(), await World.School(), await As(Role.RegionalCoordinator, World.Region));
        await World.Teacher(whole);
        await coordinator.Post($"{Path(whole)}/end", new
        {
            version = 1, how = "Split", on = "2026-09-01", successorIds = new[] { part },
            staysOpen = true
        }).Ok();
        var read = await coordinator.GetAsync(Path(whole)).Ok();
        Assert.That(((string?)read["status"], (string?)read["closedOn"], (Guid)read["successors"]![0]!["id"]!), Is.EqualTo(("Open", (string?)null, part)));

        await coordinator.Post($"{Path(part)}/end", new { version = 1, how = "Closed", on = "2026-10-01" }).Ok();
        Assert.That((await coordinator.GetAsync(Path(part)).Ok())["successors"]!.AsArray(), Is.Empty);
    }

    [Test]
    public async Task Nobody_is_left_behind()
    {
        var (school, coordinator) = (await World.School(), await As(Role.RegionalCoordinator, World.Region));
        var teacher = await World.Teacher(school);
        await coordinator.Post($"{Path(school)}/end", new { version = 1, how = "Closed", on = "2026-09-01" }).IsProblem(409, "organization.still-works");
        await Sql.ExecuteAsync("update employment set ended_on = '2026-08-31' where person_id = @teacher", new { teacher });
        await coordinator.Post($"{Path(school)}/end", new { version = 1, how = "Closed", on = "2026-09-01" }).Ok();
    }

    [Test]
    public async Task What_would_follow_is_told_in_numbers_to_whoever_keeps_the_region()
    {
        var (school, coordinator) = (await World.School(), await As(Role.RegionalCoordinator, World.Region));
        await World.Teacher(school);
        var path = $"{Path(school)}/end?on=2026-09-01";
        var ahead = await coordinator.GetAsync(path).Ok();
        Assert.That(((int)ahead["people"]!, (int)ahead["late"]!, (int)ahead["programs"]!, (bool)ahead["carriesPrograms"]!), Is.EqualTo((1, 0, 0, false)));
        await (await As(Role.RegionalCoordinator, World.OtherRegion)).GetAsync(path).IsProblem(404, "not-found");
        await (await As(Role.Head, school)).GetAsync(path).IsProblem(403, "permission.missing");
        await coordinator.GetAsync($"{Path(school)}/end").IsProblem(400, "request.unreadable");
    }

    [Test]
    public async Task Whoever_began_work_later_is_not_handed_over_backwards()
    {
        var (school, heir, coordinator) = (await World.School(), await World.School(), await As(Role.RegionalCoordinator, World.Region));
        var teacher = await World.Teacher(school);
        await Sql.ExecuteAsync("update employment set started_on = '2026-10-01' where person_id = @teacher", new { teacher });
        object End(string on) => new { version = 1, how = "Merged", on, successorIds = new[] { heir }, staff = "HandOver" };
        await coordinator.Post($"{Path(school)}/end", End("2026-09-01")).IsProblem(409, "organization.late-hires");
        await coordinator.Post($"{Path(school)}/end", End("2026-10-02")).Ok();
    }

    [Test]
    public async Task Whose_work_changes_later_was_not_hired_late()
    {
        var (school, heir, coordinator) = (await World.School(), await World.School(), await As(Role.RegionalCoordinator, World.Region));
        var teacher = await World.Teacher(school);
        await Sql.ExecuteAsync("""
            update employment set started_on = '2026-01-01', ended_on = '2026-12-01' where person_id = @teacher;
            insert into employment (id, organization_id, region_code, person_id, position_code, is_teaching, is_main, started_on, hired_on)
            select gen_random_uuid(), organization_id, region_code, person_id, 'psychologist', false, true, '2026-12-01', '2026-01-01'
              from employment where person_id = @teacher
            """, new { teacher });
        var ahead = await coordinator.GetAsync($"{Path(school)}/end?on=2026-11-01").Ok();
        Assert.That(((int)ahead["people"]!, (int)ahead["late"]!), Is.EqualTo((1, 0)));
        await coordinator.Post($"{Path(school)}/end", new { version = 1, how = "Merged", on = "2026-11-01", successorIds = new[] { heir }, staff = "HandOver" })
            .Ok();
    }

    [Test]
    public async Task Only_whoever_keeps_the_region_says_what_became_of_an_organization()
    {
        var school = await World.School();
        var body = new { version = 1, how = "Closed", on = "2026-09-01" };
        await (await As(Role.RegionalCoordinator, World.OtherRegion)).Post($"{Path(school)}/end", body).IsProblem(404, "not-found");
        await (await As(Role.Head, school)).Post($"{Path(school)}/end", body).IsProblem(403, "permission.missing");
        await (await As(Role.SystemAdministrator, "RU")).Post($"{Path(school)}/end", body).Ok();
    }

    [Test]
    public async Task Bad_input_is_pointed_at()
    {
        var (school, coordinator) = (await World.School(), await As(Role.RegionalCoordinator, World.Region));
        async Task<HttpResponseMessage> End(JsonObject change)
        {
            var body = new JsonObject { ["version"] = 1, ["how"] = "Merged", ["on"] = "2026-09-01", ["successorIds"] = new JsonArray() };
            foreach (var (name, value) in change) body[name] = value?.DeepClone();
            return await coordinator.Post($"{Path(school)}/end", body);
        }

        await End([]).PointsTo("/successorIds");
        await End(new() { ["successorIds"] = new JsonArray(school.ToString()) }).PointsTo("/successorIds", "organization.no-successor");
        await End(new() { ["how"] = "Closed", ["on"] = "2099-01-01" }).PointsTo("/on", "organization.day-to-come");
        await End(new() { ["how"] = "Closed", ["staysOpen"] = true }).PointsTo("/staysOpen");
        await End(new() { ["how"] = "Closed", ["staff"] = "HandOver" }).PointsTo("/staff");
        await End(new() { ["how"] = "Split", ["staysOpen"] = true, ["staff"] = "Release", ["successorIds"] = new JsonArray(Guid.NewGuid().ToString()) })
            .PointsTo("/staff");
        await End(new() { ["how"] = "Closed", ["version"] = 7 }).IsProblem(412, "version.stale");
    }
}
