using Mentoring.Api.Features.Common.Identity;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Common.Identity;

[Covers(nameof(ListMyRoleProposals), nameof(WithdrawRoleProposal))]
public sealed class WithdrawRoleProposalTests : RoleProposalTest
{
    [Test]
    public async Task The_school_takes_back_what_waits_and_nothing_else()
    {
        var id = await Agreed();
        await Head.Post($"{Proposals}/{id}/withdraw", new { version = 2, reason = "Ошибка в приказе" }).Ok();
        await Region.Post($"{Proposals}/{id}/decide", new { version = 3, confirmed = true }).IsProblem(409, "assignment.step-not-now");
        await Head.Post($"{Proposals}/{id}/withdraw", new { version = 3 }).IsProblem(409, "assignment.step-not-now");
        Assert.That((await As(Candidate).GetAsync("/api/v1/me/role-proposals").Ok()).AsArray(), Is.Empty);
    }

    [Test]
    public async Task Another_school_finds_nothing_to_take_back()
    {
        var id = await Proposed();
        await (await As(Role.Head, await World.School())).Post($"{Proposals}/{id}/withdraw", new { version = 1 }).IsProblem(404, "not-found");
        await (await As(Role.Curator, Place)).Post($"{Proposals}/{id}/withdraw", new { version = 1 }).IsProblem(403, "permission.missing");
        await Head.Post($"{Proposals}/{id}/withdraw", new { version = 5 }).IsProblem(412, "version.stale");
        await Head.Post($"{Proposals}/{id}/withdraw", new { version = 1, reason = new string('x', 501) }).PointsTo("/reason");
    }
}
