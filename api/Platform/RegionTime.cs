namespace Mentoring.Api.Platform;

/// <summary>A day, a deadline and a notice end when they end in the organization's region; Russia has eleven time zones.</summary>
public static class RegionTime
{
    /// <param name="timeZone">IANA name, as regions carry it.</param>
    public static DateOnly Today(string timeZone, TimeProvider time) => DayOf(time.GetUtcNow(), timeZone);

    public static DateOnly DayOf(DateTimeOffset instant, string timeZone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById(timeZone)).DateTime);

    /// <summary>The instant, in UTC, at which this day begins there.</summary>
    public static DateTime Begin(DateOnly day, string timeZone) =>
        TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(TimeOnly.MinValue), TimeZoneInfo.FindSystemTimeZoneById(timeZone));
}
