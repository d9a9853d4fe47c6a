using System.Reflection;
using System.Text.RegularExpressions;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.LocalActs;

/// <summary>The product's own texts of acts, and the places in them that a school's data fills.</summary>
public static partial class ActTemplates
{
    /// <summary>What a template may name in double braces, in the order in which the screen lists it.</summary>
    public static readonly IReadOnlyList<string> Fields =
    [
        "organization", "organizationShort", "place", "region", "sector", "federalProject", "head", "curator", "chair", "council", "psychologist", "union",
        "mentors", "mentees", "schoolYear", "today",
    ];

    /// <summary>To be filled by hand where the school's data does not tell.</summary>
    public const string Blank = "____________________";

    /// <param name="Title">Without the `# ` of the text.</param>
    public sealed record Template(ActKind Kind, string Title, string Body);

    public static IReadOnlyDictionary<ActKind, Template> BuiltIn { get; } = Enum.GetValues<ActKind>().ToDictionary(kind => kind, Load);

    public static string Fill(string text, IReadOnlyDictionary<string, string?> values) =>
        Field().Replace(text, match => values.GetValueOrDefault(match.Groups[1].Value) is { Length: > 0 } value ? value : Blank);

    /// <summary>A school's own text may name only what there is to fill in.</summary>
    public static void Check(string text, string pointer)
    {
        foreach (Match match in Field().Matches(text))
            if (!Fields.Contains(match.Groups[1].Value)) throw new BadInput("act.field-unknown", ("field", match.Groups[1].Value)) { Pointer = pointer };
    }

    static Template Load(ActKind kind)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"acts/{kind}.txt")
            ?? throw new InvalidOperationException($"There is no template of {kind}.");
        using var reader = new StreamReader(stream);
        var lines = reader.ReadToEnd().ReplaceLineEndings("\n").Split('\n', 2);
        return new(kind, lines[0].Trim(), lines[1].Trim());
    }

    [GeneratedRegex(@"\{\{\s*([A-Za-z]+)\s*\}\}")]
    private static partial Regex Field();
}
