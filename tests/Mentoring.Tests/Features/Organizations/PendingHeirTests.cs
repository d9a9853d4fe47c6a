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
