using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Api.Features.Common.Imports;

/// <summary>What is wrong in the rows of an import, in the order of the files: the first 10,000, while the import counts all.</summary>
public static class ListImportProblems
{
    public static void Map(RouteGroupBuilder imports) =>
        imports.MapGet("/{importId:guid}/problems", async ([AsParameters] Filter filter, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(filter.Id, filter.Cursor, filter.Size), ct)))
            .Operation(nameof(ListImportProblems), Permission.ImportManage);

    /// <param name="Size">Items of a page, 1 to 200; 50 when absent.</param>
    public sealed record Filter([FromRoute(Name = "importId")] Guid Id, string? Cursor, int? Size);

    public sealed record Query(Guid Id, string? Cursor, int? Size) : IQuery<Page<Item>>;

    /// <param name="File">File inside the zip, or the uploaded file.</param>
    /// <param name="Line">Line of the CSV file, the header is 1; number in the list of a JSON file, from 1.</param>
    /// <param name="Field">Column, or path of the JSON member.</param>
    /// <param name="Code">Stable code.</param>
    /// <param name="Message">The same in the language of the request.</param>
    /// <param name="Value">What stands there, at most 200 characters.</param>
    public sealed record Item(string File, int Line, string Field, string Code, string Message, string? Value);

    public sealed record Row(int Sequence, string File, int Line, string Field, string Code, string? Value)
    {
        public Item ToItem() => new(File, Line, Field, Code, ProblemTexts.Of(Code, [("field", Field), ("value", Value)]), Value);
    }

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(q => q.Size).InclusiveBetween(1, Cursors.LargestSize);
    }

    public sealed record After(int Sequence);

    public sealed class Handler(Db db, Cursors cursors) : IRequestHandler<Query, Page<Item>>
    {
        public async Task<Page<Item>> Handle(Query query, CancellationToken ct)
        {
            await db.One<Guid>("select id from import where id = @Id", query, ct);
            var size = query.Size ?? Cursors.DefaultSize;
            var list = $"{nameof(ListImportProblems)}/{query.Id}";
            var rows = await db.List<Row>(Sql, new { query.Id, After = cursors.Read<After>(query.Cursor, list)?.Sequence ?? 0, Take = size + 1 }, ct);
            var page = cursors.Page(rows, size, list, row => new After(row.Sequence));
            return new([.. page.Items.Select(row => row.ToItem())], page.Next);
        }
    }

    public const string Sql = """
        select sequence, file, line, field, code, value from import_problem where import_id = @Id and sequence > @After order by sequence limit @Take
        """;
}
