using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Diagnosis;

/// <summary>An empty file of results of an outside instrument: a row for each of its areas. CSV unless XLSX is asked for.</summary>
public static class GetOutsideTemplate
{
    public static void Map(RouteGroupBuilder instruments) =>
        instruments.MapGet("/{instrumentId:guid}/template", async (Guid instrumentId, [AsParameters] ExportChoice choice, IMediator mediator,
                CancellationToken ct) =>
            {
                var mapping = await mediator.Send(new Query(instrumentId), ct);
                return Export.File(choice, Export.IsRussian ? "Результаты диагностики" : "Results of diagnosis", OutsideColumns.Template,
                    mapping.Areas.Select(area => new object?[] { null, null, null, null, null, null, null, null, area.Code, null }));
            })
            .WithDescription(Export.Description)
            .Produces<string>(StatusCodes.Status200OK, "text/csv", Export.Spreadsheet)
            .Operation(nameof(GetOutsideTemplate), Permission.DiagnosisImport);

    public sealed record Query(Guid Id) : IQuery<OutsideMapping>;

    sealed record Row(string Content);

    public sealed class Handler(Db db) : IRequestHandler<Query, OutsideMapping>
    {
        public async Task<OutsideMapping> Handle(Query query, CancellationToken ct) => InstrumentContent.Read((await db.One<Row>(
            "select content::text content from instrument where id = @Id and form = 'Outside' and status <> 'Draft'", query, ct)).Content).Outside!;
    }
}
