using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Common.Agenda;

/// <summary>A request waits for each side, and a pair for the curator.</summary>
public sealed class MatchAgendaTests : MatchTest
{
    [Test]
    public async Task A_request_waits_for_each_side_and_the_pair_for_its_curator()
    {
        var (mentor, mentee) = (await Mentor(), await Mentee());
        var (asMentor, asMentee) = (await AsPerson(mentor), await AsPerson(mentee));
        var request = await Ask(mentee, mentor);
        Assert.That((string?)(await asMentor.Task("MatchToAnswer", request))!["title"], Does.StartWith("Новичкова"));
        await Answer(asMentee, request).Ok();
        Assert.That(await asMentee.Task("MatchToAnswer", request), Is.Null);
        Assert.That(await Curator.Task("PairToDraft", request), Is.Null);

        await Answer(asMentor, request, version: 2).Ok();
        Assert.That((string?)(await Curator.Task("PairToDraft", request))!["path"], Is.EqualTo($"/school/{School}/matching"));
        Assert.That(await asMentor.Task("PairToDraft", request), Is.Null);
    }

    [Test]
    public async Task A_request_out_of_time_waits_for_nobody()
    {
        var (mentor, mentee) = (await Mentor(), await Mentee());
        var request = await Ask(mentee, mentor);
        Clock.Advance(TimeSpan.FromDays(15));
        Assert.That(await (await AsPerson(mentor)).Task("MatchToAnswer", request), Is.Null);
    }
}
