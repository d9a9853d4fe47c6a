using Mentoring.Api.Features.Common.Notifications;

namespace Mentoring.Tests.Rules;

public sealed class QuietHoursTests
{
    const string Moscow = "Europe/Moscow";
    const string Vladivostok = "Asia/Vladivostok";

    [TestCase("2026-11-23T12:00:00Z", Moscow, "2026-11-23T12:00:00Z", TestName = "By day nothing waits")]
    [TestCase("2026-11-23T19:30:00Z", Moscow, "2026-11-24T04:00:00Z", TestName = "What comes in the evening waits for the morning")]
    [TestCase("2026-11-23T22:30:00Z", Moscow, "2026-11-24T04:00:00Z", TestName = "What comes after midnight waits for the same morning")]
    [TestCase("2026-11-23T04:00:00Z", Moscow, "2026-11-23T04:00:00Z", TestName = "The hour at which quiet ends is not quiet")]
    [TestCase("2026-11-23T12:00:00Z", Vladivostok, "2026-11-23T21:00:00Z", TestName = "The day is that of the reader's region")]
    public void Night(string now, string zone, string goes) =>
        Assert.That(new QuietHours(21, 7).Pass(DateTimeOffset.Parse(now, null), zone), Is.EqualTo(DateTimeOffset.Parse(goes, null)));

    [Test]
    public void Quiet_hours_may_lie_within_one_day() =>
        Assert.That(new QuietHours(9, 14).Pass(DateTimeOffset.Parse("2026-11-23T07:30:00Z", null), Moscow),
            Is.EqualTo(DateTimeOffset.Parse("2026-11-23T11:00:00Z", null)));
}
