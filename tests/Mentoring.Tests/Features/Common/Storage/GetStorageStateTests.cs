using Mentoring.Api.Features.Common.Storage;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Common.Storage;

[Covers(nameof(GetStorageState))]
public sealed class GetStorageStateTests : StorageTest
{
    [Test]
    public async Task The_operator_sees_what_is_free_where_something_tells()
    {
        var untold = await Operator.GetAsync("/api/v1/storage").Ok();
        Assert.That((untold["free"], (bool)untold["takesFiles"]!), Is.EqualTo(((object?)null, true)));

        Set("Capacity", 2048);
        var state = await Operator.GetAsync("/api/v1/storage").Ok();
        Assert.That((long)state["free"]! + (long)state["database"]!, Is.EqualTo(2048 * Megabyte).Within(8 * Megabyte));
        Assert.That(((long)state["reserve"]!, (long)state["floor"]!, (bool)state["takesFiles"]!), Is.EqualTo((1024 * Megabyte, 256 * Megabyte, true)));
        await Curator.GetAsync("/api/v1/storage").IsProblem(403, "permission.missing");
    }
}
