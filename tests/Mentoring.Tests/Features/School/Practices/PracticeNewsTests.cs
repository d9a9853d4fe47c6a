using System.Text.Json.Nodes;
using Mentoring.Api.Features.School.Practices;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Tests.Features.School.Practices;

/// <summary>Who is told of a practice, and for whom it waits.</summary>
[Covers(nameof(AnswerAuthorship))]
public sealed class PracticeNewsTests : PracticeTest
{
    [Test]
    public async Task Those_whom_a_practice_concerns_are_told_and_find_it_among_their_tasks()
    {
        var id = await Drafted(new { authorIds = new[] { School.Mentee } });
        Assert.That(await Told(Mentee), Is.EqualTo(new[] { "PracticeAuthorshipAsked" }));
        Assert.That(await Tasks(Mentee), Is.EqualTo(new[] { "AuthorshipToAnswer" }));
        await Mentor.Put($"/api/v1/practices/{id}", Text(new { version = 1, authorIds = new[] { School.Mentee } })).Ok();
        Assert.That(await Told(Mentee), Has.Count.EqualTo(1), "nobody is asked twice");
        await Mentee.Put($"/api/v1/practices/{id}/authorship", new { named = true }).Ok();
        Assert.That(await Tasks(Mentee), Is.Empty);

        await Step(Mentor, id, "submit", 2);
        Assert.That(await Tasks(Chair.Client), Is.EqualTo(new[] { "PracticeToDecide" }));
        await Step(Chair.Client, id, "reviewers", 3, ("personIds", new[] { Members[0].Person, Members[1].Person }));
        Assert.That(await Tasks(Chair.Client), Is.Empty, "the reviews are waited for");
        Assert.That(await Told(Members[0].Client), Is.EqualTo(new[] { "PracticeReviewAsked" }));
        Assert.That(await Told(Members[2].Client), Is.Empty);
        Assert.That(await Tasks(Members[0].Client), Is.EqualTo(new[] { "PracticeToReview" }));
        await Review(Members[0], id).Ok();
        await Review(Members[1], id).Ok();
        Assert.That(await Tasks(Members[0].Client), Is.Empty);
        Assert.That(await Tasks(Chair.Client), Is.EqualTo(new[] { "PracticeToDecide" }));

        await Step(Chair.Client, id, "decide", 4, ("selected", true), ("comment", "Отобрана"));
        await Step(Chair.Client, id, "publish", 5);
        Assert.That(await Told(Mentor), Is.EquivalentTo(new[] { "PracticeDecided", "PracticePublished" }));
        await Step(Mentor, id, "withdraw", 6, ("reason", "Устарела"));
        Assert.That(await Told(Mentee), Does.Contain("PracticeWithdrawn"));
    }

    async Task<List<string>> Told(HttpClient who)
    {
        await Services.GetRequiredService<OutboxDrain>().Run(default);
        return [.. Kinds((await who.GetAsync("/api/v1/me/notifications").Ok())["items"]!)];
    }

    static async Task<List<string>> Tasks(HttpClient who) => [.. Kinds((await who.GetAsync("/api/v1/me/agenda").Ok())["tasks"]!)];

    static IEnumerable<string> Kinds(JsonNode items) =>
        items.AsArray().Select(one => (string)one!["kind"]!)
            .Where(kind => kind.StartsWith("Practice", StringComparison.Ordinal) || kind.StartsWith("Authorship", StringComparison.Ordinal));
}
