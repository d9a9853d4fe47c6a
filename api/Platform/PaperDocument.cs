using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Mentoring.Api.Platform;

/// <summary>Writes a paper as DOCX: A4 with the margins of office papers, headings as styles, headed tables, page numbers.</summary>
public static class PaperDocument
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    const int LineWidth = 9355;

    public static byte[] Write(string title, IReadOnlyList<PaperBlock> paper)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            document.PackageProperties.Title = CleanText.Of(title);
            document.PackageProperties.Language = "ru-RU";
            var main = document.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = Styles();
            var footer = main.AddNewPart<FooterPart>();
            footer.Footer = new Footer(new Paragraph(
                new ParagraphProperties(new Justification { Val = JustificationValues.Center }),
                new SimpleField(new Run(new Text("1"))) { Instruction = " PAGE " }));

            var body = new Body();
            foreach (var block in paper) body.Append(Elements(block));
            body.Append(new SectionProperties(
                new FooterReference { Type = HeaderFooterValues.Default, Id = main.GetIdOfPart(footer) },
                new PageSize { Width = 11906, Height = 16838 },
                new PageMargin { Top = 1134, Right = 850, Bottom = 1134, Left = 1701, Header = 567, Footer = 567, Gutter = 0 }));
            main.Document = new Document(body);
        }

        return stream.ToArray();
    }

    static IEnumerable<OpenXmlElement> Elements(PaperBlock block) => block.Kind switch
    {
        // Word joins tables that touch: a paragraph stands between.
        PaperBlockKind.Table => [Table(block.Rows), Line("", null)],
        PaperBlockKind.Signature => [Line("", null), Signature(block)],
        PaperBlockKind.Title => [Line(block.Text, "Title")],
        PaperBlockKind.Section => [Line(block.Text, "Heading1")],
        PaperBlockKind.Centered => [Line(block.Text, "Centered")],
        PaperBlockKind.Right => [Line(block.Text, "Right")],
        _ => [Line(block.Text, null)],
    };

    static Paragraph Line(string text, string? style)
    {
        var line = new Paragraph();
        if (style is not null) line.Append(new ParagraphProperties(new ParagraphStyleId { Val = style }));
        if (text.Length > 0) line.Append(Words(text));
        return line;
    }

    static Paragraph Signature(PaperBlock block) => new(
        new ParagraphProperties(new ParagraphStyleId { Val = "Plain" },
            new Tabs(new TabStop { Val = TabStopValues.Left, Position = 4000 }, new TabStop { Val = TabStopValues.Right, Position = LineWidth })),
        Words(block.Text), new Run(new TabChar()), new Run(new Text("____________________")), new Run(new TabChar()), Words(block.Rows[0][0]));

    static Run Words(string text) => new(new Text(CleanText.Of(text)) { Space = SpaceProcessingModeValues.Preserve });

    /// <summary>Columns share the line by their longest cell, so that words get room and figures take little.</summary>
    static int[] Widths(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        int[] weights = [.. rows[0].Select((_, column) => Math.Clamp(rows.Max(row => row[column].Length), 12, 40))];
        return [.. weights.Select(weight => LineWidth * weight / weights.Sum())];
    }

    static Table Table(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var widths = Widths(rows);
        var table = new Table(
            new TableProperties(
                new TableWidth { Width = "5000", Type = TableWidthUnitValues.Pct },
                new TableBorders(Border<TopBorder>(), Border<LeftBorder>(), Border<BottomBorder>(), Border<RightBorder>(), Border<InsideHorizontalBorder>(),
                    Border<InsideVerticalBorder>())),
            new TableGrid(widths.Select(width => new GridColumn { Width = $"{width}" })));
        foreach (var (row, isHead) in rows.Select((row, index) => (row, index == 0)))
        {
            var line = new TableRow();
            if (isHead) line.Append(new TableRowProperties(new CantSplit(), new TableHeader()));
            foreach (var (cell, width) in row.Zip(widths))
            {
                line.Append(new TableCell(
                    new TableCellProperties(new TableCellWidth { Width = $"{width}", Type = TableWidthUnitValues.Dxa }),
                    Line(cell, isHead ? "TableHead" : "Plain")));
            }

            table.Append(line);
        }

        return table;
    }

    static T Border<T>() where T : BorderType, new() => new() { Val = BorderValues.Single, Size = 4 };

    static Styles Styles() => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                new RunFonts { Ascii = "Times New Roman", HighAnsi = "Times New Roman", EastAsia = "Times New Roman", ComplexScript = "Times New Roman" },
                new FontSize { Val = "24" }, new Languages { Val = "ru-RU" })),
            new ParagraphPropertiesDefault()),
        Style("Normal", "Normal", new(new SpacingBetweenLines { After = "120", Line = "276", LineRule = LineSpacingRuleValues.Auto },
            new Indentation { FirstLine = "567" }, new Justification { Val = JustificationValues.Both }), null, isDefault: true),
        Style("Plain", "Plain", new(new SpacingBetweenLines { After = "0" }, new Indentation { FirstLine = "0" },
            new Justification { Val = JustificationValues.Left }), null),
        Style("TableHead", "Table head", new(new KeepNext(), new SpacingBetweenLines { After = "0" }, new Indentation { FirstLine = "0" },
            new Justification { Val = JustificationValues.Left }), new(new Bold())),
        Style("Centered", "Centered", new(new SpacingBetweenLines { After = "120" }, new Indentation { FirstLine = "0" },
            new Justification { Val = JustificationValues.Center }), null),
        Style("Right", "Right", new(new SpacingBetweenLines { After = "0" }, new Indentation { Left = "4820", FirstLine = "0" },
            new Justification { Val = JustificationValues.Left }), null),
        Style("Title", "Title", new(new KeepNext(), new SpacingBetweenLines { Before = "360", After = "240" }, new Indentation { FirstLine = "0" },
            new Justification { Val = JustificationValues.Center }), new(new Bold(), new FontSize { Val = "28" })),
        Style("Heading1", "heading 1", new(new KeepNext(), new SpacingBetweenLines { Before = "240", After = "120" }, new Indentation { FirstLine = "0" },
            new Justification { Val = JustificationValues.Left }, new OutlineLevel { Val = 0 }), new(new Bold())));

    static Style Style(string id, string name, StyleParagraphProperties paragraph, StyleRunProperties? run, bool isDefault = false)
    {
        var style = new Style { Type = StyleValues.Paragraph, StyleId = id, StyleName = new StyleName { Val = name } };
        if (isDefault) style.Default = true;
        else style.Append(new BasedOn { Val = "Normal" });
        style.Append(paragraph);
        if (run is not null) style.Append(run);
        return style;
    }
}
