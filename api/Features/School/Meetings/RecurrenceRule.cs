using System.Globalization;

namespace Mentoring.Api.Features.School.Meetings;

/// <summary>How often meetings repeat.</summary>
public enum Frequency { Daily, Weekly, Monthly }

/// <summary>
/// The part of RFC 5545's recurrence rules that pairs need: <c>FREQ</c> (DAILY, WEEKLY, MONTHLY), <c>INTERVAL</c>,
/// <c>BYDAY</c> in weekly rules, and <c>COUNT</c> or <c>UNTIL</c> (a date). Weeks begin on Monday, as the RFC has it.
/// </summary>
public sealed record RecurrenceRule(Frequency Frequency, int Interval, IReadOnlyList<DayOfWeek> Days, int? Count, DateOnly? Until)
{
    public const int MostMeetings = 60;
    const int LongestInterval = 12;
    const int Farthest = 800;
    static readonly string[] DayNames = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

    /// <returns>Null for what is no rule of this subset.</returns>
    public static RecurrenceRule? Parse(string text)
    {
        var parts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in text.Split(';'))
            if (part.Split('=') is not [var name, { Length: > 0 } value] || !parts.TryAdd(name, value)) return null;

        if (parts.Keys.Except(["FREQ", "INTERVAL", "BYDAY", "COUNT", "UNTIL"]).Any()) return null;
        if (OfName(parts.GetValueOrDefault("FREQ")) is not { } frequency) return null;
        if (Number(parts.GetValueOrDefault("INTERVAL", "1"), LongestInterval) is not { } interval) return null;
        if (parts.ContainsKey("COUNT") == parts.ContainsKey("UNTIL")) return null;
        var count = parts.TryGetValue("COUNT", out var times) ? Number(times, MostMeetings) : null;
        var until = parts.TryGetValue("UNTIL", out var last)
            && DateOnly.TryParseExact(last, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : (DateOnly?)null;
        if (count is null && until is null) return null;

        var days = parts.GetValueOrDefault("BYDAY", "").Split(',', StringSplitOptions.RemoveEmptyEntries).Select(d => Array.IndexOf(DayNames, d)).ToList();
        if (days.Contains(-1) || days.Distinct().Count() != days.Count || days.Count > 0 && frequency != Frequency.Weekly) return null;
        return new(frequency, interval, [.. days.Select(d => (DayOfWeek)d)], count, until);
    }

    /// <summary>The days of the rule from its first one on, at most 60 and none after <paramref name="last"/>.</summary>
    public IEnumerable<DateOnly> From(DateOnly first, DateOnly last)
    {
        var end = Until is { } until && until < last ? until : last;
        return Endless(first).TakeWhile(day => day <= end).Take(Math.Min(Count ?? MostMeetings, MostMeetings));
    }

    IEnumerable<DateOnly> Endless(DateOnly first)
    {
        var steps = Enumerable.Range(0, Farthest).Select(step => step * Interval);
        if (Frequency == Frequency.Daily) return steps.Select(first.AddDays);
        // A month without that day has no meeting: RFC 5545 skips it.
        if (Frequency == Frequency.Monthly) return steps.Select(first.AddMonths).Where(day => day.Day == first.Day);
        if (Days.Count == 0) return steps.Select(step => first.AddDays(7 * step));

        var monday = first.AddDays(-(((int)first.DayOfWeek + 6) % 7));
        return steps.SelectMany(step => Enumerable.Range(7 * step, 7)).Select(monday.AddDays).Where(day => day >= first && Days.Contains(day.DayOfWeek));
    }

    static Frequency? OfName(string? name) => name switch
    {
        "DAILY" => Frequency.Daily,
        "WEEKLY" => Frequency.Weekly,
        "MONTHLY" => Frequency.Monthly,
        _ => null,
    };

    static int? Number(string text, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most ? number : null;
}
