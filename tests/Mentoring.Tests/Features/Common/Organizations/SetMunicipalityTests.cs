using Dapper;
using Mentoring.Api.Features.Common.Organizations;
using Mentoring.Api.Platform;
using Mentoring.Tests.Features.Monitoring;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Common.Organizations;

[Covers(nameof(SetMunicipality))]
public sealed class SetMunicipalityTests : MonitoringTest
{
    const string Path = "/api/v1/organizations/municipality";

    [OneTimeSetUp]
    public Task Months() => OpenMonths();

    [Test]
    public async Task Organizations_on_their_region_are_put_into_a_municipality_and_municipalities_add_up_to_it()
    {
        Guid[] unplaced = [await World.School(World.Region), await World.School(World.Region)];
        var school = await World.School();
        var institute = await World.School(World.Region);
        await Sql.ExecuteAsync("update organization set kind = 'Institute' where id = @institute", new { institute });
        foreach (var place in new[] { unplaced[0], unplaced[1], school, institute })
        {
            await World.Teacher(place);
            await Program(place, "2026-09-10T10:00Z");
        }

        await RollUp();
        var coordinator = await As(Role.RegionalCoordinator, World.Region);
        var listed = await coordinator.GetAsync($"/api/v1/organizations?territory={World.Region}&unplaced=true").Ok();
        Assert.That(listed["items"]!.AsArray().Select(o => (Guid)o!["id"]!), Is.EquivalentTo(unplaced), "an institute stands on its region by right");

        var set = await coordinator.Post(Path, new { territoryCode = World.Municipality, organizationIds = unplaced }).Ok();
        Assert.That((int)set["placed"]!, Is.EqualTo(2));
        await RollUp();

        var apart = await Sql.QueryAsync<string>("""
            select r.indicator from territory_indicator r
              left join territory m on m.parent_code = r.territory_code left join territory_indicator b on b.territory_code = m.code and (b.period,
                 b.indicator) = (r.period, r.indicator)
             where r.territory_code = @Region
             group by r.period, r.indicator, r.numerator, r.denominator, r.organizations_expected, r.organizations_reported
            having (r.numerator, r.denominator, r.organizations_expected, r.organizations_reported)
                   <> (coalesce(sum(b.numerator), 0), coalesce(sum(b.denominator), 0), coalesce(sum(b.organizations_expected), 0),
                      coalesce(sum(b.organizations_reported), 0))
            """, new { World.Region });
        Assert.That(apart, Is.Empty);
        Assert.That(await Kept(World.Region, "2026-10", "active-programs"), Is.EqualTo("3/3 3/3"), "a teacher of the institute is nobody's school teacher");
        Assert.That(await Sql.ExecuteScalarAsync<long>("""
            select count(*) from organization_event where organization_id = any(@unplaced) and detail->'municipality'->>'to' = 'Бологовский район'
            """,
            new { unplaced }), Is.EqualTo(2));
    }

    [Test]
    public async Task With_a_day_the_months_before_it_stay_without_a_municipality()
    {
        const string Tver = "28701000";
        var (school, coordinator) = (await World.School(World.Region), await As(Role.RegionalCoordinator, World.Region));
        await World.Teacher(school);
        await Program(school, "2026-09-10T10:00Z");
        object Put(string on) => new { territoryCode = Tver, organizationIds = new[] { school }, on };
        await coordinator.Post(Path, Put("2026-12-01")).PointsTo("/on", "organization.day-to-come");
        await Sql.ExecuteAsync("update organization set opened_on = '2026-09-01' where id = @school", new { school });
        await coordinator.Post(Path, Put("2026-09-01")).PointsTo("/on", "organization.day-before");
        await coordinator.Post(Path, Put("2026-10-15")).Ok();
        await RollUp();
        Assert.That((await Kept(Tver, "2026-09", "active-programs"), await Kept(Tver, "2026-10", "active-programs")), Is.EqualTo(((string?)null, "1/1 1/1")));
        Assert.That(await Sql.ExecuteScalarAsync<DateTime>("select occurred_on from organization_event where organization_id = @school", new { school }),
            Is.EqualTo(new DateTime(2026, 10, 15)));
    }

    [Test]
    public async Task Whoever_keeps_the_region_puts_there_what_has_no_municipality_yet()
    {
        var school = await World.School(World.Region);
        Guid[] one = [school];
        await (await As(Role.RegionalCoordinator, World.OtherRegion)).Post(Path, new
        {
            territoryCode = World.Municipality,
            organizationIds = one
        }).IsProblem(404, "not-found");
        await (await As(Role.MunicipalCoordinator, World.Municipality)).Post(Path, new
        {
            territoryCode = World.Municipality,
            organizationIds = one
        }).IsProblem(403, "permission.missing");
        await (await As(Role.Head, school)).Post(Path, new { territoryCode = World.Municipality, organizationIds = one }).IsProblem(403, "permission.missing");
        var coordinator = await As(Role.RegionalCoordinator, World.Region);
        await coordinator.Post(Path, new { territoryCode = World.Region, organizationIds = one }).PointsTo("/territoryCode", "organization.no-municipality");
        await coordinator.Post(Path, new { territoryCode = World.Municipality, organizationIds = Array.Empty<Guid>() }).PointsTo("/organizationIds");
        await coordinator.Post(Path, new { territoryCode = World.Municipality, organizationIds = new[] { school, Guid.NewGuid() } }).IsProblem(409,
            "organization.has-municipality");
        await (await As(Role.SystemAdministrator, "RU")).Post(Path, new { territoryCode = World.Municipality, organizationIds = one }).Ok();
        await coordinator.Post(Path, new { territoryCode = "28701000", organizationIds = one }).IsProblem(409, "organization.has-municipality");
    }
}
