using System.Text.Json;
using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Api.Features.Region.Diagnosis;

/// <summary>Which diagnoses a file of results would bring, by name: the first 10,000. Once the import is over nothing of it is told.</summary>
public static class ListImportResults
{
    public static void Map(RouteGroupBuilder imports) =>
        imports.MapGet("/{importId:guid}/diagnosis-results", async ([AsParameters] Filter filter, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(filter), ct)))
            .Operation(nameof(ListImportResults), Permission.DiagnosisImport);

    /// <param name="Search">A part of the teacher's name.</param>
    /// <param name="Size">Items of a page, 1 to 200; 50 when absent.</param>
    public sealed record Filter([FromRoute(Name = "importId")] Guid Id, string? Search, string? Cursor, int? Size);

    public sealed record Query(Filter Filter) : IQuery<Page<Item>>;

    /// <param name="Line">The first row about it.</param>
    /// <param name="Name">As recorded.</param>
    /// <param name="SchoolName">Where the teacher works and the body supports.</param>
    /// <param name="Day">Of the diagnosis.</param>
    public sealed record Item(
        ResultChange Change, int Line, string Name, string SchoolName, DateOnly Day, string InstrumentNameRu, string InstrumentNameEn,
        IReadOnlyList<ResultLevel> Areas);

    /// <param name="Area">Code of the dictionary `competence-area`.</param>
    /// <param name="Level">0 to 100.</param>
    public sealed record ResultLevel(string Area, int Level);

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.Filter.Size).InclusiveBetween(1, Cursors.LargestSize).OverridePropertyName("size");
            RuleFor(q => q.Filter.Search).MaximumLength(200).OverridePropertyName("search");
        }
    }

    sealed record Row(
        int Sequence, ResultChange Change, int Line, string Name, string SchoolName, DateOnly Day, string InstrumentNameRu, string InstrumentNameEn,
        string Areas)
    {
        public Item ToItem() => new(Change, Line, Name, SchoolName, Day, InstrumentNameRu, InstrumentNameEn,
            JsonSerializer.Deserialize<List<ResultLevel>>(Areas, Json.Options)!);
    }

    sealed record After(int Sequence);

    public sealed class Handler(Db db, Cursors cursors) : IRequestHandler<Query, Page<Item>>
    {
        public async Task<Page<Item>> Handle(Query query, CancellationToken ct)
        {
            var filter = query.Filter;
            await db.One<Guid>("select id from import where id = @Id and kind = 'DiagnosisResults'", new { filter.Id }, ct);
            var size = filter.Size ?? Cursors.DefaultSize;
            var list = $"{nameof(ListImportResults)}/{filter.Id}";
            var after = cursors.Read<After>(filter.Cursor, list)?.Sequence ?? 0;
            var rows = await db.List<Row>(Sql, new { filter.Id, Pattern = Like.Containing(filter.Search), After = after, Take = size + 1 }, ct);
            var page = cursors.Page(rows, size, list, row => new After(row.Sequence));
            return new([.. page.Items.Select(row => row.ToItem())], page.Next);
        }
    }

    const string Sql = """
        select r.sequence, r.change, r.line, r.name, r.school_name, r.day, i.name_ru instrument_name_ru, i.name_en instrument_name_en, r.areas::text areas
          from import_result r join instrument i on i.id = r.instrument_id
         where r.import_id = @Id and (@Pattern::text is null or r.name ilike @Pattern) and r.sequence > @After
         order by r.sequence limit @Take
        """;
}

/// <summary>What a result would do to the teacher's diagnoses.</summary>
public enum ResultChange
{
    /// <summary>The first of its kind.</summary>
    Comes,

    /// <summary>The one before it gives way.</summary>
    Replaces,

    /// <summary>A later one stays in its place; this one is kept beside it.</summary>
    Earlier,

    /// <summary>It has come before: nothing changes.</summary>
    Known,
}
