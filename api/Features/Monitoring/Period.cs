using System.Globalization;
using System.Text.RegularExpressions;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Monitoring;

/// <summary>
/// A run of calendar months that reports are made for: a month <c>2026-10</c>, a quarter <c>2026-Q4</c>, a half-year
/// <c>2026-H2</c>, a school year <c>2026/27</c> (September to August) or a calendar year <c>2026</c>.
/// </summary>
/// <param name="First">The first day of the first month.</param>
/// <param name="Months">1, 3, 6 or 12.</param>
public sealed partial record Period(string Code, DateOnly First, int Months)
{
    /// <summary>The first day of the last month.</summary>
    public DateOnly Last => First.AddMonths(Months - 1);

    public static Period Month(DateOnly day) => new(day.ToString("yyyy-MM", CultureInfo.InvariantCulture), new DateOnly(day.Year, day.Month, 1), 1);

    public static DateOnly SchoolYearOf(DateOnly day) => new(day.Month >= 9 ? day.Year : day.Year - 1, 9, 1);

    /// <returns>Null when the text names no period between 2000 and 2100.</returns>
    public static Period? Parse(string text)
    {
        if (Form().Match(text) is not { Success: true } match) return null;
        var year = int.Parse(match.Groups["year"].ValueSpan, CultureInfo.InvariantCulture);
        int Part(string name) => match.Groups[name] is { Success: true } part ? int.Parse(part.ValueSpan, CultureInfo.InvariantCulture) : 0;
        if (year is < 2000 or > 2100) return null;
        if (Part("month") is > 0 and var month) return new(text, new(year, month, 1), 1);
        if (Part("quarter") is > 0 and var quarter) return new(text, new(year, 3 * quarter - 2, 1), 3);
        if (Part("half") is > 0 and var half) return new(text, new(year, 6 * half - 5, 1), 6);
        if (!match.Groups["next"].Success) return new(text, new(year, 1, 1), 12);
        return Part("next") == (year + 1) % 100 ? new(text, new(year, 9, 1), 12) : null;
    }

    /// <summary>What a request asks for; nothing is the month given.</summary>
    public static Period Read(string? text, DateOnly otherwise) => text is null
        ? Month(otherwise)
        : Parse(text) ?? throw new BadInput("period.unknown") { Pointer = "/period" };

    [GeneratedRegex("^(?<year>[0-9]{4})(-(?<month>0[1-9]|1[0-2])|-Q(?<quarter>[1-4])|-H(?<half>[12])|/(?<next>[0-9]{2}))?\\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
