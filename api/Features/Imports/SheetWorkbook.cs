using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Imports;

/// <summary>
/// Reads the sheets of a workbook (XLSX) in one pass each, whoever wrote it: values of formulas, days by their format, merged cells
/// filled. A cell at the far corner of a sheet costs no more than any other.
/// </summary>
sealed class SheetWorkbook : IDisposable
{
    const int MostEntries = 2000;
    const long MostBytes = 150L * 1024 * 1024;
    const int MostTimesSmaller = 150;
    const int MostMerged = 20_000;
    const int MostFilled = 500_000;

    readonly ZipArchive _zip;
    readonly List<string> _texts = [];
    readonly List<bool> _dayStyles = [];
    bool _from1904;

    SheetWorkbook(ZipArchive zip) => _zip = zip;

    public static SheetWorkbook Open(byte[] content)
    {
        var zip = StaffSheet.Zip(content, MostEntries, MostBytes, MostTimesSmaller);
        if (zip.GetEntry("xl/workbook.xml") is not null) return new(zip);
        var isOpenDocument = zip.GetEntry("content.xml") is not null;
        var isRoster = zip.GetEntry(RosterArchive.Manifest) is not null;
        zip.Dispose();
        throw new BadInput(isOpenDocument ? "import.sheet-ods" : isRoster ? "import.sheet-is-roster" : "import.sheet-damaged");
    }

    public IReadOnlyList<SheetTable> Read()
    {
        var places = Relations();
        var sheets = new List<(string Name, string Path)>();
        Walk("xl/workbook.xml", xml =>
        {
            if (xml.LocalName == "workbookPr") _from1904 = xml.GetAttribute("date1904") is "1" or "true";
            if (xml.LocalName == "sheet" && xml.GetAttribute("state") is null or "visible" && xml.LocalName == "sheet"
                && places.TryGetValue(IdOf(xml), out var path)) sheets.Add((xml.GetAttribute("name") ?? "", path));
        });
        Texts();
        Styles();
        return [.. sheets.Take(50).Where(sheet => _zip.GetEntry(sheet.Path) is not null)
            .Select(sheet => new SheetTable(sheet.Name, Rows(sheet.Path, sheet.Name)))];
    }

    public void Dispose() => _zip.Dispose();

    static string IdOf(XmlReader xml)
    {
        var id = "";
        while (xml.MoveToNextAttribute())
            if (xml.LocalName == "id" && xml.Prefix.Length > 0) id = xml.Value;
        xml.MoveToElement();
        return id;
    }

    Dictionary<string, string> Relations()
    {
        var found = new Dictionary<string, string>();
        if (_zip.GetEntry("xl/_rels/workbook.xml.rels") is null) return found;
        Walk("xl/_rels/workbook.xml.rels", xml =>
        {
            if (xml.LocalName != "Relationship" || xml.GetAttribute("Target") is not { } target || xml.GetAttribute("Id") is not { } id) return;
            found[id] = target.StartsWith('/') ? target[1..] : $"xl/{target}";
        });
        return found;
    }

