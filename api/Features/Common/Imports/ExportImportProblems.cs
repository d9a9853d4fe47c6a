using System.Runtime.CompilerServices;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Imports;

/// <summary>What is wrong in the rows of an import, as a file to work through in a spreadsheet.</summary>
public static class ExportImportProblems
{
    const int PageRows = 5000;

    public static void Map(RouteGroupBuilder imports) =>
        imports.MapGet("/{importId:guid}/problems.csv", async (Guid importId, [AsParameters] ExportChoice choice, Db db, CancellationToken ct) =>
            {
                await db.One<Guid>("select id from import where id = @Id", new { Id = importId }, ct);
                return await Export.Stream(choice, $"problems-{importId}", Columns, Rows(importId, db, ct), everyFieldQuoted: true);
            })
            .WithDescription(Export.Description)
            .Produces<string>(StatusCodes.Status200OK, "text/csv", Export.Spreadsheet)
            .Operation(nameof(ExportImportProblems), Permission.ImportManage);

    static readonly Export.Column[] Columns =
        [new("file", "Файл"), new("line", "Строка"), new("field", "Столбец"), new("code", "Код"), new("message", "Что не так"), new("value", "Что написано")];

    static async IAsyncEnumerable<object?[]> Rows(Guid id, Db db, [EnumeratorCancellation] CancellationToken ct)
    {
        IReadOnlyList<ListImportProblems.Row> rows;
        var after = 0;
        do
        {
            rows = await db.List<ListImportProblems.Row>(ListImportProblems.Sql, new { id, After = after, Take = PageRows }, ct);
            foreach (var item in rows.Select(row => row.ToItem())) yield return [item.File, item.Line, item.Field, item.Code, item.Message, item.Value];
            after = rows.Count > 0 ? rows[^1].Sequence : after;
        }
        while (rows.Count == PageRows);
    }
}
