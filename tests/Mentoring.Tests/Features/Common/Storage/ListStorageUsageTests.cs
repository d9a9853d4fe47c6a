using Dapper;
using Mentoring.Api.Features.Common.Storage;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Common.Storage;

[Covers(nameof(ListStorageUsage))]
public sealed class ListStorageUsageTests : StorageTest
{
    const string List = "/api/v1/storage/organizations";

    [Test]
    public async Task The_operator_pages_through_the_organizations_the_largest_first()
    {
        await Put(Mentor, await Active(), 30).Gives(201);
        var other = await World.School();
        await Sql.ExecuteAsync("""
            insert into stored_file (region_code, id, organization_id, name, media_type, size, sha256, content, stored_at)
            select region_code, gen_random_uuid(), id, 'a.txt', 'text/plain', 100, '', 'a', now() from organization where id = @other
            """, new { other });
        await Operator.Put($"/api/v1/organizations/{other}/storage/quota", new { megabytes = 3 }).Ok();

        var first = await Operator.GetAsync($"{List}?size=1").Ok();
        var largest = first["items"]![0]!;
        Assert.That(((Guid)largest["organizationId"]!, (long)largest["bytes"]!, largest["ownLimit"]), Is.EqualTo((School.Id, 30 * 1024L, (object?)null)));
        var second = await Operator.GetAsync($"{List}?size=1&cursor={Uri.EscapeDataString((string)first["next"]!)}").Ok();
        Assert.That(((Guid)second["items"]![0]!["organizationId"]!, (long)second["items"]![0]!["ownLimit"]!), Is.EqualTo((other, 3 * Megabyte)));
        Assert.That(second["next"], Is.Null);
    }

    [Test]
    public async Task It_is_the_operators()
    {
        await Curator.GetAsync(List).IsProblem(403, "permission.missing");
        await (await As(Role.FederalOperator, "RU")).GetAsync(List).IsProblem(403, "permission.missing");
        await Operator.GetAsync($"{List}?size=0").PointsTo("/size");
    }
}
