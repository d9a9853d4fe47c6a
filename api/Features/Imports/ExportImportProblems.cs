using System.Globalization;
using System.Text;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Imports;

/// <summary>What is wrong in the rows of an import, as a CSV file to work through in a spreadsheet.</summary>
public static class ExportImportProblems
{
    const int PageRows = 5000;

    public static void Map(RouteGroupBuilder imports) =>
        imports.MapGet("/{id:guid}/problems.csv", async (Guid id, Db db, CancellationToken ct) =>
            {
                await db.One<Guid>("select id from import where id = @id", new { id }, ct);
                return TypedResults.Stream(output => Write(id, db, output, ct), "text/csv; charset=utf-8", $"problems-{id}.csv");
            })
            .WithSummary("What is wrong in the rows of an import, as CSV")
            .Operation(nameof(ExportImportProblems), Permission.ImportManage);

    static async Task Write(Guid id, Db db, Stream output, CancellationToken ct)
    {
        // With a byte order mark, for the spreadsheets that would take Russian for Latin.
        await using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await writer.WriteAsync("file,line,field,code,message,value\r\n");
        IReadOnlyList<ListImportProblems.Row> rows;
        var after = 0;
        do
        {
            rows = await db.List<ListImportProblems.Row>(ListImportProblems.Sql, new { id, After = after, Take = PageRows }, ct);
            foreach (var item in rows.Select(row => row.ToItem()))
                await writer.WriteAsync(Csv.Line(item.File, item.Line.ToString(CultureInfo.InvariantCulture), item.Field, item.Code, item.Message, item.Value));
            after = rows.Count > 0 ? rows[^1].Sequence : after;
        }
        while (rows.Count == PageRows);
    }
}
