using System.Net.Http.Headers;
using Mentoring.Api.Features.Common.Imports;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Common.Imports;

[Covers(nameof(ListImports), nameof(UploadRoster))]
public sealed class UploadRosterTests : ImportTest
{
    [Test]
    public async Task A_file_is_received_and_listed()
    {
        var (school, curator) = await School();
        var id = (string)(await Send(curator, school, Roster.Of(1).Zip()).Gives(202))["id"]!;
        var list = await curator.GetAsync($"{Imports}?organizationId={school}").Ok();
        Assert.That(list["items"]!.AsArray().Select(i => $"{i!["id"]} {i["status"]} {i["fileName"]} {i["createdBy"]}"),
            Is.EqualTo(new[] { $"{id} Received roster.zip Test account" }));
    }

    [Test]
    public async Task The_same_file_is_taken_once_unless_the_first_came_to_nothing()
    {
        var (school, curator) = await School();
        var zip = Roster.Of(1).Zip();
        var first = (string)(await Send(curator, school, zip).Gives(202))["id"]!;

        var refused = await Send(curator, school, zip).IsProblem(409, "import.duplicate");
        Assert.That((string?)refused["importId"], Is.EqualTo(first));
        var (other, otherCurator) = await School();
        await Send(otherCurator, other, zip).Gives(202);

        await curator.Post($"{Imports}/{first}/cancel").Ok();
        await Send(curator, school, zip).Gives(202);
    }

    [Test]
    public async Task The_same_idempotency_key_is_the_same_upload()
    {
        var (school, curator) = await School();
        var zip = Roster.Of(2).Zip();
        curator.DefaultRequestHeaders.Add("Idempotency-Key", "once");
        var first = await Send(curator, school, zip).Gives(202);
        var second = await Send(curator, school, zip).Gives(202);
        Assert.That((string?)second["id"], Is.EqualTo((string?)first["id"]));
        await Send(curator, school, Roster.Of(3).Zip()).IsProblem(422, "idempotency.other-request");
    }

    [Test]
    public async Task Another_schools_imports_are_not_there()
    {
        var (school, curator) = await School();
        var (other, _) = await School();
        await Send(curator, other, Roster.Of(1).Zip()).IsProblem(404, "not-found");
        await curator.GetAsync($"{Imports}?organizationId={other}").IsProblem(404, "not-found");

        var id = (string)(await Send(curator, school, Roster.Of(1).Zip()).Gives(202))["id"]!;
        var stranger = await As(Role.Curator, other);
        foreach (var path in (string[])["", "/problems", "/problems.csv", "/events"]) await stranger.GetAsync($"{Imports}/{id}{path}")
            .IsProblem(404, "not-found");
        await stranger.Post($"{Imports}/{id}/confirm", new { version = 1 }).IsProblem(404, "not-found");
        await stranger.Post($"{Imports}/{id}/cancel").IsProblem(404, "not-found");
        await (await As(Role.RegionalCoordinator, World.Region)).GetAsync($"{Imports}/{id}").IsProblem(404, "not-found");
    }

    [Test]
    public async Task The_head_does_not_import()
    {
        var (school, curator) = await School();
        var id = (string)(await Send(curator, school, Roster.Of(1).Zip()).Gives(202))["id"]!;
        var head = await As(Role.Head, school);
        await Send(head, school, Roster.Of(1).Zip()).IsProblem(403, "permission.missing");
        foreach (var path in (string[])["", "/problems", "/problems.csv", "/events"]) await head.GetAsync($"{Imports}/{id}{path}")
            .IsProblem(403, "permission.missing");
        await head.Post($"{Imports}/{id}/confirm", new { version = 1 }).IsProblem(403, "permission.missing");
        await head.Post($"{Imports}/{id}/cancel").IsProblem(403, "permission.missing");
    }

    [Test]
    public async Task Bad_input_is_pointed_at()
    {
        var (school, curator) = await School();
        using var content = new ByteArrayContent(Roster.Of(1).Zip()) { Headers = { ContentType = new MediaTypeHeaderValue("application/zip") } };
        await curator.PostAsync($"{Imports}/roster?organizationId={school}&fileName={new string('a', 201)}", content).PointsTo("/fileName", "import.file-name");
        await curator.GetAsync($"{Imports}?size=0").PointsTo("/size");
    }

    [Test]
    public async Task Only_what_was_checked_is_confirmed_and_in_the_version_that_was_seen()
    {
        var (school, curator) = await School();
        var id = (Guid)(await Send(curator, school, Roster.Of(1).Zip()).Gives(202))["id"]!;
        await curator.Post($"{Imports}/{id}/confirm", new { version = 1 }).IsProblem(409, "import.wrong-status");
        await Check(id);
        var version = (int)(await Get(curator, id))["version"]!;
        await curator.Post($"{Imports}/{id}/confirm", new { version = version - 1 }).IsProblem(412, "version.stale");
        await curator.Post($"{Imports}/{id}/confirm", new { skipProblemRows = true }).PointsTo("/version");
        await curator.Post($"{Imports}/{id}/confirm", new { version }).Ok();
        await Apply(id);
        await curator.Post($"{Imports}/{id}/cancel").IsProblem(409, "import.wrong-status");
    }
}
