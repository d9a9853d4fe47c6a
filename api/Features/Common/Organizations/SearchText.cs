using System.Text;

namespace Mentoring.Api.Features.Common.Organizations;

/// <summary>
/// How names are compared: case, ё and the many quotation marks of Russian registers do not matter. The SQL form of the
/// same rule stands in the index expressions.
/// </summary>
public static class SearchText
{
    const int MostWords = 8;

    public static string Normalize(string? text)
    {
        var result = new StringBuilder();
        foreach (var character in text ?? "")
        {
            if (char.IsLetterOrDigit(character)) result.Append(char.ToLowerInvariant(character) is var letter && letter == 'ё' ? 'е' : letter);
            else if (result.Length > 0 && result[^1] != ' ') result.Append(' ');
        }

        return result.ToString().TrimEnd();
    }

    /// <returns>The words to look for, each once; none for an empty search.</returns>
    public static string[] Words(string? search) =>
        [.. Normalize(search).Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct().Take(MostWords)];
}
