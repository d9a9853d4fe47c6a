using System.Globalization;
using System.Text;

namespace Mentoring.Api.Platform;

/// <summary>
/// Lines of a table that people open in a spreadsheet: quoted as RFC 4180 says. What somebody typed must not run as a
/// formula where the file is opened, and many programs split at other signs than commas and heed no quotes: an apostrophe
/// goes before whatever would begin a cell for any of them.
/// </summary>
public static class Csv
{
    /// <summary>Every field quoted.</summary>
    public static string Line(params string?[] fields) => string.Join(',', fields.Select(field => Quoted(Harmless(field)))) + "\r\n";

    /// <summary>For programs that calculate: numbers bare, texts quoted where they must be.</summary>
    public static string Bare(params object?[] fields) => string.Join(',', fields.Select(field => field switch
    {
        string text => Harmless(text) is var safe && safe.AsSpan().ContainsAny(",\"\n") ? Quoted(safe) : Harmless(text),
        _ => Convert.ToString(field, CultureInfo.InvariantCulture),
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
