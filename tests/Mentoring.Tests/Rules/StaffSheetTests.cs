using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Mentoring.Api.Features.Imports;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Rules;

/// <summary>Files as the spreadsheets of schools save them.</summary>
public sealed class StaffSheetTests
{
    static readonly DateOnly Today = new(2026, 11, 29);

    static readonly Encoding Windows = CodePagesEncodingProvider.Instance.GetEncoding(1251)!;

    const string Lines = "ФИО;Должность\r\nЁлкина Анна Петровна;Учитель\r\n";

    static IEnumerable<TestCaseData> Letters() =>
    [
        new TestCaseData(new UTF8Encoding(false), ';').SetArgDisplayNames("UTF-8"),
        new TestCaseData(new UTF8Encoding(true), ',').SetArgDisplayNames("UTF-8 with a mark"),
        new TestCaseData(Windows, ';').SetArgDisplayNames("cp1251"),
        new TestCaseData(new UnicodeEncoding(false, true), '\t').SetArgDisplayNames("UTF-16 LE"),
        new TestCaseData(new UnicodeEncoding(true, true), '\t').SetArgDisplayNames("UTF-16 BE"),
        new TestCaseData(new UnicodeEncoding(false, false), ';').SetArgDisplayNames("UTF-16 LE without a mark"),
    ];

    [TestCaseSource(nameof(Letters))]
    public void A_csv_is_read_in_the_letters_and_with_the_signs_it_was_saved_in(Encoding letters, char separator)
    {
        var table = StaffSheet.Read([.. letters.Preamble, .. letters.GetBytes(Lines.Replace(';', separator))]).Single();
        Assert.That(table.Rows.Select(row => string.Join("|", row.Cells)), Is.EqualTo(new[] { "ФИО|Должность", "Ёлкина Анна Петровна|Учитель" }));
    }

    [Test]
    public void Quotes_hold_separators_and_lines_and_every_row_knows_its_line()
    {
        var table = StaffSheet.Read(Encoding.UTF8.GetBytes("sep=;\n\nФИО;Должность\n"
            + "\"Иванова\nАнна\";\"учитель; \"\"старший\"\"\"\n;;\nПетрова Мария;Учитель")).Single();
        Assert.That(table.Rows.Select(row => $"{row.Line}:{string.Join("|", row.Cells)}"),
            Is.EqualTo(new[] { "3:ФИО|Должность", "4:Иванова\nАнна|учитель; \"старший\"", "7:Петрова Мария|Учитель" }));
    }

    [TestCase("ФИО;Должность\r#1 Иванова Анна;Учитель\r\rПетрова Мария;\"Зам. \rдиректора\"\rЮжина Ада;Учитель",
        "1:ФИО|Должность", "2:#1 Иванова Анна|Учитель", "4:Петрова Мария|Зам. \nдиректора", "6:Южина Ада|Учитель", TestName = "Lines of old Macs, and a number sign")]
    [TestCase("ФИО;Место\nИванова Анна;\"Школа\" № 1\nПетрова Мария;ООО \"Школа\"", "1:ФИО|Место", "2:Иванова Анна|Школа № 1", "3:Петрова Мария|ООО \"Школа\"",
        TestName = "Quotes around a part of a cell")]
    [TestCase("ФИО\nИванова Анна;Учитель;ещё\n\nПетрова Мария;", "1:ФИО", "2:Иванова Анна|Учитель|ещё", "4:Петрова Мария|", TestName = "Rows of any width")]
    public void A_csv_as_people_write_it(string text, params string[] rows) =>
        Assert.That(StaffSheet.Read(Encoding.UTF8.GetBytes(text)).Single().Rows.Select(row => $"{row.Line}:{string.Join("|", row.Cells)}"), Is.EqualTo(rows));

    [TestCase(100)]
    [TestCase(3_000)]
    [TestCase(60_000)]
    public void A_quote_that_nothing_closes_is_named_with_its_line(int more)
    {
        var text = "ФИО;Должность\nИванова Анна;Учитель\n\"Петрова Мария;Учитель\n"
            + string.Concat(Enumerable.Range(0, more).Select(i => $"Сидорова Ада {i};Учитель\n"));
        var refused = Assert.Throws<BadInput>(() => StaffSheet.Read(Encoding.UTF8.GetBytes(text)))!;
        Assert.That((refused.Code, refused.Values.Single(value => value.Name == "line").Value), Is.EqualTo(("import.sheet-quote", (object)3)));
    }

    [Test]
    public void No_cell_is_longer_than_a_spreadsheet_takes()
    {
        var cell = new string('я', SheetTable.LongestCell + 5);
        Assert.That(StaffSheet.Read(Sheets.Of(["ФИО"], [cell])).Single().Rows[1].At(0), Has.Length.EqualTo(SheetTable.LongestCell));
        Assert.That(Assert.Throws<BadInput>(() => StaffSheet.Read(Encoding.UTF8.GetBytes($"ФИО;Должность\nя;{cell}\n")))!.Code, Is.EqualTo("import.sheet-quote"));
    }

