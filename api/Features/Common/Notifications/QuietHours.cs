namespace Mentoring.Api.Features.Common.Notifications;

/// <summary>The hours of a person's day in which no e-mail comes, by the clock of the person's region.</summary>
/// <param name="FromHour">The first quiet hour; after <paramref name="UntilHour"/> when the night lies between.</param>
/// <param name="UntilHour">The first hour that is no longer quiet.</param>
public sealed record QuietHours(int FromHour, int UntilHour)
{
    public bool Include(int hour) => FromHour <= UntilHour ? hour >= FromHour && hour < UntilHour : hour >= FromHour || hour < UntilHour;

    /// <returns>The moment from which an e-mail may go: now, or the end of the quiet hours.</returns>
    /// <param name="timeZone">IANA name, as regions carry it.</param>
    public DateTimeOffset Pass(DateTimeOffset now, string timeZone)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(timeZone);
        var local = TimeZoneInfo.ConvertTime(now, zone);
        if (!Include(local.Hour)) return now;
        var end = local.Date.AddHours(UntilHour);
        if (end <= local.DateTime) end = end.AddDays(1);
        return new DateTimeOffset(end, zone.GetUtcOffset(end)).ToUniversalTime();
    }
}
