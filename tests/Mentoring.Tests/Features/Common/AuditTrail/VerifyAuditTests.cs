using Dapper;
using Mentoring.Api.Features.Common.AuditTrail;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Common.AuditTrail;

[Covers(nameof(VerifyAudit))]
public sealed class VerifyAuditTests : ProgramTest
{
    async Task<(int Faults, string? Kind, long Sequence)> Verify(Guid organization)
    {
        var administrator = await As(Role.SystemAdministrator, "RU");
        var result = await administrator.GetAsync($"/api/v1/audit/verify?organizationId={organization}").Ok();
        var first = result["broken"]!.AsArray().FirstOrDefault();
        return ((int)result["faults"]!, (string?)first?["kind"], (long?)first?["sequence"] ?? 0);
    }

    /// <summary>A school whose chain has three entries; whoever owns the database can do anything to them.</summary>
    async Task<Guid> Chain()
    {
        var school = await Support.School.Make(World);
        var curator = As(school.CuratorAccount);
        for (var i = 0; i < 3; i++)
        {
            await curator.Post(Path, Plan(p =>
            {
                p["organizationId"] = school.Id;
                p["participants"]![0]!["personId"] = school.Mentor;
                p["participants"]![1]!["personId"] = school.Mentee;
            })).Gives(201);
        }

        Assert.That(await Verify(school.Id), Is.EqualTo((0, (string?)null, 0L)));
        return school.Id;
    }

    [Test]
    public async Task An_entry_that_was_changed_is_found()
    {
        var id = await Chain();
        await Sql.ExecuteAsync("update audit_entry set caller = 'somebody else' where organization_id = @id and sequence = 2", new { id });
        Assert.That(await Verify(id), Is.EqualTo((1, "Altered", 2L)));
    }

    [Test]
    public async Task An_entry_that_was_changed_and_hashed_anew_is_found_by_the_next()
    {
        var id = await Chain();
        await Sql.ExecuteAsync("""
            update audit_entry set caller = 'x' where organization_id = @id and sequence = 2; update audit_entry e set hash = audit_hash(e)
                where organization_id = @id and sequence = 2
            """, new { id });
        Assert.That(await Verify(id), Is.EqualTo((1, "Unlinked", 3L)));
    }

    [Test]
    public async Task An_entry_that_was_removed_is_missed()
    {
        var id = await Chain();
        await Sql.ExecuteAsync("delete from audit_entry where organization_id = @id and sequence = 2", new { id });
        Assert.That(await Verify(id), Is.EqualTo((1, "Missing", 3L)));
    }

    [Test]
    public async Task An_end_that_was_cut_off_is_missed()
    {
        var id = await Chain();
        await Sql.ExecuteAsync("delete from audit_entry where organization_id = @id and sequence = 3", new { id });
        Assert.That(await Verify(id), Is.EqualTo((1, "CutOff", 3L)));
    }

    [Test]
    public async Task Only_an_administrator_verifies()
    {
        await Head.GetAsync("/api/v1/audit/verify").IsProblem(403, "permission.missing");
        var administrator = await As(Role.SystemAdministrator, "RU");
        Assert.That((long)(await administrator.GetAsync("/api/v1/audit/verify").Ok())["entries"]!, Is.GreaterThanOrEqualTo(0));
        await administrator.GetAsync("/api/v1/audit/verify?organizationId=x").IsProblem(400, "request.unreadable");
    }

    [Test]
    public async Task The_platforms_own_chain_stays_one_whatever_regions_it_is_about()
    {
        var administrator = await As(Role.SystemAdministrator, "RU");
        foreach (var region in new[] { World.Region, World.OtherRegion })
        {
            await administrator.Post("/api/v1/role-assignments",
                new { accountId = await World.Account(), role = "RegionalCoordinator", territoryCode = region, startedOn = "2026-09-01" }).Gives(201);
        }

        var chain = (await Sql.QueryAsync<(string Region, long Sequence)>(
            "select region_code, sequence from audit_entry where organization_id = @Platform order by sequence", new { Audit.Platform })).AsList();
        Assert.That(chain, Has.Count.GreaterThanOrEqualTo(2));
        Assert.That(chain, Is.EqualTo(chain.Select((_, i) => (Audit.PlatformRegion, i + 1L))));
        Assert.That(await Verify(Audit.Platform), Is.EqualTo((0, (string?)null, 0L)));
    }
}
