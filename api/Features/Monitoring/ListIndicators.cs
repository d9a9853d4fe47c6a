using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Monitoring;

/// <summary>The catalogue: what each indicator means and how it is made.</summary>
public static class ListIndicators
{
    public static void Map(RouteGroupBuilder monitoring) =>
        monitoring.MapGet("/indicators", async (IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new Query(), ct)))
            .Operation(nameof(ListIndicators), Permission.SignedIn);

    public sealed record Query : IQuery<IReadOnlyList<Item>>;

    /// <param name="Code">Stable; the address of its series.</param>
    /// <param name="Version">Counts changes of the formula.</param>
    /// <param name="Source">Section of the federal guidelines on mentoring that asks for it.</param>
    public sealed record Item(
        string Code, int Version, IndicatorTheme Theme, string NameRu, string NameEn, string FormulaRu, string FormulaEn,
        IndicatorUnit Unit, IndicatorKind Kind, IndicatorDirection Direction, string Source)
    {
        /// <summary>What it is told apart by.</summary>
        public required IReadOnlyList<BreakdownDimension> Dimensions { get; init; }
    }

    public sealed class Handler(Db db) : IRequestHandler<Query, IReadOnlyList<Item>>
    {
        public async Task<IReadOnlyList<Item>> Handle(Query query, CancellationToken ct) =>
            [.. (await db.List<Item>(Sql, null, ct)).Select(item => item with { Dimensions = Breakdowns.Of(item.Code) })];

        const string Sql = """
            select code, version, theme, name_ru, name_en, formula_ru, formula_en, unit, kind, direction, source
              from indicator where valid_to is null order by position
            """;
    }
}