    /// <summary>The texts that cells share; how a word is pronounced is no part of them.</summary>
    void Texts()
    {
        if (_zip.GetEntry("xl/sharedStrings.xml") is null) return;
        using var xml = Xml("xl/sharedStrings.xml");
        var text = new StringBuilder();
        var (taken, spoken) = (false, false);
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element)
            {
                if (xml.LocalName == "si")
                {
                    text.Clear();
                    if (xml.IsEmptyElement) _texts.Add("");
                }

                if (xml.LocalName == "rPh") spoken = !xml.IsEmptyElement;
                if (xml.LocalName == "t") taken = !spoken && !xml.IsEmptyElement;
            }
            else if (xml.NodeType == XmlNodeType.EndElement)
            {
                if (xml.LocalName == "si") _texts.Add(text.ToString());
                if (xml.LocalName == "rPh") spoken = false;
                if (xml.LocalName == "t") taken = false;
            }
            else if (taken) text.Append(xml.Value);
        }
    }

    void Styles()
    {
        if (_zip.GetEntry("xl/styles.xml") is null) return;
        var days = new HashSet<int>();
        var inCells = false;
        Walk("xl/styles.xml", xml =>
        {
            if (xml.LocalName == "numFmt" && IsDay(xml.GetAttribute("formatCode") ?? "")) days.Add(Number(xml, "numFmtId"));
            if (xml.LocalName is "cellXfs" or "cellStyleXfs") inCells = xml.LocalName == "cellXfs";
            if (xml.LocalName == "xf" && inCells) _dayStyles.Add(Number(xml, "numFmtId") is var id
                && (id is >= 14 and <= 17 or 22 or >= 27 and <= 36 or >= 50 and <= 58 || days.Contains(id)));
            if (xml.LocalName is "cellStyles" or "dxfs") inCells = false;
        });
    }

    static bool IsDay(string format)
    {
        var (quoted, bracketed) = (false, false);
        foreach (var c in format.ToLowerInvariant())
        {
            if (c == '"') quoted = !quoted;
            else if (c is '[' or ']') bracketed = c == '[';
            else if (!quoted && !bracketed && c is 'd' or 'y' or 'д' or 'г') return true;
        }

        return false;
    }

    List<SheetRow> Rows(string path, string name)
    {
        var rows = new List<SheetRow>();
        var merged = new List<string>();
        using var xml = Xml(path);
        var cells = new List<string>();
        var text = new StringBuilder();
        var (line, column, kind, style, taken) = (0, -1, "", -1, false);
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element)
            {
                switch (xml.LocalName)
                {
                    case "row":
                        // A number that was there already, or lies back, is no other row.
                        line = Math.Max(Number(xml, "r", line + 1), line + 1);
                        column = -1;
                        cells.Clear();
                        break;
                    case "c":
                        column = ColumnOf(xml.GetAttribute("r")) ?? column + 1;
                        (kind, style) = (xml.GetAttribute("t") ?? "n", Number(xml, "s"));
                        text.Clear();
                        break;
                    case "v" or "t":
                        taken = !xml.IsEmptyElement;
                        break;
                    case "mergeCell" when merged.Count < MostMerged && xml.GetAttribute("ref") is { } area:
                        merged.Add(area);
                        break;
                }
            }
            else if (xml.NodeType == XmlNodeType.EndElement)
            {
                if (xml.LocalName is "v" or "t") taken = false;
                if (xml.LocalName == "c" && text.Length > 0 && column < SheetTable.MostColumns)
                {
                    while (cells.Count < column) cells.Add("");
                    if (cells.Count == column) cells.Add(Seen(text.ToString(), kind, style));
                }

                if (xml.LocalName == "row" && new SheetRow(line, [.. cells]) is { IsBlank: false } row)
                {
                    if (rows.Count == SheetTable.MostRows) throw new BadInput("import.too-many-rows", ("file", name), ("most", SheetTable.MostRows));
                    rows.Add(row);
                }
            }
            else if (taken) text.Append(xml.Value);
        }

        Fill(rows, merged);
        return rows;
    }

    string Seen(string value, string kind, int style)
    {
        if (kind == "s") return int.TryParse(value, CultureInfo.InvariantCulture, out var index) && index >= 0 && index < _texts.Count
            ? Tidy(_texts[index]) : "";
        if (kind == "b") return value == "1" ? "да" : "нет";
        if (kind != "n" || !double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) return Tidy(value);
        if (style >= 0 && style < _dayStyles.Count && _dayStyles[style] && SheetDay.OfSerial(number, _from1904) is { } day)
            return day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return Math.Abs(number) < 1e15 && number == Math.Truncate(number) ? ((long)number).ToString(CultureInfo.InvariantCulture) : number.ToString("R",
            CultureInfo.InvariantCulture);
    }

    public static string Tidy(string text) => text.Length > SheetTable.LongestCell ? Tidy(text[..SheetTable.LongestCell]) : CleanText.Of(text.Replace('\u00a0', ' ').Replace('\u202f', ' ')).Trim();

    /// <summary>What stands in a merged cell is said of every cell that it covers.</summary>
    static void Fill(List<SheetRow> rows, List<string> merged)
    {
        if (merged.Count == 0) return;
        var byLine = rows.Select((row, index) => (row.Line, index)).DistinctBy(pair => pair.Line).ToDictionary(pair => pair.Line, pair => pair.index);
        var filled = 0;
        foreach (var area in merged)
        {
            var corners = area.Split(':');
            if (corners.Length != 2 || ColumnOf(corners[0]) is not { } left || ColumnOf(corners[1]) is not { } right
                || LineOf(corners[0]) is not { } top || LineOf(corners[1]) is not { } bottom || !byLine.TryGetValue(top, out var first)) continue;
            if (rows[first].At(left) is not { Length: > 0 } value) continue;
            for (var index = first; index < rows.Count && rows[index].Line <= bottom; index++)
            {
                right = Math.Min(right, SheetTable.MostColumns - 1);
                if ((filled += right - left + 1) > MostFilled) return;
                var cells = rows[index].Cells;
                if (cells.Length <= right) Array.Resize(ref cells, right + 1);
                for (var column = left; column <= right; column++)
                    if (string.IsNullOrEmpty(cells[column])) cells[column] = value;
                for (var column = 0; column < cells.Length; column++) cells[column] ??= "";
                rows[index] = rows[index] with { Cells = cells };
            }
        }
    }

    static int? ColumnOf(string? reference)
    {
        var column = 0;
        foreach (var c in reference ?? "")
        {
            if (!char.IsAsciiLetter(c)) break;
            column = column * 26 + char.ToUpperInvariant(c) - 'A' + 1;
            if (column > 16384) return 16384;
        }

        return column == 0 ? null : column - 1;
    }

    static int? LineOf(string reference) => int.TryParse(reference.AsSpan().TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz$"),
        CultureInfo.InvariantCulture, out var line) ? line : null;

    static int Number(XmlReader xml, string attribute, int otherwise = -1) =>
        int.TryParse(xml.GetAttribute(attribute), CultureInfo.InvariantCulture, out var number) ? number : otherwise;

    void Walk(string entry, Action<XmlReader> element)
    {
        using var xml = Xml(entry);
        while (xml.Read())
            if (xml.NodeType == XmlNodeType.Element) element(xml);
    }

    XmlReader Xml(string name)
    {
        var entry = _zip.GetEntry(name)!;
        if (entry.IsEncrypted) throw new BadInput("import.sheet-password");
        return XmlReader.Create(new MeasuredStream(entry.Open(), entry.Length), new() { DtdProcessing = DtdProcessing.Prohibit, CloseInput = true });
    }
}