    [Test]
    public void A_workbook_gives_what_is_seen_in_it()
    {
        var book = new Sheets()
            .Add("Титул", [["МБОУ СОШ № 1"], ["Список"]])
            .Add("Кадры", [["Список сотрудников"], [], ["ФИО", "Должность", "Принят", "Телефон"],
                ["Иванова Анна Петровна", "Учитель", new DateOnly(2015, 9, 1), 79001234567], [null, new Sheets.Formula("A1&\"ь\"", "Методист"), 42248, true]],
                merged: ["A1:D1", "A4:A5"])
            .Add("Старое", [["ФИО", "Должность"]], hidden: true).Bytes();
        var tables = StaffSheet.Read(book);
        Assert.That(tables.Select(table => table.Name), Is.EqualTo(new[] { "Титул", "Кадры" }), "a hidden sheet is nobody's list");
        Assert.That(tables[1].Rows.Select(row => $"{row.Line}:{string.Join("|", row.Cells)}"), Is.EqualTo(new[]
        {
            "1:Список сотрудников|Список сотрудников|Список сотрудников|Список сотрудников", "3:ФИО|Должность|Принят|Телефон",
            "4:Иванова Анна Петровна|Учитель|2015-09-01|79001234567", "5:Иванова Анна Петровна|Методист|42248|да",
        }));
    }

    [Test]
    public void A_cell_at_the_far_corner_costs_no_more_than_another()
    {
        var far = new Sheets { Tail = "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c><c r=\"A1048576\"><v>2</v></c></row>" }
            .Add("Лист", [["ФИО", "Должность"]]).Bytes();
        Assert.That(StaffSheet.Read(far).Single().Rows.Select(row => (row.Line, row.Cells.Length)), Is.EqualTo(new[] { (1, 2), (1048576, 1) }));
    }

    [TestCase("import.sheet-old")]
    [TestCase("import.sheet-password")]
    [TestCase("import.sheet-ods")]
    [TestCase("import.sheet-is-roster")]
    [TestCase("import.sheet-page")]
    [TestCase("import.sheet-empty")]
    [TestCase("import.sheet-damaged")]
    [TestCase("import.zip-bomb")]
    public void What_cannot_be_read_is_named(string code)
    {
        byte[] old = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        var file = code switch
        {
            "import.sheet-old" => [.. old, .. new byte[600]],
            "import.sheet-password" => [.. old, .. new byte[64], .. Encoding.Unicode.GetBytes("EncryptedPackage"), .. new byte[64]],
            "import.sheet-ods" => Zip("content.xml", "<x/>"),
            "import.sheet-is-roster" => new Roster().Zip(),
            "import.sheet-page" => Encoding.UTF8.GetBytes("<html><table><tr><td>ФИО</td></tr></table></html>"),
            "import.sheet-empty" => Encoding.UTF8.GetBytes(";;;\r\n \r\n"),
            "import.zip-bomb" => Zip("xl/workbook.xml", new string(' ', 40_000_000)),
            _ => [.. Sheets.Of(["ФИО", "Должность"])[..200]],
        };
        Assert.That(Assert.Throws<BadInput>(() => StaffSheet.Read(file))!.Code, Is.EqualTo(code));
    }

    static byte[] Zip(string name, string text)
    {
        using var memory = new MemoryStream();
        using (var zip = new System.IO.Compression.ZipArchive(memory, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry(name).Open();
            entry.Write(Encoding.UTF8.GetBytes(text));
        }

        return memory.ToArray();
    }

    [TestCase("31.12.1985")]
    [TestCase("31.12.85")]
    [TestCase("31/12/1985")]
    [TestCase("1985-12-31")]
    [TestCase("1985-12-31T00:00:00")]
    [TestCase("31.12.1985 0:00:00")]
    [TestCase("31.12.1985 г.")]
    [TestCase("31 декабря 1985 года")]
    [TestCase("31412")]
    public void A_day_is_read_as_people_write_it(string text) => Assert.That(SheetDay.Of(text, Today), Is.EqualTo(new DateOnly(1985, 12, 31)));

    [TestCase("12/31/1985")]
    [TestCase("31.02.1985")]
    [TestCase("весной")]
    [TestCase("1985")]
    [TestCase("5")]
    public void What_is_no_day_is_none(string text) => Assert.That(SheetDay.Of(text, Today), Is.Null);

    [TestCase("03.05.27", 2027)]
    [TestCase("03.05.36", 2036)]
    [TestCase("03.05.37", 1937)]
    public void Two_digits_of_a_year_mean_the_nearest_hundred_years(string text, int year) => Assert.That(SheetDay.Of(text, Today)!.Value.Year,
        Is.EqualTo(year));

    [FsCheck.NUnit.Property]
    public Property Every_day_written_in_any_form_comes_back() =>
        Prop.ForAll(Gen.Choose(0, 70_000).ToArbitrary(), Gen.Elements("d.M.yyyy", "dd.MM.yyyy", "yyyy-MM-dd", "dd/MM/yyyy",
            "d MMMM yyyy г.").ToArbitrary(), (days, form) =>
        {
            var day = new DateOnly(1920, 1, 1).AddDays(days);
            return SheetDay.Of(day.ToString(form, CultureInfo.GetCultureInfo("ru-RU")), Today) == day
                && SheetDay.OfSerial(day.ToDateTime(TimeOnly.MinValue).ToOADate(), false) == day;
        });

    [FsCheck.NUnit.Property]
    public Property Whatever_stands_in_a_cell_comes_back_from_a_csv_and_from_a_workbook() => Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), text =>
    {
        var cell = SheetWorkbook.Tidy(text.Get);
        if (cell.Length == 0 || cell.Any(char.IsControl)) return true;
        var csv = StaffSheet.Read([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes($"ФИО;Должность\r\n\"{cell.Replace("\"", "\"\"")}\";я\r\n")]).Single();
        var book = StaffSheet.Read(Sheets.Of(["ФИО"], [cell])).Single();
        return csv.Rows[1].At(0) == cell && book.Rows[1].At(0) == cell;
    });
}
