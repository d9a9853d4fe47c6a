using System.Text;
using System.Xml;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using FsCheck;
using FsCheck.Fluent;
using Mentoring.Api.Features.Common.Calendar;
using Mentoring.Api.Features.School.Site;
using Mentoring.Api.Platform;
using Sylvan.Data.Csv;

namespace Mentoring.Tests.Rules;

/// <summary>Whatever text stands in a row, from before it was cleaned at the edge too, every writer makes a file of it that others can read.</summary>
public sealed class WritersTests
{
    static readonly DateTime s_at = new(2026, 9, 1, 9, 0, 0, DateTimeKind.Utc);

    /// <summary>Sixteen-bit units of any kind, the troublesome ones as often as letters.</summary>
    static Arbitrary<string> AnyText { get; } = Gen.Frequency(
            (3, Gen.Elements("аЯё Az09.;:,|\"'\\<>&=+-@\t\n\r".ToCharArray())),
            (2, Gen.Choose(0, 0x9f).Select(unit => (char)unit)),
            (2, Gen.Elements('\ud800', '\udbff', '\udc00', '\udfff', '\ufffe', '\uffff', '\ufeff', '\ufdd0', '\u2028', '\u2029', '\u0085')),
            (2, Gen.Elements('\u0306', '\u0308', '\u0301', '\u200f', '\u202e', '\u2066', '\u05d0', '\u0627', '\u200d', '\u3000', '＝')),
            (1, Gen.Choose(0, 0xffff).Select(unit => (char)unit)))
        .ListOf().Select(units => new string([.. units])).ToArbitrary();

    [FsCheck.NUnit.Property(MaxTest = 100)]
    public Property A_word_document_opens_and_has_the_text() => Prop.ForAll(AnyText, text =>
    {
        PaperBlock[] paper =
        [
            new(PaperBlockKind.Title, text, []), new(PaperBlockKind.Paragraph, text, []), new(PaperBlockKind.Table, "", [[text, "б"], ["в", text]]),
                new(PaperBlockKind.Signature, text, [[text]]),
        ];
        using var document = WordprocessingDocument.Open(new MemoryStream(PaperDocument.Write(text, paper)), isEditable: false);
        Assert.That(new OpenXmlValidator().Validate(document).Select(fault => fault.Description), Is.Empty);
        var words = document.MainDocumentPart!.Document!.Body!.Descendants<DocumentFormat.OpenXml.Wordprocessing.Text>().Select(t => t.Text).ToList();
        // XML readers take a line's end as \n.
        if (CleanText.Of(text).Length > 0) Assert.That(words.Count(word => word == CleanText.Of(text)), Is.GreaterThanOrEqualTo(6));
    });

    [FsCheck.NUnit.Property(MaxTest = 300)]
    public Property A_calendar_has_short_lines_and_gives_the_text_back() => Prop.ForAll(AnyText, text =>
    {
        var written = new CalendarText(text).Meeting(new(Guid.Empty, s_at, 45, text, text, null, CalendarStatus.Confirmed, 0), s_at).End();
        Assert.That(written, Does.EndWith("END:VCALENDAR\r\n"));
        var lines = written.Split("\r\n")[..^1];
        Assert.That(lines.Max(Encoding.UTF8.GetByteCount), Is.LessThanOrEqualTo(75));
        Assert.That(lines, Has.None.Contains("\n").And.None.Contains("\r"));
        Assert.That(new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(Encoding.UTF8.GetBytes(written)), Is.EqualTo(written));
        var summary = written.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n").Single(line => line.StartsWith("SUMMARY:",
            StringComparison.Ordinal))["SUMMARY:".Length..];
        Assert.That(Unescaped(summary), Is.EqualTo(CleanText.Of(text)));
    });

    [FsCheck.NUnit.Property(MaxTest = 300)]
    public Property A_table_has_its_cells_and_none_of_them_is_a_formula() => Prop.ForAll(AnyText, text =>
    {
        using var reader = CsvDataReader.Create(new StringReader(Csv.Line("a", "b") + Csv.Line(text, "конец")));
        Assert.That(reader.Read(), Is.True);
        var cell = reader.GetString(0);
        Assert.That(cell.TrimStart(), Does.Not.Match("^[=+\\-@＝＋－＠]"));
        Assert.That((cell.Replace("'", "", StringComparison.Ordinal), reader.GetString(1), reader.Read()),
            Is.EqualTo((CleanText.Of(text).Replace("'", "", StringComparison.Ordinal), "конец", false)));
    });

    [FsCheck.NUnit.Property(MaxTest = 300)]
    public Property A_page_and_a_feed_are_well_formed() => Prop.ForAll(AnyText, text =>
    {
        foreach (var html in new[] { SiteMarkup.Text(text), SiteMarkup.Html(text) })
        {
            var shown = XDocument.Parse($"<div>{html.Replace("<br>", "<br/>", StringComparison.Ordinal)}</div>", LoadOptions.PreserveWhitespace);
            Assert.That(new XElement("content", html).ToString(), Is.Not.Null);
            Assert.That(shown.Descendants("script"), Is.Empty);
        }

        Assert.That(XElement.Parse($"<p>{SiteMarkup.Text(text)}</p>", LoadOptions.PreserveWhitespace).Value, Is.EqualTo(CleanText.Of(text)));
        XmlConvert.VerifyXmlChars(SiteMarkup.Html(text));
    });

    static string Unescaped(string value)
    {
        var text = new StringBuilder();
        for (var i = 0; i < value.Length; i++)
            text.Append(value[i] != '\\' ? value[i] : value[++i] is 'n' or 'N' ? '\n' : value[i]);
        return text.ToString();
    }
}
