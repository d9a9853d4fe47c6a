using Dapper;
using Mentoring.Api.Features.Common.Imports;
using Mentoring.Api.Features.Common.Organizations;
using Mentoring.Api.Platform;
using Mentoring.Tests.Features.Monitoring;
using Mentoring.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Tests.Features.Common.Organizations;

[Covers(nameof(UndoOrganizationEnd))]
public sealed class UndoOrganizationEndTests : MonitoringTest
{
    static string Path(Guid id) => $"/api/v1/organizations/{id}";

    [Test]
    public async Task Before_anything_followed_from_it_an_end_is_taken_back_as_if_it_had_not_been_said()
    {
        var (school, heir, coordinator) = (await World.School(), await World.School(), await As(Role.RegionalCoordinator, World.Region));
        await World.Teacher(school);
        await End(coordinator, school, heir);
        await Settle(minutes: 9);
        var waiting = (await coordinator.GetAsync(Path(school)).Ok())["handover"]!;
        Assert.That(((string?)waiting["settledAt"], (DateTime)waiting["settlesAt"]!), Is.EqualTo(((string?)null, Clock.GetUtcNow().UtcDateTime.AddMinutes(1))));

        await coordinator.Post($"{Path(school)}/end/undo", new { version = 2 }).Ok();
        await Settle(minutes: 20);
        var read = await coordinator.GetAsync(Path(school)).Ok();
        Assert.That(((string?)read["status"], (string?)read["closedOn"], read["handover"]), Is.EqualTo(("Open", (string?)null, (object?)null)));
        Assert.That((read["events"]!.AsArray().Count, read["successors"]!.AsArray().Count), Is.EqualTo((0, 0)));
        Assert.That((await coordinator.GetAsync(Path(heir)).Ok())["events"]!.AsArray(), Is.Empty);
        Assert.That(await Sql.ExecuteScalarAsync<long>("select count(*) from employment where organization_id = @school and ended_on is null", new { school }),
            Is.EqualTo(1));

        await End(coordinator, school, heir, version: 3);
        await Settle(minutes: 10);
        await coordinator.Post($"{Path(school)}/end/undo", new { version = 4 }).IsProblem(409, "organization.undo-late");
    }

    [Test]
    public async Task What_else_happened_on_that_day_stays()
    {
        var (school, heir, coordinator) = (await World.School(), await World.School(), await As(Role.RegionalCoordinator, World.Region));
        await Sql.ExecuteAsync("""
            insert into organization_event (id, organization_id, region_code, kind, occurred_on)
            select gen_random_uuid(), id, region_code, 'Split', '2026-10-10' from organization where id = @school;
            insert into organization_event (id, organization_id, region_code, kind, occurred_on, detail)
            select gen_random_uuid(), h.id, h.region_code, 'Joined', '2026-10-10', jsonb_build_object('joined', jsonb_build_object('to', o.name_short))
              from organization h join organization o on o.id = @school where h.id = @heir;
            insert into organization_successor (organization_id, successor_id, region_code, since)
            select id, @heir, region_code, '2026-10-10' from organization where id = @school;
            update organization set closed_by_register = true where id = @school
            """, new { school, heir });
        await End(coordinator, school, heir);
        await coordinator.Post($"{Path(school)}/end/undo", new { version = 2 }).Ok();
        var read = await coordinator.GetAsync(Path(school)).Ok();
        Assert.That(read["events"]!.AsArray().Select(one => (string?)one!["kind"]), Is.EqualTo(new[] { "Split" }));
        Assert.That(read["successors"]!.AsArray(), Has.Count.EqualTo(1));
        Assert.That((await coordinator.GetAsync(Path(heir)).Ok())["events"]!.AsArray(), Has.Count.EqualTo(1));
        Assert.That(await Sql.ExecuteScalarAsync<bool>("select closed_by_register from organization where id = @school", new { school }), Is.True);
    }

    [Test]
    public async Task An_end_of_what_is_open_again_is_void_and_nothing_follows_from_it()
    {
        var (school, heir, coordinator) = (await World.School(), await World.School(), await As(Role.RegionalCoordinator, World.Region));
        await World.Teacher(school);
        await End(coordinator, school, heir);
        await Sql.ExecuteAsync("update organization set status = 'Open', closed_on = null where id = @school", new { school });
        await Settle(minutes: 20);
        await IsVoid(coordinator, school, heir);
        await coordinator.Post($"{Path(heir)}/end", new { version = 1, how = "Closed", on = "2026-10-12" }).Ok();
    }

