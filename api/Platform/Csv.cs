using System.Globalization;
using System.Text;

namespace Mentoring.Api.Platform;

/// <summary>
/// Lines of a table that people open in a spreadsheet: quoted as RFC 4180 says. What somebody typed must not run as a
/// formula where the file is opened, and many programs split at other signs than commas and heed no quotes: an apostrophe
/// goes before whatever would begin a cell for any of them. Which signs a reader wants is <see cref="Export"/>'s to know.
/// </summary>
public static class Csv
{
    /// <summary>Every field quoted.</summary>
    public static string Line(params string?[] fields) => Row(fields, ',', CultureInfo.InvariantCulture, everyFieldQuoted: true);

    /// <summary>For programs that calculate: numbers bare, texts quoted where they must be.</summary>
    public static string Bare(params object?[] fields) => Row(fields, ',', CultureInfo.InvariantCulture);

    /// <param name="numbers">Whose decimal sign numbers have.</param>
    public static string Row(IEnumerable<object?> fields, char separator, IFormatProvider numbers, bool everyFieldQuoted = false) =>
        string.Join(separator, fields.Select(field =>
        {
            var text = field is null or string ? Harmless((string?)field) : Convert.ToString(field, numbers)!;
            return everyFieldQuoted || text.AsSpan().ContainsAny("\"\n") || text.Contains(separator, StringComparison.Ordinal) ? Quoted(text) : text;
        })) + "\r\n";

    static string Quoted(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    static string Harmless(string? text)
    {
        var safe = new StringBuilder();
        var begins = true;
        foreach (var c in CleanText.Of(text) ?? "")
        {
            // The wide signs count where the settings are East Asian.
            if (begins && "=+-@＝＋－＠".Contains(c)) safe.Append('\'');
            safe.Append(c);
            begins = c is ';' or ',' or '|' or '\t' or '\n' or '"' || begins && char.IsWhiteSpace(c);
        }

        return safe.ToString();
    }
}
