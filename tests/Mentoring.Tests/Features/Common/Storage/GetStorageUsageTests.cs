using System.Text.Json.Nodes;
using Mentoring.Api.Features.Common.Storage;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Common.Storage;

[Covers(nameof(GetStorageUsage))]
public sealed class GetStorageUsageTests : StorageTest
{
    [Test]
    public async Task The_school_sees_what_takes_its_room()
    {
        var (program, small) = (await Active(), await Beside());
        await Put(Mentor, program, 100).Gives(201);
        await Put(Mentee, program, 20).Gives(201);
        await Put(Mentee, small, 10).Gives(201);
        await Attach(Mentee, await Draft(Mentee), 5).Gives(201);

        var usage = await Curator.GetAsync(Usage).Ok();
        Assert.That(((long)usage["organization"]!["used"]!, (long)usage["organization"]!["limit"]!), Is.EqualTo((135 * 1024L, 5120 * Megabyte)));
        Assert.That(Rows(usage["kinds"], "kind"), Is.EqualTo(new[] { "Product 133120 3", "PracticeMaterial 5120 1" }));
        Assert.That(Rows(usage["programs"], "id"), Is.EqualTo(new[] { $"{program} 122880 2", $"{small} 10240 1" }));
        Assert.That(Rows(usage["persons"], "name").Select(row => row.Split(' ')[^2]), Is.EqualTo(new[] { "102400", "35840" }));
        await Head.GetAsync(Usage).Ok();
    }

    [Test]
    public async Task Nobody_else_does()
    {
        await Stranger.GetAsync(Usage).IsProblem(404, "not-found");
        await Mentor.GetAsync(Usage).IsProblem(403, "permission.missing");
        await (await As(Role.RegionalAnalyst, World.Region)).GetAsync(Usage).IsProblem(403, "permission.missing");
        await Curator.GetAsync("/api/v1/organizations/none/storage").IsProblem(404, "not-found");
    }

    static string[] Rows(JsonNode? list, string name) => [.. list!.AsArray().Select(row => $"{row![name]} {row["bytes"]} {row["files"]}")];
}
