using System.Text.Json.Nodes;
using Mentoring.Api.Features.School.Impact;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.School.Impact;

[Covers(nameof(GetProgramImpact), nameof(GetImpactMeasure), nameof(SaveImpactAnswers), nameof(SendImpactAnswers), nameof(CorrectImpactAnswers),
    nameof(WithdrawImpactAnswers), nameof(ShareImpactAnswers), nameof(ListOwnImpact))]
public sealed class ImpactTests : ImpactTest
{
    async Task<JsonNode> Seen(HttpClient who, string role) =>
        (await who.GetAsync(At()).Ok())["participants"]!.AsArray().Single(one => (string?)one!["role"] == role)!;

    [Test]
    public async Task Answers_are_kept_while_filled_in_and_sent_once_when_whole()
    {
        await Term(10, 200);
        var form = await Mentee.GetAsync(At("/Before")).Ok();
        Assert.That(((string?)form["status"], (bool)form["maySave"]!, (int)form["version"]!), Is.EqualTo(("Draft", true, 0)));
        var some = Answers("Mentee", 3).Take(2).ToDictionary();
        await Mentee.Put(At("/Before"), new { version = 0, answers = some }).Ok();
        await Mentee.Post(At("/Before/send"), new { version = 1 }).IsProblem(400, "impact.incomplete");
        await Mentee.Put(At("/Before"), new { version = 0, answers = some }).IsProblem(412, "version.stale");
        await Mentee.Put(At("/Before"), new { version = 1, answers = Answers("Mentee", 3) }).Ok();
        await Mentee.Post(At("/Before/send"), new { version = 2 }).Ok();
        await Mentee.Post(At("/Before/send"), new { version = 3 }).IsProblem(409, "impact.not-now");
        await Mentee.Put(At("/Before"), new { version = 3, answers = some }).IsProblem(409, "impact.not-now");
        await Mentee.Put(At("/After"), new { version = 0, answers = some }).IsProblem(409, "impact.not-open");
        Assert.That((string?)(await Mentee.GetAsync(At("/Before")).Ok())["takenOn"], Is.EqualTo($"{Now:O}"));
    }

    [TestCase("results-1", 6)]
    [TestCase("no-such", 3)]
    public async Task What_is_not_asked_is_not_answered(string item, int value)
    {
        await Term(10, 200);
        var answers = new Dictionary<string, int> { [item] = value };
        await Mentee.Put(At("/Before"), new { version = 0, answers }).IsProblem(400, "impact.answer");
    }

    [Test]
    public async Task Before_is_open_until_after_opens_and_after_until_thirty_days_past_the_end()
    {
        await Term(190, 10);
        await Mentee.Put(At("/Before"), new { version = 0, answers = Answers("Mentee", 3) }).IsProblem(409, "impact.closed");
        await Mentee.Put(At("/After"), new { version = 0, answers = Answers("Mentee", 3) }).Ok();
        await Term(240, -31);
        await Mentee.Post(At("/After/send"), new { version = 1 }).IsProblem(409, "impact.closed");
    }

    [Test]
    public async Task A_correction_keeps_the_past_and_a_withdrawal_takes_the_measure_out()
    {
        await Term(10, 200);
        await Sent(Mentee, "Mentee", "Before", 3);
        await Mentee.Post(At("/Before/correct"), new { version = 2, answers = Answers("Mentee", 3) }).IsProblem(409, "impact.same");
        await Mentee.Post(At("/Before/correct"), new { version = 2, answers = Answers("Mentee", 4) }).Ok();
        var form = await Mentee.GetAsync(At("/Before")).Ok();
        Assert.That(((int)form["answers"]!["results-1"]!, (int)form["past"]![0]!["answers"]!["results-1"]!), Is.EqualTo((4, 3)));
        await Mentee.Post(At("/Before/withdraw"), new { version = 3 }).Ok();
        await Mentee.Post(At("/Before/correct"), new { version = 4, answers = Answers("Mentee", 2) }).IsProblem(409, "impact.not-now");
        await Mentee.Put(At("/Before"), new { version = 4, answers = Answers("Mentee", 2) }).Ok();
        Assert.That((await Mentee.GetAsync(At("/Before")).Ok())["past"]!.AsArray(), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Others_see_that_it_was_given_and_scores_once_the_author_shares_them()
    {
        await Pair(Mentee, "Mentee", 3, 4);
        Assert.That((await Seen(Mentee, "Mentee"))["changes"]!.AsArray(), Has.Count.EqualTo(Instrument("Mentee").Scales.Count));
        foreach (var other in new[] { Mentor, Curator, Head })
        {
            var seen = await Seen(other, "Mentee");
            Assert.That((seen["measures"]!.AsArray().Select(one => (string?)one!["status"]), seen["changes"]!.AsArray().Count),
                Is.EqualTo((new[] { "Sent", "Sent" }, 0)).Using<(IEnumerable<string?>, int)>((a, b) => a.Item1.SequenceEqual(b.Item1) && a.Item2 == b.Item2));
        }

        await Mentee.Post(At("/Before/share"), new { version = 2, shared = true }).Ok();
        Assert.That((await Seen(Mentor, "Mentee"))["changes"]!.AsArray(), Is.Empty, "one of two says nothing of a change");
        await Mentee.Post(At("/After/share"), new { version = 2, shared = true }).Ok();
        var change = (await Seen(Mentor, "Mentee"))["changes"]![0]!;
        Assert.That(((decimal)change["before"]!, (decimal)change["after"]!, (decimal)change["change"]!), Is.EqualTo((3m, 4m, 1m)));
        await Mentee.Post(At("/After/share"), new { version = 3, shared = false }).Ok();
        Assert.That((await Seen(Curator, "Mentee"))["changes"]!.AsArray(), Is.Empty);
        await Stranger.GetAsync(At()).IsProblem(404, "not-found");
        await Curator.GetAsync(At("/Before")).IsProblem(403, "permission.missing");
    }

    [Test]
    public async Task Ones_own_page_lists_measures_and_what_changed()
    {
        await Pair(Mentor, "Mentor", 4, 2);
        var own = (await Mentor.GetAsync("/api/v1/me/impact").Ok()).AsArray().Single(one => (Guid)one!["programId"]! == Program)!;
        Assert.That(own["own"]!["changes"]!.AsArray().Select(one => (decimal)one!["change"]!), Is.All.EqualTo(-2m));
        Assert.That(own["partners"]!.AsArray(), Has.Count.EqualTo(1));
        var waits = (await Mentee.GetAsync("/api/v1/me/agenda").Ok())["tasks"]!.AsArray().Where(one => (Guid?)one!["programId"] == Program);
        Assert.That(waits.Select(one => (string?)one!["kind"]), Does.Contain("ImpactAfterDue").And.Not.Contain("ImpactBeforeDue"));
    }
}
