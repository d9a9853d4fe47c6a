using System.IO.Compression;
using System.Text;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Imports;

/// <param name="Line">As the program that made the file counts, from 1.</param>
/// <param name="Cells">What is seen in them, trimmed; days as 2026-09-01.</param>
sealed record SheetRow(int Line, string[] Cells)
{
    public string At(int column) => column >= 0 && column < Cells.Length ? Cells[column] : "";

    public bool IsBlank => Array.TrueForAll(Cells, cell => cell.Length == 0);
}

/// <summary>A table of a file that people keep: what is in its rows, without those that say nothing.</summary>
sealed record SheetTable(string Name, IReadOnlyList<SheetRow> Rows)
{
    /// <summary>The staff of the largest organizations, several times over.</summary>
    public const int MostRows = 50_000;

    public const int MostColumns = 200;

    /// <summary>Characters, as many as Excel takes.</summary>
    public const int LongestCell = 32_767;

    public int Width { get; } = Rows.Count == 0 ? 0 : Rows.Max(row => row.Cells.Length);
}

/// <summary>Opens a school's own file, a workbook of Excel or a CSV, or says why it cannot be one.</summary>
static class StaffSheet
{
    static readonly byte[] s_oldOffice = [0xD0, 0xCF, 0x11, 0xE0];
    static readonly byte[] s_encrypted = Encoding.Unicode.GetBytes("EncryptedPackage");

    public static IReadOnlyList<SheetTable> Read(byte[] content)
    {
        var file = content.AsSpan();
        if (file.StartsWith(s_oldOffice)) throw new BadInput(file.IndexOf(s_encrypted) >= 0 ? "import.sheet-password" : "import.sheet-old");
        if (file.StartsWith("PK"u8)) return Workbook(content);
        if (IsPage(file)) throw new BadInput("import.sheet-page");
        var text = SheetText.Read(content);
        return text.Rows.Count == 0 ? throw new BadInput("import.sheet-empty") : [text];
    }

    static IReadOnlyList<SheetTable> Workbook(byte[] content)
    {
        try
        {
            using var workbook = SheetWorkbook.Open(content);
            var tables = workbook.Read();
            return tables.Any(table => table.Rows.Count > 0) ? [.. tables.Where(table => table.Rows.Count > 0)] : throw new BadInput("import.sheet-empty");
        }
        catch (InvalidDataException)
        {
            throw new BadInput("import.sheet-damaged");
        }
        catch (System.Xml.XmlException)
        {
            throw new BadInput("import.sheet-damaged");
        }
    }

    /// <summary>Web pages and XML that reports of other programs save under the ending of Excel.</summary>
    static bool IsPage(ReadOnlySpan<byte> file)
    {
        var start = Encoding.Latin1.GetString(file[..Math.Min(file.Length, 400)]).TrimStart('ï', '»', '¿', ' ', '\r', '\n', '\t');
        return start.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
            || start.StartsWith("<!doctype", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<table", StringComparison.OrdinalIgnoreCase);
    }

    public static bool IsZip(byte[] content) => content.AsSpan().StartsWith("PK"u8);

    /// <summary>A zip is opened after its own claims were weighed.</summary>
    public static ZipArchive Zip(byte[] content, int mostEntries, long mostBytes, int mostTimesSmaller)
    {
        var zip = new ZipArchive(new MemoryStream(content, writable: false), ZipArchiveMode.Read);
        var declared = zip.Entries.Count > mostEntries ? long.MaxValue : zip.Entries.Sum(entry => Math.Min(entry.Length, mostBytes + 1));
        if (declared <= mostBytes && (declared <= 10 * 1024 * 1024 || declared / content.Length <= mostTimesSmaller)) return zip;
        zip.Dispose();
        throw new BadInput("import.zip-bomb");
    }
}
