using System.Globalization;
using System.Text;
using MiniExcelLibs;
using MiniExcelLibs.OpenXml;

namespace Mentoring.Api.Platform;

/// <summary>The file that a table is wanted as.</summary>
public enum ExportFormat { Csv, Xlsx }

/// <summary>What stands between two fields of a CSV file.</summary>
public enum ExportSeparator { Comma, Semicolon, Tab }

/// <summary>What stands before the fraction of a number in a CSV file.</summary>
public enum ExportDecimal { Point, Comma }

/// <summary>How somebody wants a table. What is not said is as the language of the request has it.</summary>
/// <param name="Format">Csv when absent.</param>
/// <param name="Separator">Of CSV; Semicolon in Russian, Comma otherwise.</param>
/// <param name="Decimal">Of CSV; Comma in Russian, Point otherwise.</param>
public sealed record ExportChoice(ExportFormat? Format = null, ExportSeparator? Separator = null, ExportDecimal? Decimal = null);

/// <summary>
/// Every table that leaves the product, written in one place. For Russian readers: columns with names beside codes, days as
/// people write them, words for truth, semicolons and decimal commas, as Excel with Russian settings opens it. For others, and
/// for programs: columns by their codes, ISO days, points and commas. A byte order mark, for the spreadsheets that would take
/// Russian for Latin.
/// </summary>
public static class Export
{
    public const string Description = "UTF-8 with a byte order mark, RFC 4180 quotes; an empty value is none. "
        + "By `Accept-Language`: in Russian semicolons, decimal commas, days as 01.09.2026, Russian headings and names beside codes; "
        + "otherwise commas, decimal points, ISO days and the codes of the columns. `separator`, `decimal` and `format` choose otherwise.";

    public const string Spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    const string Text = "text/csv; charset=utf-8";

    /// <summary>What a cell of Excel holds.</summary>
    const int LongestCell = 32_767;

    static readonly CultureInfo s_russian = CultureInfo.GetCultureInfo("ru-RU");
    static readonly NumberFormatInfo s_comma = new() { NumberDecimalSeparator = "," };

    /// <param name="Russian">The heading that Russian readers see; the others see the code.</param>
    /// <param name="ForPeople">Only there: a name beside a code that programs do without.</param>
    public sealed record Column(string Code, string Russian, bool ForPeople = false);

    public static bool IsRussian => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "ru";

    /// <param name="name">Of the file, without its ending.</param>
    /// <param name="rows">As many cells as columns: texts, numbers, days, truth.</param>
    /// <param name="everyFieldQuoted">Of CSV: also where nothing asks for it.</param>
    public static IResult File(ExportChoice choice, string name, IReadOnlyList<Column> columns, IEnumerable<object?[]> rows, bool everyFieldQuoted = false)
    {
        var (head, body) = Shown(columns, rows);
        if (choice.Format == ExportFormat.Xlsx) return TypedResults.File(Workbook(head, body), Spreadsheet, $"{name}.xlsx");
        var text = new StringBuilder(Header(choice, head));
        foreach (var row in body) text.Append(Line(choice, row, everyFieldQuoted));
        return TypedResults.File([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())], Text, $"{name}.csv");
    }

    /// <summary>A long table, sent as it is read; as a workbook it is gathered first.</summary>
    public static async Task<IResult> Stream(ExportChoice choice, string name, IReadOnlyList<Column> columns, IAsyncEnumerable<object?[]> rows,
        bool everyFieldQuoted = false)
    {
        if (choice.Format == ExportFormat.Xlsx) return File(choice, name, columns, await rows.ToListAsync(), everyFieldQuoted);
        var head = Shown(columns, []).Head;
        return TypedResults.Stream(async output =>
        {
            await using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
            await writer.WriteAsync(Header(choice, head));
            await foreach (var row in rows) await writer.WriteAsync(Line(choice, Shown(columns, [row]).Rows.Single(), everyFieldQuoted));
        }, Text, $"{name}.csv");
    }

    static (string[] Head, IEnumerable<object?[]> Rows) Shown(IReadOnlyList<Column> columns, IEnumerable<object?[]> rows)
    {
        var (russian, shown) = (IsRussian, columns.Select((column, index) => (column, index)).Where(c => IsRussian || !c.column.ForPeople).ToList());
        return ([.. shown.Select(c => russian ? c.column.Russian : c.column.Code)], rows.Select(row => shown.Select(c => Cell(row[c.index],
            russian)).ToArray()));
    }

    /// <summary>Texts, numbers and days are left; the rest becomes words.</summary>
    static object? Cell(object? value, bool russian) => value switch
    {
        bool truth => russian ? truth ? "да" : "нет" : truth ? "yes" : "no",
        Enum code => code.ToString(),
        _ => value,
    };

    static string Header(ExportChoice choice, string[] head) => Csv.Row(head, Separator(choice), CultureInfo.InvariantCulture);

    static string Line(ExportChoice choice, object?[] row, bool everyFieldQuoted)
    {
        var comma = choice.Decimal is { } sign ? sign == ExportDecimal.Comma : IsRussian;
        return Csv.Row(row.Select(Day), Separator(choice), comma ? s_comma : CultureInfo.InvariantCulture, everyFieldQuoted);
    }

    static object? Day(object? value) => value is DateOnly day ? day.ToString(IsRussian ? "dd.MM.yyyy" : "yyyy-MM-dd", IsRussian ? s_russian
        : CultureInfo.InvariantCulture) : value;

    static char Separator(ExportChoice choice) => (choice.Separator ?? (IsRussian ? ExportSeparator.Semicolon : ExportSeparator.Comma)) switch
    {
        ExportSeparator.Semicolon => ';',
        ExportSeparator.Tab => '\t',
        _ => ',',
    };

    /// <summary>Cells are typed: numbers and days calculate and sort, and a text that begins like a formula is none.</summary>
    static byte[] Workbook(string[] head, IEnumerable<object?[]> rows)
    {
        using var stream = new MemoryStream();
        // Without rows there would be no headings either.
        var sheet = rows.DefaultIfEmpty(new object?[head.Length]).Select(row => head.Zip(row).ToDictionary(pair => pair.First, pair => Typed(pair.Second)));
        MiniExcel.SaveAs(stream, sheet, sheetName: IsRussian ? "Таблица" : "Table", excelType: ExcelType.XLSX,
            configuration: new OpenXmlConfiguration { TableStyles = TableStyles.None });
        return stream.ToArray();
    }

    static object? Typed(object? value) => value switch
    {
        DateOnly day => day.ToDateTime(TimeOnly.MinValue),
        string text when CleanText.Of(text) is var clean => clean.Length > LongestCell ? clean[..LongestCell] : clean,
        _ => value,
    };
}
