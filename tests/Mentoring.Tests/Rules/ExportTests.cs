using System.Globalization;
using System.Text;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using MiniExcelLibs;

namespace Mentoring.Tests.Rules;

public sealed class ExportTests
{
    static readonly Export.Column[] s_columns = [new("name", "Название"), new("share", "Доля"), new("since", "С какого дня"), new("done", "Готово"),
        new("note", "Примечание", ForPeople: true)];
    static readonly object?[][] s_rows = [["=Школа; № 1", -1.5m, new DateOnly(2026, 9, 1), true, "код"], [null, null, null, false, null]];

    [Test]
    public async Task Russian_readers_get_what_excel_opens_rightly() => Assert.That(await Csv("ru", new()), Is.EqualTo("""
        Название;Доля;С какого дня;Готово;Примечание
        "'=Школа; № 1";-1,5;01.09.2026;да;код
        ;;;нет;

        """.ReplaceLineEndings("\r\n")));

    [Test]
    public async Task Programs_get_codes_points_and_commas() => Assert.That(await Csv("en", new()), Is.EqualTo("""
        name,share,since,done
        '=Школа; № 1,-1.5,2026-09-01,yes
        ,,,no

        """.ReplaceLineEndings("\r\n")));

    [TestCase(ExportSeparator.Tab, ExportDecimal.Point, "'=Школа; № 1\t-1.5\t01.09.2026\tда\tкод")]
    [TestCase(ExportSeparator.Comma, ExportDecimal.Comma, "'=Школа; № 1,\"-1,5\",01.09.2026,да,код")]
    [TestCase(ExportSeparator.Semicolon, ExportDecimal.Point, "\"'=Школа; № 1\";-1.5;01.09.2026;да;код")]
    public async Task The_signs_are_a_choice(ExportSeparator separator, ExportDecimal sign, string line) =>
        Assert.That((await Csv("ru", new(Separator: separator, Decimal: sign))).Split("\r\n")[1], Is.EqualTo(line));

    [Test]
    public async Task A_workbook_has_numbers_days_and_no_formula()
    {
        var bytes = await Written("ru", new(ExportFormat.Xlsx), s_rows);
        var rows = Workbook.Rows(new MemoryStream(bytes));
        Assert.That(rows[0].Keys, Is.EqualTo(s_columns.Select(c => c.Russian)));
        Assert.That(rows[0].Values, Is.EqualTo(new object?[] { "=Школа; № 1", -1.5, new DateTime(2026, 9, 1), "да", "код" }));
        Assert.That(rows, Has.Count.EqualTo(2));
        using var workbook = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
        await using var sheet = workbook.WorkbookPart!.WorksheetParts.Single().GetStream();
        Assert.That(XDocument.Load(sheet).Descendants().Where(e => e.Name.LocalName == "f"), Is.Empty);
    }

    /// <summary>In the code, since attributes hold no halves of pairs.</summary>
    [Test]
    public Task A_workbook_drops_halves_of_pairs() => A_workbook_takes_any_text("\ud800a\udc00", "a");

    [TestCase("Итоги\u000bгода\ufffe", "Итогигода")]
    [TestCase("Чаи\u0306кина", "Чайкина")]
    [TestCase("שלום \u202e@", "שלום @")]
    [TestCase("a < b & \"c\"\nd", "a < b & \"c\"\nd")]
    public async Task A_workbook_takes_any_text(string text, string read)
    {
        var bytes = await Written("ru", new(ExportFormat.Xlsx), [[text, 1m, null, true, text]]);
        var row = Workbook.Rows(new MemoryStream(bytes)).Single();
        Assert.That((row["Название"], row["Примечание"]), Is.EqualTo((read, read)));
    }

    [Test]
    public async Task A_text_longer_than_a_cell_and_a_table_without_rows_are_workbooks_too()
    {
        var row = Workbook.Rows(new MemoryStream(await Written("en", new(ExportFormat.Xlsx), [[new string('я', 40_000), null, null, true, ""]]))).Single();
        Assert.That(((string)row["name"]!).Length, Is.EqualTo(32_767));
        Assert.That(MiniExcel.GetColumns(new MemoryStream(await Written("en", new(ExportFormat.Xlsx), [])), useHeaderRow: true), Is.EqualTo(new[] { "name",
            "share", "since", "done" }));
    }

    static async Task<string> Csv(string language, ExportChoice choice)
    {
        var bytes = await Written(language, choice, s_rows);
        Assert.That(bytes[..3], Is.EqualTo(Encoding.UTF8.GetPreamble()));
        return Encoding.UTF8.GetString(bytes[3..]);
    }

    static async Task<byte[]> Written(string language, ExportChoice choice, object?[][] rows)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        try
        {
            using var body = new MemoryStream();
            await using var services = new ServiceCollection().AddLogging().BuildServiceProvider();
            var http = new DefaultHttpContext { RequestServices = services, Response = { Body = body } };
            await Export.File(choice, "table", s_columns, rows).ExecuteAsync(http);
            return body.ToArray();
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
