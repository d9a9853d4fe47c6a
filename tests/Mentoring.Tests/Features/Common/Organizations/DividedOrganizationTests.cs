using Dapper;
using Mentoring.Api.Features.Common.Organizations;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Tests.Features.Common.Organizations;

/// <summary>A school is divided: one part takes its people over, save those whom another part has hired from that day on.</summary>
public sealed class DividedOrganizationTests : NotificationTest
{
    [Test]
    public async Task Everybody_goes_to_the_chosen_part_save_those_whom_another_part_has_hired()
    {
        var (main, other, region) = (await World.School(), await World.School(), await As(Role.RegionalCoordinator, World.Region));
        // It had left it before.
        await Sql.ExecuteAsync("""
            insert into organization_successor (organization_id, successor_id, region_code, since) select id, @other, region_code, '2025-09-01'
              from organization where id = @Id
            """, new { other, School.Id });
        var (stays, curator) = (await World.Teacher(School.Id), await As(Role.Curator, other));
        await Hire(School.Mentor, other);
        await Hire(School.Mentee, other);

        object Split(Guid? heirId) => new { version = 1, how = "Split", on = $"{Now:O}", successorIds = new[] { main, other }, staff = "HandOver", heirId };
        var path = $"/api/v1/organizations/{School.Id}";
        await region.Post($"{path}/end", Split(null)).PointsTo("/staff");
        await region.Post($"{path}/end", Split(Guid.NewGuid())).PointsTo("/heirId");
        await region.Post($"{path}/end", Split(main)).Ok();
        Clock.Advance(SettleOrganization.Waits);
        await ActivatorUtilities.CreateInstance<SettleOrganization>(Services).Run(default);

        Assert.That(await MainPlace(stays), Is.EqualTo(new[] { main }));
        Assert.That(await MainPlace(School.Mentor), Is.EqualTo(new[] { other }));
        Assert.That(await MainPlace(School.Mentee), Is.EqualTo(new[] { other }));
        var program = await curator.GetAsync($"{Path}/{Program}").Ok();
        Assert.That(((string?)program["status"], (Guid)program["organizationId"]!), Is.EqualTo(("Active", other)));
        var told = (await region.GetAsync(path).Ok())["handover"]!;
        Assert.That(((int)told["people"]!, (int)told["programsCarried"]!, (Guid)told["heirId"]!), Is.EqualTo((3, 1, main)));
    }

    Task Hire(Guid person, Guid part) => Sql.ExecuteAsync("""
        insert into employment (id, organization_id, region_code, person_id, position_code, is_teaching, is_main, started_on)
        select gen_random_uuid(), id, region_code, @person, 'teacher', true, false, @Now from organization where id = @part
        """, new { person, part, Now });

    Task<IEnumerable<Guid>> MainPlace(Guid person) => Sql.QueryAsync<Guid>(
        "select organization_id from employment where person_id = @person and is_main and ended_on is null", new { person });
}
