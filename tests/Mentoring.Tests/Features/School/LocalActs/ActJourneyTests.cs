using Dapper;
using Mentoring.Api.Features.School.LocalActs;
using Mentoring.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Tests.Features.School.LocalActs;

/// <summary>From the template to the day an act ends.</summary>
[Covers(nameof(DecideCosign), nameof(GetActVersion), nameof(RepealAct), nameof(RequestCosign), nameof(ReturnAct),
    nameof(ReviseAct))]
public sealed class ActJourneyTests : ActTest
{
    [Test]
    public async Task The_regulation_goes_from_the_template_by_union_and_head_into_force()
    {
        var id = await Draft("Regulation");
        var draft = await Read(id);
        Assert.That((string)draft["text"]!, Does.Contain("Современная школа").And.Not.Contain("{{"));
        Assert.That(Names(draft["steps"]), Is.EquivalentTo(new[] { "Revise", "RequestCosign", "Repeal" }));

        await Head.Post($"/api/v1/acts/{id}/approve", Approval(1)).IsProblem(409, "act.not-agreed");
        await Curator.Post($"/api/v1/acts/{id}/agree", new { version = 1 }).IsProblem(409, "act.union-first");
        await Curator.Post($"/api/v1/acts/{id}/request-cosign", new { version = 1 }).Ok();
        await Curator.Post($"/api/v1/acts/{id}/request-cosign", new { version = 2 }).IsProblem(409, "act.cosign-open");
        Assert.That(Names((await Union.GetAsync($"/api/v1/acts/{id}").Ok())["steps"]), Is.EquivalentTo(new[] { "Cosign", "RefuseCosign" }));

        await Union.Post($"/api/v1/acts/{id}/cosign", new { version = 2, given = false }).PointsTo("/comment");
        await Union.Post($"/api/v1/acts/{id}/cosign", new { version = 2, given = false, comment = "Укажите размер доплаты" }).Ok();
        await Curator.Put($"/api/v1/acts/{id}",
            new { version = 3, title = "Положение", text = "# Положение\n1.1. Доплата установлена.", reason = "Замечание профсоюза" }).Ok();
        await Curator.Post($"/api/v1/acts/{id}/request-cosign", new { version = 4 }).Ok();
        await Union.Post($"/api/v1/acts/{id}/cosign", new { version = 5, given = true }).Ok();
        await Head.Post($"/api/v1/acts/{id}/approve", Approval(6)).Ok();

        var act = await Read(id);
        Assert.That(((string?)act["status"], (int)act["edition"]!), Is.EqualTo(("InForce", 2)));
        Assert.That(act["cosigns"]!.AsArray().Select(c => (string?)c!["status"]), Is.EqualTo(new[] { "Given", "Refused" }));
        Assert.That(act["editions"]!.AsArray().Select(e => (string?)e!["reason"]), Is.EqualTo(new[] { "Замечание профсоюза", null }));
        Assert.That(act["paper"]!.AsArray().Select(b => (string?)b!["text"]), Has.Some.Contain("учтено: Test account"));
        var first = await Curator.GetAsync($"/api/v1/acts/{id}/editions/1").Ok();
        Assert.That(first["blocks"]!.AsArray(), Has.Count.GreaterThan(20));
        Assert.That(await Sql.QuerySingleAsync<long>("select count(*) from audit_entry where subject_id = @id", new { id }), Is.EqualTo(7));
    }

    [Test]
    public async Task A_revision_takes_the_agreement_back()
    {
        var id = await Draft("PayTerms");
        await Curator.Post($"/api/v1/acts/{id}/request-cosign", new { version = 1 }).Ok();
        await Union.Post($"/api/v1/acts/{id}/cosign", new { version = 2, given = true }).Ok();
        await Curator.Put($"/api/v1/acts/{id}", new { version = 3, title = "Оплата", text = "# Оплата" }).Ok();
        Assert.That(await Status(id), Is.EqualTo("Draft"));
        await Head.Post($"/api/v1/acts/{id}/approve", Approval(4)).IsProblem(409, "act.not-agreed");

        await Curator.Post($"/api/v1/acts/{id}/request-cosign", new { version = 4 }).Ok();
        await Curator.Put($"/api/v1/acts/{id}", new { version = 5, title = "Оплата", text = "# Оплата и нагрузка" }).Ok();
        await Union.Post($"/api/v1/acts/{id}/cosign", new { version = 6, given = true }).IsProblem(409, "act.cosign-not-asked");
        await Curator.Put($"/api/v1/acts/{id}", new { version = 5, title = "Оплата", text = "# x" }).IsProblem(412, "version.stale");
    }

