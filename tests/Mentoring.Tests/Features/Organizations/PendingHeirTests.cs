using Dapper;
using Mentoring.Api.Features.Organizations;
using Mentoring.Api.Platform;
using Mentoring.Tests.Features.Monitoring;
using Mentoring.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Tests.Features.Organizations;

/// <summary>Between an end and its consequences the successor, and the staff, can change: nobody stays at work where nothing is any more.</summary>
public sealed class PendingHeirTests : MonitoringTest
{
    static string Path(Guid id) => $"/api/v1/organizations/{id}";

    [Test]
    public async Task A_successor_does_not_end_before_it_has_taken_over()
    {
        var (school, heir, coordinator) = (await World.School(), await World.School(), await As(Role.RegionalCoordinator, World.Region));
        await World.Teacher(school);
        await End(coordinator, school, heir);
        object closing = new { version = 1, how = "Closed", on = "2026-10-12", staff = "Release" };
        await coordinator.Post($"{Path(heir)}/end", closing).IsProblem(409, "organization.takes-over");
        await Settle();
        await coordinator.Post($"{Path(heir)}/end", closing).Ok();
        await Settle();
        Assert.That(await AtWork(school, heir), Is.Empty);
    }

    [Test]
    public async Task A_successor_that_is_closed_all_the_same_takes_over_nobody()
    {
        var (school, heir, coordinator) = (await World.School(), await World.School(), await As(Role.RegionalCoordinator, World.Region));
        await World.Teacher(school);
        await End(coordinator, school, heir);
        await Sql.ExecuteAsync("update organization set status = 'Closed', closed_on = '2026-10-11' where id = @heir", new { heir });
        await Settle();
        Assert.That(await AtWork(school, heir), Is.Empty);
        Assert.That((string?)(await coordinator.GetAsync(Path(school)).Ok())["handover"]!["staff"], Is.EqualTo("Release"));
    }

    [Test]
    public async Task Where_a_successor_is_closed_the_one_that_carries_it_on_takes_over_and_is_named()
    {
        var (school, heir, last) = (await World.School(), await World.School(), await World.School());
        var coordinator = await As(Role.RegionalCoordinator, World.Region);
        var teacher = await World.Teacher(school);
        await Program(school, "2026-09-10T10:00Z");
        await End(coordinator, school, heir);
        await Close(heir, last);
        await Settle();
        var at = await Sql.ExecuteScalarAsync<Guid>("select organization_id from employment where person_id = @teacher and ended_on is null", new { teacher });
        Assert.That(at, Is.EqualTo(last));
        var read = await coordinator.GetAsync(Path(school)).Ok();
        Assert.That(((string?)read["handover"]!["staff"], (Guid)read["handover"]!["heirId"]!), Is.EqualTo(("HandOver", last)));
        Assert.That(read["carriedOnBy"]!.AsArray().Select(one => (Guid)one!["id"]!), Is.EqualTo(new[] { last }));
        Assert.That((await coordinator.GetAsync(Path(last)).Ok())["events"]!.AsArray().Select(one => (string?)one!["kind"]), Does.Contain("Joined"));
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task A_closed_successor_that_takes_over_nobody_is_not_named_as_if_it_had(bool divided)
    {
        var (school, heir, coordinator) = (await World.School(), await World.School(), await As(Role.RegionalCoordinator, World.Region));
        await Program(school, "2026-09-10T10:00Z");
        await End(coordinator, school, heir);
        await Close(heir, divided ? [await World.School(), await World.School()] : []);
        await Settle();
        var ended = await Sql.QueryAsync<string>("select finish_reason from program where organization_id = @school", new { school });
        Assert.That(ended, Is.All.Not.Contains("Преемник").And.Not.Empty);
        Assert.That((string?)(await coordinator.GetAsync(Path(school)).Ok())["handover"]!["heirId"], Is.Null);
    }

    [TestCase("HandOver")]
    [TestCase("Release")]
    public async Task Whoever_was_to_begin_on_that_day_or_later_is_not_forgotten(string staff)
    {
        var (school, heir, coordinator) = (await World.School(), await World.School(), await As(Role.RegionalCoordinator, World.Region));
        var (same, later) = (await World.Teacher(school), await World.Teacher(school));
        await End(coordinator, school, heir, staff);
        foreach (var (person, day) in new[] { (same, "2026-10-10"), (later, "2026-12-01") })
            await Sql.ExecuteAsync("update employment set started_on = @day::date where person_id = @person", new { person, day });
        await Settle();
        Assert.That(await AtWork(school), Is.Empty);
        Assert.That(await AtWork(heir), Is.EquivalentTo(staff == "Release" ? [] : new[] { "2026-10-10", "2026-12-01" }));
    }

    Task Close(Guid heir, params Guid[] successors) => Sql.ExecuteAsync("""
        update organization set status = 'Closed', closed_on = '2026-10-11' where id = @heir;
        insert into organization_successor (organization_id, successor_id, region_code, since)
        select id, s, region_code, '2026-10-11' from organization, unnest(@successors) s where id = @heir
        """, new { heir, successors });

    static Task End(HttpClient coordinator, Guid school, Guid heir, string staff = "HandOver") => coordinator.Post($"{Path(school)}/end",
        new { version = 1, how = "Merged", on = "2026-10-10", successorIds = new[] { heir }, staff }).Ok();

    Task Settle()
    {
        Clock.Advance(SettleOrganization.Waits);
        return ActivatorUtilities.CreateInstance<SettleOrganization>(Services).Run(default);
    }

    Task<IEnumerable<string>> AtWork(params Guid[] places) => Sql.QueryAsync<string>(
        "select started_on::text from employment where organization_id = any(@places) and ended_on is null order by 1", new { places });
}
