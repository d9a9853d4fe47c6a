using Mentoring.Api.Features.School.Programs;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.School.Programs;

[Covers(nameof(DecideAsCouncil))]
public sealed class DecideAsCouncilTests : ProgramTest
{
    [Test]
    public async Task What_the_council_returns_goes_back_to_the_draft_with_its_word()
    {
        var id = await BeforeCouncil();
        await Council.Post($"{Path}/{id}/decide-as-council", new { version = await Version(id), decision = "Returned", comment = "Добавьте цели" }).Ok();

        var program = await Read(id);
        Assert.That((string?)program["status"], Is.EqualTo("Draft"));
        Assert.That((string?)program["approvals"]![0]!["comment"], Is.EqualTo("Добавьте цели"));
        Assert.That(program["participants"]!.AsArray().Select(p => (string?)p!["consent"]), Is.All.EqualTo("Superseded"));
    }

    [Test]
    public async Task Nobody_approves_before_both_sides_have_consented()
    {
        var id = await Submitted();
        await Consent(Mentor, id);
        await Council.Post($"{Path}/{id}/decide-as-council", new { version = await Version(id), decision = "Approved" })
            .IsProblem(409, "program.consents-missing");
    }

    [Test]
    public async Task Nobody_decides_on_a_program_of_their_own()
    {
        var id = await BeforeCouncil();
        await World.Assign(School.MentorAccount, Role.CouncilChair, School.Id);
        ForgetGrants();
        await Mentor.Post($"{Path}/{id}/decide-as-council", new { version = await Version(id), decision = "Approved" }).IsProblem(403, "approval.own-program");
    }

    [Test]
    public async Task A_return_needs_a_word_and_only_the_council_decides()
    {
        var id = await BeforeCouncil();
        var body = new { version = await Version(id), decision = "Approved" };
        await Council.Post($"{Path}/{id}/decide-as-council", new { body.version, decision = "Returned" }).PointsTo("/comment");
        await Curator.Post($"{Path}/{id}/decide-as-council", body).IsProblem(403, "permission.missing");
        await (await As(Role.CouncilChair, await World.School())).Post($"{Path}/{id}/decide-as-council", body).IsProblem(404, "not-found");
        await Council.Post($"{Path}/{id}/decide-as-council", body with { version = 1 }).IsProblem(412, "version.stale");
    }
}
