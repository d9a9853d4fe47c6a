using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Mentoring.Api.Platform;

/// <summary>
/// Text as the product keeps it: composed (NFC), lines ended by <c>\n</c>, without the characters that XML 1.0, and with it
/// DOCX and Atom, cannot hold, and without what nobody sees. Whatever comes in passes here once; writers pass here too, for the rows from before.
/// </summary>
public static class CleanText
{
    [return: NotNullIfNotNull(nameof(text))]
    public static string? Of(string? text)
    {
        if (text is null || !text.Any(c => c == '\r' || IsDropped(c)) && text.IsNormalized()) return text;
        var kept = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var next = i + 1 < text.Length ? text[i + 1] : '\0';
            if (char.IsSurrogatePair(text[i], next)) kept.Append(text[i++]).Append(next);
            else if (text[i] == '\r' && next != '\n') kept.Append('\n');
            else if (!IsDropped(text[i])) kept.Append(text[i]);
        }

        return kept.ToString().Normalize();
    }

    /// <summary>
    /// Control characters, halves of surrogate pairs, what Unicode promises never to make a character of, and what nobody sees and
    /// would yet tell two equal names apart: hyphens and spaces without width, marks of direction. Joiners stay: emoji need them.
    /// </summary>
    static bool IsDropped(char c) => char.IsControl(c) && c is not ('\n' or '\t') || char.IsSurrogate(c) || c is '\uFFFE' or '\uFFFF' || IsUnseen(c);

    static bool IsUnseen(char c) => c is '\u00AD' or '\u061C' or '\u180E' or '\u200B' or '\u200E' or '\u200F' or '\uFEFF'
        or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u206F');
}