    [Test]
    public async Task An_act_waits_for_its_day_and_ends_the_one_that_it_replaces()
    {
        var first = await Agreed("RightsMemo");
        await Head.Post($"/api/v1/acts/{first}/approve", Approval(2)).Ok();
        var second = await Draft("RightsMemo", new { supersedesId = first });
        await Curator.Post($"/api/v1/organizations/{School}/acts", new { kind = "RightsMemo", supersedesId = first }).IsProblem(409, "act.successor-exists");
        await Curator.Post($"/api/v1/organizations/{School}/acts", new { kind = "Other", supersedesId = first })
            .PointsTo("/supersedesId", "act.cannot-be-superseded");
        await Curator.Post($"/api/v1/acts/{second}/agree", new { version = 1 }).Ok();
        await Head.Post($"/api/v1/acts/{second}/approve", Approval(2, Day(2))).Ok();

        var job = ActivatorUtilities.CreateInstance<PutActsInForce>(Services);
        Clock.Advance(TimeSpan.FromDays(1));
        await job.Run(CancellationToken.None);
        Assert.That((await Status(first), await Status(second)), Is.EqualTo(("InForce", "Approved")));
        Clock.Advance(TimeSpan.FromDays(1));
        await job.Run(CancellationToken.None);
        await job.Run(CancellationToken.None);
        Assert.That((await Status(first), await Status(second)), Is.EqualTo(("Superseded", "InForce")));
        Assert.That((Guid?)(await Read(first))["successorId"], Is.EqualTo(second));
    }

    [Test]
    public async Task An_act_that_cannot_be_put_in_force_holds_up_no_other()
    {
        var (broken, sound) = (await Agreed(), await Agreed());
        await Head.Post($"/api/v1/acts/{broken}/approve", new { version = 2, number = "501", signedOn = Today, effectiveOn = Day(1) }).Ok();
        await Head.Post($"/api/v1/acts/{sound}/approve", new { version = 2, number = "502", signedOn = Today, effectiveOn = Day(1) }).Ok();
        Clock.Advance(TimeSpan.FromDays(1));
        await using (await Poison.In(Sql, "local_act", broken)) await ActivatorUtilities.CreateInstance<PutActsInForce>(Services).Run(CancellationToken.None);
        Assert.That((await Status(broken), await Status(sound)), Is.EqualTo(("Approved", "InForce")));
    }

    [Test]
    public async Task The_head_returns_and_repeals()
    {
        var id = await Agreed();
        await Head.Post($"/api/v1/acts/{id}/return", new { version = 2, comment = "" }).PointsTo("/comment");
        await Head.Post($"/api/v1/acts/{id}/return", new { version = 2, comment = "Уточните сроки" }).Ok();
        Assert.That((string?)(await Read(id))["returns"]![0]!["comment"], Is.EqualTo("Уточните сроки"));
        await Curator.Post($"/api/v1/acts/{id}/agree", new { version = 3 }).Ok();
        var tomorrow = Day(1);
        await Head.Post($"/api/v1/acts/{id}/approve", new { version = 4, number = "1", signedOn = tomorrow, effectiveOn = tomorrow })
            .PointsTo("/signedOn", "act.signed-in-future");
        await Head.Post($"/api/v1/acts/{id}/approve", new { version = 4, number = "1", signedOn = Today, effectiveOn = "2026-01-01" })
            .PointsTo("/effectiveOn");
        await Head.Post($"/api/v1/acts/{id}/approve", new { version = 4, number = "77", signedOn = Today, effectiveOn = Today }).Ok();
        await Curator.Post($"/api/v1/acts/{id}/repeal", new { version = 6, reason = "Не нужен" }).IsProblem(403, "act.head-repeals");
        await Head.Post($"/api/v1/acts/{id}/repeal", new { version = 6, reason = "Не нужен" }).Ok();
        await Head.Post($"/api/v1/acts/{id}/repeal", new { version = 7, reason = "Ещё раз" }).IsProblem(409, "act.step-not-now");

        var other = await Agreed();
        await Head.Post($"/api/v1/acts/{other}/approve", new { version = 2, number = "77", signedOn = Today, effectiveOn = Today })
            .IsProblem(409, "act.number-taken");
    }

    [Test]
    public async Task Two_answers_of_the_union_at_once_leave_one()
    {
        var id = await Draft("CollectiveAgreement");
        await Curator.Post($"/api/v1/acts/{id}/request-cosign", new { version = 1 }).Ok();
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Union.Post($"/api/v1/acts/{id}/cosign", new { version = 2, given = true })));
        Assert.That(answers.Count(a => (int)a.StatusCode == 200), Is.EqualTo(1));
        foreach (var answer in answers) answer.Dispose();
    }

    [Test]
    public async Task An_act_with_characters_that_no_document_can_hold_is_a_document_all_the_same()
    {
        var id = await Draft();
        var text = "# Положение\n1. По\u000c\u0001\ufffeрядок.\n| а\u000b | б |";
        await Curator.Put($"/api/v1/acts/{id}", new { version = 1, title = "Поло\u000bжение", text }).Ok();
        Assert.That((string?)(await Read(id))["title"], Is.EqualTo("Положение"));
        await Sql.ExecuteAsync("update local_act set title = 'Из' || chr(11) || chr(65534) || 'давна' where id = @id", new { id });
        await Curator.GetAsync($"/api/v1/acts/{id}/document.docx").Ok();
    }
}