    [Test]
    public async Task An_end_that_the_register_overtakes_is_void_at_once()
    {
        var (school, heir, coordinator) = (await World.School(), await World.School(), await As(Role.RegionalCoordinator, World.Region));
        await World.Teacher(school);
        await End(coordinator, school, heir);
        var ogrn = Register.Ogrn(7_700_001);
        await Sql.ExecuteAsync("update organization set ogrn = @ogrn where id = @school", new { school, ogrn });
        var federal = await As(Role.FederalOperator, "RU");
        var import = await Taken(federal, Register.List(Register.Certificate("Школа, которую реестр открыл снова", ogrn, "2026-10-11")));
        Assert.That((int)import["updates"]!, Is.EqualTo(1));
        Assert.That(await Sql.ExecuteScalarAsync<long>("select count(*) from organization_handover where organization_id = @school and undone_at is not null",
            new { school }), Is.EqualTo(1));
        await Settle(minutes: 20);
        await IsVoid(coordinator, school, heir);
    }

    async Task IsVoid(HttpClient coordinator, Guid school, Guid heir)
    {
        var read = await coordinator.GetAsync(Path(school)).Ok();
        Assert.That(((string?)read["status"], read["successors"]!.AsArray().Count, read["handover"]), Is.EqualTo(("Open", 0, (object?)null)));
        Assert.That(read["events"]!.AsArray().Select(one => (string?)one!["kind"]), Does.Contain("Merged"));
        Assert.That((await coordinator.GetAsync(Path(heir)).Ok())["events"]!.AsArray(), Is.Empty, "nobody has joined it");
        Assert.That(await Sql.ExecuteScalarAsync<long>("select count(*) from employment where organization_id = @school and ended_on is null", new { school }),
            Is.EqualTo(1));
        var told = "select count(*) from audit_entry where organization_id = @school and detail ? 'endVoid'";
        Assert.That(await Sql.ExecuteScalarAsync<long>(told, new { school }), Is.EqualTo(1));
    }

    [Test]
    public async Task A_merger_is_told_of_once_where_the_name_is_another_meanwhile()
    {
        var (school, heir, coordinator) = (await World.School(), await World.School(), await As(Role.RegionalCoordinator, World.Region));
        await End(coordinator, school, heir);
        await Sql.ExecuteAsync("update organization set name_short = 'Иначе названная школа' where id = @school", new { school });
        await Settle(minutes: 10);
        Assert.That((await coordinator.GetAsync(Path(heir)).Ok())["events"]!.AsArray(), Has.Count.EqualTo(1));
    }

    async Task<System.Text.Json.Nodes.JsonNode> Taken(HttpClient client, string json)
    {
        const string imports = "/api/v1/imports";
        using var content = new StringContent(json, System.Text.Encoding.UTF8, "application/json");
        var id = (Guid)(await client.PostAsync($"{imports}/organizations", content).Gives(202))["id"]!;
        await using var scope = Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<CheckImport>().Run(id, null, default);
        var import = await client.GetAsync($"{imports}/{id}").Ok();
        await client.Post($"{imports}/{id}/confirm", new { version = (int)import["version"]! }).Ok();
        await using var next = Services.CreateAsyncScope();
        await next.ServiceProvider.GetRequiredService<ApplyImport>().Run(id, null, default);
        return await client.GetAsync($"{imports}/{id}").Ok();
    }

    [Test]
    public async Task Only_whoever_keeps_the_region_takes_it_back()
    {
        var (school, heir, coordinator) = (await World.School(), await World.School(), await As(Role.RegionalCoordinator, World.Region));
        await coordinator.Post($"{Path(school)}/end/undo", new { version = 1 }).IsProblem(409, "organization.undo-late");
        await End(coordinator, school, heir);
        await (await As(Role.RegionalCoordinator, World.OtherRegion)).Post($"{Path(school)}/end/undo", new { version = 2 }).IsProblem(404, "not-found");
        await (await As(Role.Head, heir)).Post($"{Path(school)}/end/undo", new { version = 2 }).IsProblem(403, "permission.missing");
        await coordinator.Post($"{Path(school)}/end/undo", new { version = 1 }).IsProblem(412, "version.stale");
        await coordinator.Post($"{Path(school)}/end/undo", new { version = "x" }).IsProblem(400, "request.unreadable");
    }

    static Task End(HttpClient coordinator, Guid school, Guid heir, int version = 1) => coordinator.Post($"{Path(school)}/end",
        new { version, how = "Merged", on = "2026-10-10", successorIds = new[] { heir }, staff = "HandOver" }).Ok();

    Task Settle(int minutes)
    {
        Clock.Advance(TimeSpan.FromMinutes(minutes));
        return ActivatorUtilities.CreateInstance<SettleOrganization>(Services).Run(default);
    }
}
