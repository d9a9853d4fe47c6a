using System.Globalization;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;

namespace Mentoring.Api.Features.School.Meetings;

/// <summary>
/// The part of RFC 5545's recurrence rules that pairs need: <c>FREQ</c> (DAILY, WEEKLY, MONTHLY), <c>INTERVAL</c>,
/// <c>BYDAY</c> in weekly rules, and <c>COUNT</c> or <c>UNTIL</c> (a date). Weeks begin on Monday, as the RFC has it.
/// </summary>
public sealed record RecurrenceRule
{
    public const int MostMeetings = 60;
    const int LongestInterval = 12;
    static readonly string[] DayNames = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

    readonly string _text;

    RecurrenceRule(string text) => _text = text;

    /// <returns>Null for what is no rule of this subset: the library would take what it does not know, or the last of two.</returns>
    public static RecurrenceRule? Parse(string text)
    {
        var parts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in text.Split(';'))
            if (part.Split('=') is not [var name, { Length: > 0 } value] || !parts.TryAdd(name, value)) return null;

        if (parts.Keys.Except(["FREQ", "INTERVAL", "BYDAY", "COUNT", "UNTIL"]).Any()) return null;
        var frequency = parts.GetValueOrDefault("FREQ");
        if (frequency is not ("DAILY" or "WEEKLY" or "MONTHLY") || !IsNumber(parts.GetValueOrDefault("INTERVAL", "1"), LongestInterval)) return null;
        if (parts.ContainsKey("COUNT") == parts.ContainsKey("UNTIL")) return null;
        var ends = parts.TryGetValue("COUNT", out var times)
            ? IsNumber(times, MostMeetings) : DateOnly.TryParseExact(parts["UNTIL"], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
        var days = parts.TryGetValue("BYDAY", out var named) ? named.Split(',') : [];
        if (days.Except(DayNames).Any() || days.Distinct().Count() != days.Length || days.Length > 0 && frequency != "WEEKLY") return null;
        return ends ? new(text) : null;
    }

    /// <summary>The days of the rule from its first one on, at most 60 and none after <paramref name="last"/>. A month without the day has none.</summary>
    public IEnumerable<DateOnly> From(DateOnly first, DateOnly last)
    {
        var rule = new Ical.Net.DataTypes.RecurrenceRule(_text);
        // The calendar's last day says "for ever", and the library looks for a day after it.
        if (rule.Until?.Date == DateOnly.MaxValue) rule.Until = null;
        return new CalendarEvent { Start = new CalDateTime(first), RecurrenceRule = rule }.GetOccurrences()
            .Select(one => one.Period.StartTime.Date).TakeWhile(day => day <= last).Take(MostMeetings);
    }

    static bool IsNumber(string text, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most;
}
