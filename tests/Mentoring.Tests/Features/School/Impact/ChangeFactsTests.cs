using Mentoring.Tests.Features.Monitoring;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.School.Impact;

/// <summary>The indicators of stage two, counted by hand from what a pair does.</summary>
public sealed class ChangeFactsTests : ImpactTest
{
    Sums _sums = null!;

    [SetUp]
    public void Count() => _sums = new(Services, Sql, Today);

    Task<string?> Sum(string indicator) => _sums.Now(School.Id, indicator);

    [Test]
    public async Task A_pair_of_measures_counts_once_in_the_month_of_the_one_after()
    {
        var (motivated, included, improved) = (await Sum("mentee-motivation"), await Sum("innovation-inclusion"), await Sum("mentor-results"));
        Assert.That((motivated, included, improved), Is.EqualTo(("0/0", "0/0", "0/0")));
        await Pair(Mentee, "Mentee", 3, 4);
        await Pair(Mentor, "Mentor", 4, 4);
        Assert.That((await Sum("mentee-motivation"), await Sum("innovation-inclusion"), await Sum("mentor-results")), Is.EqualTo(("1/1", "1/2", "0/1")));
        await Mentor.Post(At("/Before/correct"), new { version = 2, answers = Answers("Mentor", 2) }).Ok();
        Assert.That((await Sum("innovation-inclusion"), await Sum("mentor-results")), Is.EqualTo(("2/2", "1/1")));
        Assert.That(await _sums.Differences(), Is.Zero, "step by step as at once");
        await Mentee.Post(At("/After/share"), new { version = 2, shared = true }).Ok();
        Assert.That(await _sums.AreMarked(), Is.False, "who reads it is no fact");
        await Mentee.Post(At("/After/withdraw"), new { version = 3 }).Ok();
        Assert.That((await Sum("mentee-motivation"), await Sum("innovation-inclusion")), Is.EqualTo(("0/0", "1/1")));
        Assert.That(await _sums.Differences(), Is.Zero);
    }

    [Test]
    public async Task Settling_in_counts_on_the_day_that_both_say()
    {
        await Term(100, 100);
        Task<HttpResponseMessage> Say(HttpClient who, int version, int ago) =>
            who.Put($"{Path}/{Program}/adaptations/{School.Mentee}", new { version, adaptedOn = Today.AddDays(-ago) });
        await Say(Mentor, 0, 0).Ok();
        Assert.That(await Sum("adapted-in-plan"), Is.EqualTo("0/0"));
        await Say(Mentee, 1, 0).Ok();
        Assert.That((await Sum("adapted-in-plan"), await Sum("days-to-adapted")), Is.EqualTo(("1/1", "100/1")));
        Assert.That(await _sums.Differences(), Is.Zero);
        await Say(Mentee, 2, 50).Ok();
        Assert.That(await Sum("adapted-in-plan"), Is.EqualTo("0/0"), "the other side has not said the new day");
        Assert.That(await _sums.Differences(), Is.Zero);
    }
}
