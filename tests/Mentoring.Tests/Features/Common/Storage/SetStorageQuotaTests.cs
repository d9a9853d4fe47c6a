using Dapper;
using Mentoring.Api.Features.Common.Storage;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Common.Storage;

[Covers(nameof(SetStorageQuota))]
public sealed class SetStorageQuotaTests : StorageTest
{
    [Test]
    public async Task An_operator_gives_an_organization_more_or_less_room()
    {
        var program = await Active();
        Assert.That((long)(await Operator.Put($"{Usage}/quota", new { megabytes = 0 }).Ok())["limit"]!, Is.Zero);
        await Put(Mentor, program, 1).IsProblem(413, "storage.organization-full");
        await Operator.Put($"{Usage}/quota", new { megabytes = 7 }).Ok();
        await Put(Mentor, program, 1).Gives(201);
        Assert.That((long)(await Curator.GetAsync(Usage).Ok())["organization"]!["limit"]!, Is.EqualTo(7 * Megabyte));
        Assert.That((long)(await Operator.Put($"{Usage}/quota", new { megabytes = (long?)null }).Ok())["limit"]!, Is.EqualTo(5120 * Megabyte));
        var told = "select count(*) from audit_entry where operation = 'SetStorageQuota' and organization_id = @Id";
        Assert.That(await Sql.ExecuteScalarAsync<long>(told, new { School.Id }), Is.EqualTo(3));
    }

    [Test]
    public async Task A_school_does_not_set_its_own()
    {
        foreach (var school in (HttpClient[])[Curator, Head, Mentor])
            await school.Put($"{Usage}/quota", new { megabytes = 9 }).IsProblem(403, "permission.missing");
        await Operator.Put($"/api/v1/organizations/{Guid.CreateVersion7()}/storage/quota", new { megabytes = 9 }).IsProblem(404, "not-found");
    }

    [TestCase(-1)]
    [TestCase(10_000_001)]
    public async Task Not_every_number_is_a_quota(long megabytes) => await Operator.Put($"{Usage}/quota", new { megabytes }).PointsTo("/megabytes");
}
