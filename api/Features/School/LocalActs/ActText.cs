namespace Mentoring.Api.Features.School.LocalActs;

/// <summary>What a part of an act's text is.</summary>
public enum ActBlockKind { Title, Section, Paragraph, Centered, Right, Table, Signature }

/// <param name="Text">Empty for tables; who signs, for signatures.</param>
/// <param name="Rows">Of a table, the first one its heading; all of the same length. Of a signature, one row: the name of who signs.</param>
public sealed record ActBlock(ActBlockKind Kind, string Text, IReadOnlyList<IReadOnlyList<string>> Rows);

/// <summary>
/// The text of an act as people write it in a plain field: `# ` the title, `## ` a section, `| a | b |` rows of a table,
/// `^ ` a centered line, `> ` a line at the right, anything else a paragraph. One reading serves the screen, the paper and the file.
/// </summary>
public static class ActText
{
    public static IReadOnlyList<ActBlock> Read(string body)
    {
        var blocks = new List<ActBlock>();
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
            blocks.Add(new(ActBlockKind.Table, "", [.. table.Select(row => (IReadOnlyList<string>)[.. row, .. Enumerable.Repeat("", width - row.Count)])]));
            table = [];
        }
    }

    static ActBlock Block(string line) => line switch
    {
        ['#', '#', ' ', .. var text] => new(ActBlockKind.Section, text, []),
        ['#', ' ', .. var text] => new(ActBlockKind.Title, text, []),
        ['^', ' ', .. var text] => new(ActBlockKind.Centered, text, []),
        ['>', ' ', .. var text] => new(ActBlockKind.Right, text, []),
        _ => new(ActBlockKind.Paragraph, line, []),
    };
}
