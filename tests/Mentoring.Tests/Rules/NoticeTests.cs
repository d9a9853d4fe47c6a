using System.Globalization;
using Mentoring.Api.Features.Programs;

namespace Mentoring.Tests.Rules;

public sealed class NoticeTests
{
    [TestCase("2026-11-23", "2026-11-26", TestName = "Monday to Thursday")]
    [TestCase("2026-11-24", "2026-11-27", TestName = "Tuesday to Friday")]
    [TestCase("2026-11-25", "2026-11-30", TestName = "Wednesday over the weekend to Monday")]
    [TestCase("2026-11-27", "2026-12-02", TestName = "Friday to Wednesday")]
    [TestCase("2026-11-28", "2026-12-02", TestName = "Saturday counts from Monday")]
    [TestCase("2026-11-29", "2026-12-02", TestName = "Sunday counts from Monday")]
    public void Three_working_days_lie_between_the_notice_and_the_end(string given, string until) =>
        Assert.That(Notice.Until(DateOnly.Parse(given, CultureInfo.InvariantCulture)).ToString("O", CultureInfo.InvariantCulture), Is.EqualTo(until));
}
