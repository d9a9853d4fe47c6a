using System.Text;
using Mentoring.Api.Platform;
using Sylvan.Data.Csv;

namespace Mentoring.Api.Features.Imports;

/// <summary>Reads a CSV as spreadsheets of any country save it: what parts the fields and which letters they are is seen from the file.</summary>
static class SheetText
{
    /// <summary>Of a row in characters: longer ones are no rows of people.</summary>
    const int LargestRow = 1 << 20;

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

        return new("", [.. Rows(text, told ?? SeparatorOf(text), told is null ? 1 : 2)]);
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
        var widths = new List<int>();
        try
        {
            widths.AddRange(Rows(text, separator, 1).Take(50).Select(row => row.Cells.Length).Where(width => width > 1));
        }
        catch (BadInput)
        {
            // What comes before the damage tells as much.
        }

        return widths.Count == 0 ? 0 : widths.GroupBy(width => width).Max(group => group.Count() * 100 + group.Key);
    });

    static IEnumerable<SheetRow> Rows(string text, char separator, int line)
    {
        var options = new CsvDataReaderOptions
        {
            HasHeaders = false, Delimiter = separator, CsvStyle = CsvStyle.Lax, Comment = '\0', BufferSize = 1 << 16, MaxBufferSize = LargestRow,
        };
        var (found, open) = (0, (int?)null);
        using var csv = Guard(line, () => CsvDataReader.Create(new StringReader(text), options));
        while (Guard(line, csv.Read))
        {
            var cells = new string[Math.Min(csv.RowFieldCount, SheetTable.MostColumns)];
            for (var i = 0; i < cells.Length; i++)
            {
                var cell = csv.GetFieldSpan(i);
                if (cell.Length > SheetTable.LongestCell) throw Quote(line);
                cells[i] = SheetWorkbook.Tidy(cell.ToString());
            }

            var row = new SheetRow(line, cells);
            var raw = csv.GetRawRecordSpan().TrimEnd("\r\n");
            var breaks = Breaks(raw);
            open = breaks > 0 && raw.Count('"') % 2 == 1 ? line : null;
            line += 1 + breaks;
            if (row.IsBlank) continue;
            if (++found > SheetTable.MostRows) throw new BadInput("import.too-many-rows", ("file", "CSV"), ("most", SheetTable.MostRows));
            yield return row;
        }

        if (open is { } last) throw Quote(last);
    }

    static int Breaks(ReadOnlySpan<char> text) => text.Count('\n') + text.Count('\r') - text.Count("\r\n");

    /// <summary>A quotation mark that nothing closes makes one cell of all that follows it.</summary>
    static T Guard<T>(int line, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception damaged) when (damaged is CsvFormatException or CsvRecordTooLargeException)
        {
            throw Quote(line);
        }
    }

    static BadInput Quote(int line) => new("import.sheet-quote", ("line", line));
}
