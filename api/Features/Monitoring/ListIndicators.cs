using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Monitoring;

/// <summary>The catalogue: what each indicator means and how it is made.</summary>
public static class ListIndicators
{
    public static void Map(RouteGroupBuilder monitoring) =>
        monitoring.MapGet("/indicators",
                async (string? period, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new Query(period), ct)))
            .Operation(nameof(ListIndicators), Permission.SignedIn);

    /// <param name="Period">As for a territory's dashboard: definitions as its last month goes by them; those of today when absent.</param>
    public sealed record Query(string? Period = null) : IQuery<IReadOnlyList<Item>>;

    /// <param name="Code">Stable; the address of its series.</param>
    /// <param name="Version">Counts changes of the formula.</param>
    /// <param name="Source">Section of the federal guidelines on mentoring that asks for it.</param>
    /// <param name="Least">With a smaller denominator no value is told to those above; 0 where all are told.</param>
    public sealed record Item(
        string Code, int Version, IndicatorTheme Theme, string NameRu, string NameEn, string FormulaRu, string FormulaEn,
        IndicatorUnit Unit, IndicatorKind Kind, IndicatorDirection Direction, string Source, int Least)
    {
        /// <summary>What it is told apart by.</summary>
        public required IReadOnlyList<BreakdownDimension> Dimensions { get; init; }
    }

    public sealed class Handler(Db db) : IRequestHandler<Query, IReadOnlyList<Item>>
    {
        public async Task<IReadOnlyList<Item>> Handle(Query query, CancellationToken ct)
        {
            var month = query.Period is null ? Newest : Period.Read(query.Period, Newest).Last;
            return [.. (await db.List<Item>(Sql, new { Month = month }, ct)).Select(item => item with { Dimensions = Breakdowns.Of(item.Code, item.Least) })];
        }
    }

    /// <summary>By the last month of all goes whatever holds today.</summary>
    static readonly DateOnly Newest = new(9999, 12, 1);

    const string Sql = """
        select code, version, theme, name_ru, name_en, formula_ru, formula_en, unit, kind, direction, source, least
          from indicator join indicator_version using (code, version) where @Month >= since and @Month < until order by position
        """;
}
