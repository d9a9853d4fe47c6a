using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.LocalActs;

/// <summary>
/// The text of an act as people write it in a plain field: `# ` the title, `## ` a section, `| a | b |` rows of a table,
/// `^ ` a centered line, `> ` a line at the right, anything else a paragraph. One reading serves the screen, the paper and the file.
/// </summary>
public static class ActText
{
    public static IReadOnlyList<PaperBlock> Read(string body)
    {
        var blocks = new List<PaperBlock>();
        var table = new List<IReadOnlyList<string>>();
        foreach (var line in body.ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim()))
        {
            if (line.StartsWith('|'))
            {
                table.Add([.. line.Trim('|').Split('|').Select(cell => cell.Trim())]);
                continue;
            }

            EndTable();
            if (line.Length > 0) blocks.Add(Block(line));
        }

        EndTable();
        return blocks;

        void EndTable()
        {
            if (table.Count == 0) return;
            var width = table.Max(row => row.Count);
            blocks.Add(new(PaperBlockKind.Table, "", [.. table.Select(row => (IReadOnlyList<string>)[.. row, .. Enumerable.Repeat("", width - row.Count)])]));
            table = [];
        }
    }

    static PaperBlock Block(string line) => line switch
    {
        ['#', '#', ' ', .. var text] => new(PaperBlockKind.Section, text, []),
        ['#', ' ', .. var text] => new(PaperBlockKind.Title, text, []),
        ['^', ' ', .. var text] => new(PaperBlockKind.Centered, text, []),
        ['>', ' ', .. var text] => new(PaperBlockKind.Right, text, []),
        _ => new(PaperBlockKind.Paragraph, line, []),
    };
}
