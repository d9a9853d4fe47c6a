using System.Text;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Imports;

/// <summary>Reads a CSV as spreadsheets of any country save it: what parts the fields and which letters they are is seen from the file.</summary>
static class SheetText
{
    static readonly Encoding s_windows = System.Text.CodePagesEncodingProvider.Instance.GetEncoding(1251)!;
    static readonly char[] Separators = [';', ',', '\t', '|'];

    public static SheetTable Read(byte[] content)
    {
        var text = Decode(content);
        char? told = null;
        if (text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && text.Length > 4)
        {
            told = text[4];
            text = text[(text.IndexOf('\n', StringComparison.Ordinal) is >= 0 and var end ? end + 1 : text.Length)..];
        }

        return new("", Rows(text, told ?? SeparatorOf(text), told is null ? 1 : 2));
    }

    /// <summary>By the mark at the beginning, else by which letters make sense: UTF-8 has a form that other letters do not keep to.</summary>
    static string Decode(byte[] content)
    {
        var bytes = content.AsSpan();
        if (bytes.StartsWith(new byte[] { 0xEF, 0xBB, 0xBF })) return Strict(content.AsSpan(3)) ?? throw new BadInput("import.sheet-letters");
        if (bytes.StartsWith(new byte[] { 0xFF, 0xFE })) return Encoding.Unicode.GetString(bytes[2..]);
        if (bytes.StartsWith(new byte[] { 0xFE, 0xFF })) return Encoding.BigEndianUnicode.GetString(bytes[2..]);
        if (Half(bytes, 1) > 0.4) return Encoding.Unicode.GetString(bytes);
        if (Half(bytes, 0) > 0.4) return Encoding.BigEndianUnicode.GetString(bytes);
        if (bytes.Contains((byte)0)) throw new BadInput("import.sheet-damaged");
        return Strict(bytes) ?? s_windows.GetString(bytes);
    }

    /// <summary>How many of every second byte are the high half of a Latin or Russian letter.</summary>
    static double Half(ReadOnlySpan<byte> bytes, int from)
    {
        var (high, all) = (0, 0);
        for (var i = from; i < Math.Min(bytes.Length, 4000); i += 2)
        {
            all++;
            if (bytes[i] is 0 or 4) high++;
        }

        return all < 4 ? 0 : (double)high / all;
    }

    static string? Strict(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>That which parts the most rows into as many fields.</summary>
    static char SeparatorOf(string text) => Separators.MaxBy(separator =>
    {
        var widths = Rows(text, separator, 1, most: 50).Select(row => row.Cells.Length).Where(width => width > 1).ToList();
        return widths.Count == 0 ? 0 : widths.GroupBy(width => width).Max(group => group.Count() * 100 + group.Key);
    });

    static List<SheetRow> Rows(string text, char separator, int line, int? most = null)
    {
        var rows = new List<SheetRow>();
        var cells = new List<string>();
        var cell = new StringBuilder();
        var (quoted, begun) = (false, line);
        void End()
        {
            if (cells.Count < SheetTable.MostColumns) cells.Add(SheetWorkbook.Tidy(cell.ToString()));
            cell.Clear();
        }

        void EndRow()
        {
            End();
            var row = new SheetRow(begun, [.. cells]);
            cells.Clear();
            if (row.IsBlank) return;
            if (rows.Count == SheetTable.MostRows) throw new BadInput("import.too-many-rows", ("file", "CSV"), ("most", SheetTable.MostRows));
            rows.Add(row);
        }

        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\n' || c == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')) line++;
            if (quoted)
            {
                if (c != '"') cell.Append(c);
                else if (i + 1 < text.Length && text[i + 1] == '"') cell.Append(text[++i]);
                else quoted = false;
            }
            else if (c == '"' && cell.Length == 0) quoted = true;
            else if (c == separator) End();
            else if (c == '\n' || c == '\r' && (i + 1 == text.Length || text[i + 1] != '\n'))
            {
                EndRow();
                begun = line;
                if (rows.Count >= most) return rows;
            }
            else if (c != '\r') cell.Append(c);
        }

        if (cell.Length > 0 || cells.Count > 0) EndRow();
        return rows;
    }
}
