using Dapper;
using Mentoring.Api.Features.Common.AuditTrail;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Common.AuditTrail;

[Covers(nameof(ListProgramAudit))]
public sealed class ListProgramAuditTests : ProgramTest
{
    [Test]
    public async Task The_trail_says_who_did_what_the_newest_first()
    {
        var id = await BeforeCouncil();
        var trail = await Mentor.GetAsync($"{Path}/{id}/audit").Ok();
        Assert.That(trail["items"]!.AsArray().Select(e => (string?)e!["operation"]),
            Is.EqualTo(new[] { "DecideConsent", "DecideConsent", "SubmitProgram", "CreateProgram" }));
        Assert.That(trail["items"]!.AsArray().Select(e => (string?)e!["callerName"]), Is.All.EqualTo("Test account"));
    }

    [Test]
    public async Task It_is_paged()
    {
        var id = await BeforeCouncil();
        var first = await Head.GetAsync($"{Path}/{id}/audit?size=3").Ok();
        var second = await Head.GetAsync($"{Path}/{id}/audit?size=3&cursor={Uri.EscapeDataString((string)first["next"]!)}").Ok();
        Assert.That(second["items"]!.AsArray().Select(e => (string?)e!["operation"]), Is.EqualTo(new[] { "CreateProgram" }));
        Assert.That((string?)second["next"], Is.Null);
    }

    [Test]
    public async Task Names_are_not_in_the_chain()
    {
        var id = await BeforeCouncil();
        var stored = await Sql.QueryAsync<string>("select row_to_json(e)::text from audit_entry e where program_id = @id", new { id });
        Assert.That(stored, Has.None.Contains("Test account").And.None.Contains("Наставникова"));
    }

    [Test]
    public async Task Only_the_school_and_the_participants_read_it()
    {
        var id = await Draft();
        await Stranger.GetAsync($"{Path}/{id}/audit").IsProblem(404, "not-found");
        await Council.GetAsync($"{Path}/{id}/audit").IsProblem(403, "permission.missing");
        await Curator.GetAsync($"{Path}/{id}/audit?size=500").PointsTo("/size");
    }
}
