using System.Globalization;
using System.Text.RegularExpressions;

namespace Mentoring.Api.Features.Common.Imports;

/// <summary>A day as people and their programs write it. The day comes before the month; what can only be the other order is no day.</summary>
static partial class SheetDay
{
    static readonly string[] Forms =
    [
        "d.M.yyyy", "d/M/yyyy", "d-M-yyyy", "d M yyyy", "yyyy-M-d", "yyyy.M.d", "yyyy/M/d", "d.M.yy", "d/M/yy", "d-M-yy",
    ];

    static readonly string[] Months = ["янв", "фев", "мар", "апр", "ма", "июн", "июл", "авг", "сен", "окт", "ноя", "дек"];

    /// <param name="today">What two digits of a year mean hangs on it: the last hundred years up to ten years from now.</param>
    public static DateOnly? Of(string text, DateOnly today)
    {
        var written = Ending().Replace(Time().Replace(text.Trim(), ""), "").Trim();
        if (written.Length is >= 5 and <= 8 && double.TryParse(written, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var serial)
            && serial is > 7000 and < 80_000) return OfSerial(serial, from1904: false);
        if (InWords().Match(written) is { Success: true } words)
        {
            var month = Array.FindIndex(Months, name => words.Groups["month"].Value.StartsWith(name, StringComparison.OrdinalIgnoreCase)) + 1;
            written = $"{words.Groups["day"].Value}.{month}.{words.Groups["year"].Value}";
        }

        foreach (var form in Forms)
        {
            if (!DateOnly.TryParseExact(written, form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) continue;
            if (form.EndsWith("yyyy", StringComparison.Ordinal) || form.StartsWith("yyyy", StringComparison.Ordinal)) return InRange(day);
            var year = today.Year / 100 * 100 + day.Year % 100;
            if (year > today.Year + 10) year -= 100;
            return day.Day > DateTime.DaysInMonth(year, day.Month) ? null : InRange(new(year, day.Month, day.Day));
        }

        return null;
    }

    /// <summary>Days since 1900 as spreadsheets count them, 29 February 1900 among them.</summary>
    public static DateOnly? OfSerial(double number, bool from1904) =>
        number + (from1904 ? 1462 : 0) is var days and >= 1 and < 110_000 ? InRange(new DateOnly(1899, 12, 30).AddDays((int)Math.Floor(days))) : null;

    static DateOnly? InRange(DateOnly day) => day.Year is >= 1900 and < 2200 ? day : null;

    [GeneratedRegex(@"(?<=\d)[T ]+\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?Z?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Time();

    [GeneratedRegex(@"\s*(г\.?|года?)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Ending();

    [GeneratedRegex(@"^(?<day>\d{1,2})\s+(?<month>янв|фев|мар|апр|ма|июн|июл|авг|сен|окт|ноя|дек)\p{L}*\.?\s+(?<year>\d{4})$", RegexOptions.IgnoreCase)]
    private static partial Regex InWords();
}
