using Mentoring.Api.Features.Common.Notifications;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Region.Support;

/// <summary>An agreement that runs out within a month waits for whoever heads the body, and is told once.</summary>
public sealed class SupportDaysTests : SupportTest
{
    async Task<List<string>> Waits()
    {
        var tasks = await CentreHead.Tasks("SupportEnding");
        return [.. tasks.Select(task => $"{task["title"]}: {task["dueOn"]} {task["path"]}")];
    }

    [Test]
    public async Task One_agreement_is_one_task_however_many_rest_on_it()
    {
        await Opened(from: -30, until: 30);
        await Opened(from: -30, until: 30, service: Diagnosis);
        await Opened(from: -30, until: 30, school: await World.School());
        await Opened(from: -30, until: 31, school: await World.School(), agreement: "Ещё не скоро");
        await Opened(from: -30, until: 0, school: await World.School(), agreement: "Уже прошло");
        Assert.That(await Waits(), Is.EqualTo(new[] { $"{Agreed}: {Today.AddDays(30):O} /school/{Centre}/supported" }));
        foreach (var _ in Enumerable.Range(0, 2)) await Run<RemindOfDays>(job => job.Run(default));
        Assert.That((await Told(CentreAccount)).Count(kind => kind == "SupportEnding"), Is.EqualTo(1));
        Assert.That(await (await As(Role.Tutor, Centre)).Tasks("SupportEnding"), Is.Empty);
        Assert.That(await Coordinator.Tasks("SupportEnding"), Is.Empty);
    }

    [Test]
    public async Task What_was_ended_on_purpose_is_no_task()
    {
        var link = await Opened(from: -30);
        await CentreHead.Post($"{Links(Centre)}/{link}/end", new { version = 1, on = $"{Today.AddDays(5):O}", reason = "Решили" }).Ok();
        Assert.That(await Waits(), Is.Empty);
    }
}
