using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Site;

/// <summary>
/// The few signs that authors may use, as HTML: paragraphs, headings, lists, addresses. Everything else is shown as it was
/// typed, so no author can bring markup or script to the page.
/// </summary>
public static partial class SiteMarkup
{
    public static string Html(string text)
    {
        var html = new StringBuilder();
        foreach (var block in Blocks().Split(CleanText.Of(text).ReplaceLineEndings("\n").Trim()))
        {
            var lines = block.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0).ToList();
            if (lines.Count == 0) continue;
            if (lines.TrueForAll(line => line.StartsWith("- ", StringComparison.Ordinal)))
                html.Append("<ul>").AppendJoin("", lines.Select(line => $"<li>{Line(line[2..])}</li>")).Append("</ul>\n");
            else if (lines is [var only] && only.StartsWith("## ", StringComparison.Ordinal))
                html.Append("<h2>").Append(Line(only[3..])).Append("</h2>\n");
            else
                html.Append("<p>").AppendJoin("<br>", lines.Select(Line)).Append("</p>\n");
        }

        return html.ToString();
    }

    public static string Text(string text) => HtmlEncoder.Default.Encode(CleanText.Of(text));

    static string Line(string line)
    {
        var html = new StringBuilder();
        var from = 0;
        foreach (Match address in Address().Matches(line))
        {
            html.Append(Text(line[from..address.Index]));
            // Out of the frame of an embedded page: few sites let themselves be framed.
            html.Append("<a href=\"").Append(Text(address.Value)).Append("\" target=\"_top\" rel=\"nofollow noopener\">").Append(Text(address.Value))
                .Append("</a>");
            from = address.Index + address.Length;
        }

        return html.Append(Text(line[from..])).ToString();
    }

    [GeneratedRegex(@"\n[ \t]*\n")]
    private static partial Regex Blocks();

    [GeneratedRegex("""https?://[^\s<>"«»]+[^\s<>"«».,;:!?)]""")]
    private static partial Regex Address();
}
