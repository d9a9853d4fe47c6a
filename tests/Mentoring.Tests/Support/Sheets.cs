using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace Mentoring.Tests.Support;

/// <summary>Builds workbooks of Excel by hand, cell by cell, so that a test has what a spreadsheet program would write and nothing else.</summary>
public sealed class Sheets
{
    /// <summary>A cell that is computed: what the program saw last stands beside the formula.</summary>
    public sealed record Formula(string Text, object Value);

    sealed record Sheet(string Name, object?[][] Rows, string[] Merged, bool Hidden);

    readonly List<Sheet> _sheets = [];

    /// <summary>Rows as they stand in the file, after those of each sheet.</summary>
    public string Tail { get; init; } = "";

    public Sheets Add(string name, object?[][] rows, string[]? merged = null, bool hidden = false)
    {
        _sheets.Add(new(name, rows, merged ?? [], hidden));
        return this;
    }

    /// <param name="rows">Null for a blank row; cells are texts, numbers, days, truth, formulas.</param>
    public static byte[] Of(params object?[]?[] rows) => new Sheets().Add("Лист1", [.. rows.Select(row => row ?? [])]).Bytes();

    public byte[] Bytes()
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            var list = _sheets.Select((sheet, i) => $"<sheet name=\"{Xml(sheet.Name)}\" sheetId=\"{i + 1}\"{(sheet.Hidden ? " state=\"hidden\""
                : "")} r:id=\"rId{i + 1}\"/>");
            Put(zip, "xl/workbook.xml", "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
                + $"xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>{string.Concat(list)}</sheets></workbook>");
            var links = _sheets.Select((_, i) => $"<Relationship Id=\"rId{i + 1}\" Target=\"worksheets/sheet{i + 1}.xml\"/>");
            Put(zip, "xl/_rels/workbook.xml.rels", $"<Relationships>{string.Concat(links)}</Relationships>");
            Put(zip, "xl/styles.xml", "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"dd\\.mm\\.yyyy\"/></numFmts>"
                + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>");
            for (var i = 0; i < _sheets.Count; i++) Put(zip, $"xl/worksheets/sheet{i + 1}.xml", Body(_sheets[i]));
        }

        return memory.ToArray();
    }

    string Body(Sheet sheet)
    {
        var text = new StringBuilder("<worksheet><sheetData>");
        for (var i = 0; i < sheet.Rows.Length; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"<row r=\"{i + 1}\">");
            for (var column = 0; column < sheet.Rows[i].Length; column++) text.Append(Cell($"{(char)('A' + column)}{i + 1}", sheet.Rows[i][column]));
            text.Append("</row>");
        }

        text.Append(Tail).Append("</sheetData>");
        if (sheet.Merged.Length > 0) text.Append($"<mergeCells>{string.Concat(sheet.Merged.Select(area => $"<mergeCell ref=\"{area}\"/>"))}</mergeCells>");
        return text.Append("</worksheet>").ToString();
    }

    static string Cell(string at, object? value, string formula = "") => value switch
    {
        null => $"<c r=\"{at}\" s=\"0\"/>",
        Formula computed => Cell(at, computed.Value, $"<f>{Xml(computed.Text)}</f>"),
        string text when formula.Length > 0 => $"<c r=\"{at}\" t=\"str\">{formula}<v>{Xml(text)}</v></c>",
        string text => $"<c r=\"{at}\" t=\"inlineStr\"><is><t>{Xml(text)}</t></is></c>",
        DateOnly day => $"<c r=\"{at}\" s=\"1\">{formula}<v>{(day.ToDateTime(TimeOnly.MinValue).ToOADate()).ToString(CultureInfo.InvariantCulture)}</v></c>",
        bool truth => $"<c r=\"{at}\" t=\"b\">{formula}<v>{(truth ? 1 : 0)}</v></c>",
        _ => $"<c r=\"{at}\">{formula}<v>{Convert.ToString(value, CultureInfo.InvariantCulture)}</v></c>",
    };

    static string Xml(string text) => SecurityElement.Escape(text);

    static void Put(ZipArchive zip, string name, string text)
    {
        using var entry = zip.CreateEntry(name, CompressionLevel.Optimal).Open();
        entry.Write(Encoding.UTF8.GetBytes(text));
    }
}
