using Mentoring.Api.Features.Common.Notifications;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Common.Notifications;

[Covers(nameof(CountNotifications), nameof(MarkAllNotifications), nameof(MarkNotification))]
public sealed class MarkNotificationTests : NotificationTest
{
    [Test]
    public async Task The_bell_counts_what_was_not_read()
    {
        await Plan(TimeSpan.FromDays(2));
        await Plan(TimeSpan.FromDays(3));
        var told = await Told(Mentee);
        Assert.That(await Unread(), Is.EqualTo(2));

        await Mentee.Put($"{Inbox}/{told[0]["id"]}/read", new { read = true }).Ok();
        Assert.That(await Unread(), Is.EqualTo(1));
        Assert.That(await Told(Mentee, "?unread=true"), Has.Count.EqualTo(1));

        await Mentee.Put($"{Inbox}/{told[0]["id"]}/read", new { read = false }).Ok();
        Assert.That(await Unread(), Is.EqualTo(2));
    }

    [Test]
    public async Task All_that_was_seen_is_marked_and_what_came_later_is_not()
    {
        await Plan(TimeSpan.FromDays(2));
        var seen = (await Told(Mentee)).Single();
        Clock.Advance(TimeSpan.FromMinutes(1));
        await Plan(TimeSpan.FromDays(5));
        await Drain();

        var marked = await Mentee.Post($"{Inbox}/read-all", new { until = (string?)seen["at"] }).Ok();
        Assert.That(((int)marked["marked"]!, await Unread()), Is.EqualTo((1, 1)));
        await Mentee.Post($"{Inbox}/read-all", new { until = (string?)seen["at"] }).Ok();
    }

    [Test]
    public async Task Nobody_marks_what_another_was_told()
    {
        await Plan(TimeSpan.FromDays(2));
        var told = (await Told(Mentee)).Single();
        await Mentor.Put($"{Inbox}/{told["id"]}/read", new { read = true }).IsProblem(404, "not-found");
        await Stranger.Put($"{Inbox}/{told["id"]}/read", new { read = true }).IsProblem(404, "not-found");
        Assert.That(await Unread(), Is.EqualTo(1));
    }

    async Task<int> Unread() => (int)(await Mentee.GetAsync($"{Inbox}/unread").Ok())["unread"]!;
}
