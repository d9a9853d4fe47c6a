using Mentoring.Api.Features.School.Programs;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.School.Programs;

[Covers(nameof(DecideAsHead))]
public sealed class DecideAsHeadTests : ProgramTest
{
    [Test]
    public async Task The_head_puts_a_program_in_force()
    {
        var program = await Read(await Active());
        Assert.That((string?)program["status"], Is.EqualTo("Active"));
        Assert.That(program["activatedAt"], Is.Not.Null);
        Assert.That(program["approvals"]!.AsArray().Select(a => (string?)a!["stage"]), Is.EqualTo(new[] { "Head", "Council" }));
    }

    [Test]
    public async Task What_the_head_returns_is_a_draft_again()
    {
        var id = await BeforeHead();
        await Head.Post($"{Path}/{id}/decide-as-head", new { version = await Version(id), decision = "Returned", comment = "Уточните оплату" }).Ok();
        Assert.That(await Status(id), Is.EqualTo("Draft"));
    }

    [Test]
    public async Task The_council_comes_before_the_head()
    {
        var id = await BeforeCouncil();
        await Head.Post($"{Path}/{id}/decide-as-head", new { version = await Version(id), decision = "Approved" }).IsProblem(409, "program.step-not-now");
    }

    [Test]
    public async Task Only_this_schools_head_decides()
    {
        var id = await BeforeHead();
        var body = new { version = await Version(id), decision = "Approved" };
        await Head.Post($"{Path}/{id}/decide-as-head", new { body.version, decision = "Returned" }).PointsTo("/comment");
        await Curator.Post($"{Path}/{id}/decide-as-head", body).IsProblem(403, "permission.missing");
        await (await As(Role.Head, await World.School())).Post($"{Path}/{id}/decide-as-head", body).IsProblem(404, "not-found");

        await World.Assign(School.MentorAccount, Role.Head, School.Id);
        ForgetGrants();
        await Mentor.Post($"{Path}/{id}/decide-as-head", body).IsProblem(403, "approval.own-program");
    }
}
