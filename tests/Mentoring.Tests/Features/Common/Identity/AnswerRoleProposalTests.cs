using Dapper;
using Mentoring.Api.Features.Common.Identity;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Common.Identity;

[Covers(nameof(AnswerRoleProposal))]
public sealed class AnswerRoleProposalTests : RoleProposalTest
{
    [Test]
    public async Task A_proposed_role_waits_for_the_persons_own_word_and_opens_nothing()
    {
        var id = await Proposed();
        Assert.That(await AtWork(), Is.EqualTo(403));
        var mine = (await As(Candidate).GetAsync("/api/v1/me/role-proposals").Ok()).AsArray().Single()!;
        Assert.That(((Guid)mine["id"]!, (string?)mine["status"], (string?)mine["role"], (bool)mine["may"]!),
            Is.EqualTo((id, "Proposed", "Psychologist", true)));
        Assert.That((string?)(await As(Candidate).Tasks("RoleToAnswer")).Single()["path"], Is.EqualTo("/today"));

        await As(Candidate).Post($"{Proposals}/{id}/answer", new { version = 1, accepted = true }).Ok();
        Assert.That(await AtWork(), Is.EqualTo(403), "agreed is not confirmed");
        Assert.That(await As(Candidate).Tasks("RoleToAnswer"), Is.Empty);
    }

    [Test]
    public async Task A_role_is_declined_without_a_reason()
    {
        var id = await Proposed();
        await As(Candidate).Post($"{Proposals}/{id}/answer", new { version = 1, accepted = false }).Ok();
        Assert.That(await Status(id), Is.EqualTo("Declined"));
        await As(Candidate).Post($"{Proposals}/{id}/answer", new { version = 2, accepted = true }).IsProblem(409, "assignment.step-not-now");
        await Proposed();
    }

    [Test]
    public async Task Nobody_answers_for_somebody_else()
    {
        var id = await Proposed();
        foreach (var other in (HttpClient[])[Head, Region, As(await World.Account(await World.Teacher(Place)))])
            await other.Post($"{Proposals}/{id}/answer", new { version = 1, accepted = true }).IsProblem(404, "not-found");
        await As(Candidate).Post($"{Proposals}/{id}/answer", new { version = 2, accepted = true }).IsProblem(412, "version.stale");
        await As(Candidate).Post($"{Proposals}/{id}/answer", new { version = 1, accepted = false, reason = new string('x', 501) }).PointsTo("/reason");
        await Anonymous().Post($"{Proposals}/{id}/answer", new { version = 1, accepted = true }).Gives(401);
        Assert.That((await As(await World.Account()).GetAsync("/api/v1/me/role-proposals").Ok()).AsArray(), Is.Empty);
    }

    [Test]
    public async Task Of_two_answers_at_once_one_counts()
    {
        var id = await Proposed();
        var body = new { version = 1, accepted = true };
        var answers = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => As(Candidate).Post($"{Proposals}/{id}/answer", body)));
        Assert.That(answers.Select(a => (int)a.StatusCode).Order(), Is.EqualTo(new[] { 200, 412 }));
        foreach (var answer in answers) answer.Dispose();
        Assert.That(await Sql.ExecuteScalarAsync<int>("select version from role_proposal where id = @id", new { id }), Is.EqualTo(2));
    }
}
