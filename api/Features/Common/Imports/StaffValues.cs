using System.Text.RegularExpressions;

namespace Mentoring.Api.Features.Common.Imports;

/// <summary>What people write into the cells of a staff list, read as it was meant.</summary>
static partial class StaffValues
{
    public sealed record Name(string? Family, string? Given, string? Patronymic, string? Fault);

    /// <summary>What stands where nothing is known.</summary>
    public static string Blank(string cell) => cell is "-" or "—" or "–" or "?"
        || cell.ToLowerInvariant() is "нет" or "н/д" or "не указано" or "none" or "n/a" ? "" : cell;

    /// <summary>«Иванова (Петрова) АННА Сергеевна»: without the name before the marriage, not in capitals. Initials are no name.</summary>
    public static Name Of(string whole)
    {
        var words = Bracketed().Replace(whole, " ").Replace(",", " ", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0) return new(null, null, null, "import.required");
        if (words.Any(word => word.Contains('.', StringComparison.Ordinal) || word.Length == 1)) return new(null, null, null, "import.name-initials");
        if (words.Length == 1) return new(null, null, null, "import.name-part");
        return new(Cased(words[0]), Cased(words[1]), words.Length > 2 ? Cased(string.Join(' ', words[2..])) : null, null);
    }

    /// <summary>A name in capitals alone is written as names are.</summary>
    public static string Cased(string name)
    {
        var tidy = Spaces().Replace(Bracketed().Replace(name, " "), " ").Trim();
        if (tidy.Length < 2 || tidy != tidy.ToUpperInvariant() || !tidy.Any(char.IsLetter)) return tidy;
        var letters = tidy.ToLowerInvariant().ToCharArray();
        for (var i = 0; i < letters.Length; i++)
            if (i == 0 || letters[i - 1] is ' ' or '-' or '’' or '\'') letters[i] = char.ToUpperInvariant(letters[i]);
        return new(letters);
    }

    /// <summary>Words that each begin like a name, as a heading of a section does not.</summary>
    public static bool LooksLikeName(string cell) =>
        cell.Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: >= 2 and <= 5 } words && words.Take(3).All(word => char.IsUpper(word[0]));

    /// <returns>Null where the word says neither.</returns>
    public static bool? IsMain(string cell) => cell.ToLowerInvariant() switch
    {
        var text when text.Contains("совм", StringComparison.Ordinal) || text.Contains("second", StringComparison.Ordinal)
            || text is "нет" or "false" or "no" or "внешний" or "внутренний" or "part-time" => false,
        var text when text.StartsWith("осн", StringComparison.Ordinal) || text.StartsWith("штат", StringComparison.Ordinal)
            || text is "да" or "true" or "yes" or "main" or "primary" or "+" or "1" => true,
        _ => null,
    };

    /// <summary>The first of several; several are written with commas, semicolons or spaces.</summary>
    public static string FirstMail(string cell) => cell.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries) is [var first, ..] ? first : cell;

    public static string Spaced(string text) => Spaces().Replace(text, " ").Trim();

    public static bool IsMail(string mail) => mail.IndexOf('@') is > 0 and var sign && sign < mail.Length - 1 && mail.LastIndexOf('@') == sign;

    public static bool IsSum(string cell) => Sum().IsMatch(cell);

    [GeneratedRegex(@"\([^)]*\)")]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"^(итого|всего|в том числе|total|sum)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Sum();
}
