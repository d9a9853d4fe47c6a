using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.School.Programs;

/// <summary>Since when a program waits for its next step, as the board shows it.</summary>
public sealed class WaitingProgramsTests : ProgramTest
{
    [Test]
    public async Task What_waits_says_since_when_and_what_runs_does_not()
    {
        var begun = Clock.GetUtcNow().UtcDateTime.AddSeconds(-1);
        var id = await BeforeCouncil();
        Assert.That(await WaitsSince(id), Is.InRange(begun, Clock.GetUtcNow().UtcDateTime));
        Clock.Advance(TimeSpan.FromDays(3));
        await Council.Post($"{Path}/{id}/decide-as-council", new { version = await Version(id), decision = "Approved" }).Ok();
        Assert.That(await WaitsSince(id), Is.GreaterThan(begun.AddDays(3)), "now it waits for the head");
        await Head.Post($"{Path}/{id}/decide-as-head", new { version = await Version(id), decision = "Approved" }).Ok();
        Assert.That(await WaitsSince(id), Is.Null);
    }

    [Test]
    public async Task A_returned_draft_waits_since_its_return_and_an_open_consent_since_it_was_asked()
    {
        var id = await Submitted();
        var sent = await WaitsSince(id);
        Assert.That(sent, Is.InRange(Clock.GetUtcNow().UtcDateTime.AddMinutes(-1), Clock.GetUtcNow().UtcDateTime));
        Clock.Advance(TimeSpan.FromDays(2));
        await Consent(Mentor, id, given: false);
        Assert.That(await WaitsSince(id), Is.GreaterThan(sent!.Value.AddDays(1)));
    }

    async Task<DateTime?> WaitsSince(Guid id) => (await Curator.GetAsync($"{Path}?organizationId={School.Id}&size=200").Ok())["items"]!.AsArray()
        .Single(item => (Guid)item!["id"]! == id)!["waitingSince"]?.GetValue<DateTime>();
}
