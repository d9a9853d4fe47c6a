using System.Text.RegularExpressions;

namespace Mentoring.Api.Features.Region.HelpDesk;

/// <summary>What in a text may tell of a person or a school.</summary>
public enum HelpTraceKind { Name, Email, Phone, School }

/// <param name="Text">As it stands in the article.</param>
public sealed record HelpTrace(HelpTraceKind Kind, string Text);

/// <summary>
/// Looks through an article for what tells of persons and schools: what every text shows by its form, and the names of the
/// question that it was made of, in any case of theirs. It warns rather than knows: what it found wrongly is confirmed.
/// </summary>
public static partial class HelpTraces
{
    /// <param name="names">Of people: their words, as they stand beside the question.</param>
    /// <param name="schools">Short and full names.</param>
    public static IReadOnlyList<HelpTrace> In(string text, IEnumerable<string> names, IEnumerable<string> schools)
    {
        var found = new List<HelpTrace>();
        Add(HelpTraceKind.Email, Emails());
        Add(HelpTraceKind.Phone, Phones());
        Add(HelpTraceKind.Name, Initials());
        Add(HelpTraceKind.Name, Patronymics());
        Add(HelpTraceKind.School, NumberedSchools());
        foreach (var name in names.SelectMany(name => name.Split([' ', '-', '.'], StringSplitOptions.RemoveEmptyEntries)).Where(word => word.Length >= 4))
            Add(HelpTraceKind.Name, new Regex($@"\b{Regex.Escape(Stem(name))}\w{{0,4}}\b", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)));
        foreach (var school in schools.Where(school => school.Length > 0))
            Add(HelpTraceKind.School, new Regex(Regex.Escape(school), RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)));
        return [.. found.DistinctBy(trace => trace.Text)];

        void Add(HelpTraceKind kind, Regex pattern) => found.AddRange(pattern.Matches(text).Select(match => new HelpTrace(kind, match.Value.Trim())));
    }

    /// <summary>Without the ending, which another case changes.</summary>
    static string Stem(string word) => word[..Math.Max(4, word.Length - 2)];

    [GeneratedRegex(@"[\w.+-]+@[\w-]+(\.[\w-]+)+", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Emails();

    [GeneratedRegex(@"(\+7|\b8)([\s()-]*\d){10}\b", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Phones();

    [GeneratedRegex(@"\b[А-ЯЁ]\.\s?[А-ЯЁ]\.\s?[А-ЯЁ][а-яё]+|\b[А-ЯЁ][а-яё]+\s[А-ЯЁ]\.\s?[А-ЯЁ]\.", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Initials();

    [GeneratedRegex(
        @"\b[А-ЯЁ][а-яё]+\s[А-ЯЁ][а-яё]+(ович|евич|овн|евн|иничн)[а-яё]{0,3}\b", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Patronymics();

    [GeneratedRegex(@"\b(школ|гимнази|лице|сош|оош|колледж|мбоу|маоу|мкоу)\w*\s*(№|n)\s*\d+",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NumberedSchools();
}
