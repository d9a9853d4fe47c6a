using Dapper;
using Mentoring.Api.Features.Common.Organizations;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Common.Organizations;

/// <summary>The register closes an organization and names nobody; who carries it on was guessed by the name.</summary>
[Covers(nameof(CorrectSuccessor))]
public sealed class CorrectSuccessorTests : ApiTest
{
    static string Path(Guid id) => $"/api/v1/organizations/{id}";

    [Test]
    public async Task A_successor_that_the_register_guessed_is_put_right()
    {
        var (gone, guessed, heir) = (await World.School(), await World.School(), await World.School());
        var coordinator = await As(Role.RegionalCoordinator, World.Region);
        await Guess(gone, guessed);
        var before = await coordinator.GetAsync(Path(gone)).Ok();
        Assert.That(((bool)before["closedByRegister"]!, (Guid)before["successors"]![0]!["id"]!), Is.EqualTo((true, guessed)));

        var corrected = await coordinator.Post($"{Path(gone)}/correct-successor", new { version = 1, successorId = heir, basis = "Постановление № 7" }).Ok();
        Assert.That((int)corrected["version"]!, Is.EqualTo(2));
        var read = await coordinator.GetAsync(Path(gone)).Ok();
        Assert.That(((string?)read["status"], (string?)read["closedOn"]), Is.EqualTo(("Closed", "2026-09-01")));
        Assert.That(read["successors"]!.AsArray().Select(one => (Guid)one!["id"]!), Is.EqualTo(new[] { heir }));
        Assert.That(read["events"]!.AsArray().Select(one => ((string?)one!["kind"], (string?)one["detail"]!["basis"]?["to"])),
            Is.EquivalentTo(new[] { ("Merged", "Постановление № 7"), ("Renamed", null) }));
        Assert.That((await coordinator.GetAsync(Path(guessed)).Ok())["predecessors"]!.AsArray(), Is.Empty);
        Assert.That(await Sql.ExecuteScalarAsync<long>("select count(*) from audit_entry where operation = 'CorrectSuccessor' and detail::text like @guess",
            new { guess = $"%{guessed}%" }), Is.EqualTo(1), "the guess stays in the trail");
    }

    [Test]
    public async Task A_merger_that_was_none_becomes_a_closing()
    {
        var (gone, guessed, coordinator) = (await World.School(), await World.School(), await As(Role.RegionalCoordinator, World.Region));
        await Guess(gone, guessed);
        await coordinator.Post($"{Path(gone)}/correct-successor", new { version = 1, successorId = (Guid?)null }).Ok();
        var read = await coordinator.GetAsync(Path(gone)).Ok();
        Assert.That(read["successors"]!.AsArray(), Is.Empty);
        Assert.That(read["events"]!.AsArray().Select(one => (string?)one!["kind"]), Is.EquivalentTo(new[] { "Closed", "Renamed" }));
    }

    [Test]
    public async Task Whoever_was_named_of_an_earlier_day_does_not_stand_once_it_is_said_who_does()
    {
        var (gone, guessed, heir) = (await World.School(), await World.School(), await World.School());
        var coordinator = await As(Role.RegionalCoordinator, World.Region);
        await Guess(gone, guessed);
        await Sql.ExecuteAsync("update organization_successor set since = '2026-05-01' where organization_id = @gone", new { gone });
        await coordinator.Post($"{Path(gone)}/correct-successor", new { version = 1, successorId = (Guid?)null }).Ok();
        Assert.That((await coordinator.GetAsync(Path(gone)).Ok())["successors"]!.AsArray(), Is.Empty);

        await coordinator.Post($"{Path(gone)}/correct-successor", new { version = 2, successorId = heir }).Ok();
        await Sql.ExecuteAsync("update organization_successor set since = '2026-05-01' where organization_id = @gone", new { gone });
        await coordinator.Post($"{Path(gone)}/correct-successor", new { version = 3, successorId = heir }).Ok();
        Assert.That((await coordinator.GetAsync(Path(gone)).Ok())["successors"]!.AsArray().Select(one => ((Guid)one!["id"]!, (string?)one["since"])),
            Is.EqualTo(new[] { (heir, "2026-09-01") }));
    }

    [Test]
    public async Task What_was_divided_and_goes_on_has_not_ended()
    {
        var (school, part, coordinator) = (await World.School(), await World.School(), await As(Role.RegionalCoordinator, World.Region));
        object split = new { version = 1, how = "Split", on = "2026-09-01", successorIds = new[] { part }, staysOpen = true };
        await coordinator.Post($"{Path(school)}/end", split).Ok();
        await coordinator.Post($"{Path(school)}/correct-successor", new { version = 2, successorId = (Guid?)null }).IsProblem(409, "organization.divided");
        await coordinator.Post($"{Path(school)}/end/undo", new { version = 2 }).IsProblem(409, "organization.divided");
    }

    [Test]
    public async Task Only_of_what_the_register_has_closed_and_by_who_keeps_the_region()
    {
        var (open, gone, coordinator) = (await World.School(), await World.School(), await As(Role.RegionalCoordinator, World.Region));
        await coordinator.Post($"{Path(open)}/correct-successor", new { version = 1, successorId = gone }).IsProblem(409, "organization.closed-by-hand");
        await coordinator.Post($"{Path(open)}/end", new { version = 1, how = "Closed", on = "2026-09-01" }).Ok();
        await coordinator.Post($"{Path(open)}/correct-successor", new { version = 2, successorId = gone }).IsProblem(409, "organization.closed-by-hand");

        await Guess(gone, await World.School());
        var to = $"{Path(gone)}/correct-successor";
        await coordinator.Post(to, new { version = 1, successorId = gone }).PointsTo("/successorId", "organization.no-successor");
        await coordinator.Post(to, new { version = 1, successorId = open }).PointsTo("/successorId", "organization.no-successor");
        object To(int version, string? basis = null) => new { version, successorId = (Guid?)null, basis };
        await coordinator.Post(to, To(1, new string('x', 501))).PointsTo("/basis");
        await coordinator.Post(to, new { version = 1 }).PointsTo("/successorId");
        await coordinator.Post(to, To(5)).IsProblem(412, "version.stale");
        await (await As(Role.RegionalCoordinator, World.OtherRegion)).Post(to, To(1)).IsProblem(404, "not-found");
        await (await As(Role.Head, gone)).Post(to, To(1)).IsProblem(403, "permission.missing");
    }

    /// <summary>As the import of the register writes it; on the same day it was renamed.</summary>
    Task Guess(Guid gone, Guid guessed) => Sql.ExecuteAsync("""
        update organization set status = 'Closed', closed_on = '2026-09-01', closed_by_register = true where id = @gone;
        insert into organization_successor (organization_id, successor_id, region_code, since) select id, @guessed, region_code, '2026-09-01'
          from organization where id = @gone;
        insert into organization_event (id, organization_id, region_code, kind, occurred_on, detail)
        select gen_random_uuid(), id, region_code, what, '2026-09-01', '{}' from organization, unnest(array['Merged', 'Renamed']) what where id = @gone
        """, new { gone, guessed });
}
