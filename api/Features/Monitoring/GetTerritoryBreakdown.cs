using Dapper;
using MediatR;
using Mentoring.Api.Features.Common.Territories;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Monitoring;

/// <summary>
/// One indicator of a territory and of those below it, by the categories of one dimension. The categories add up to the whole, as
/// territories and months do. Of an indicator that counts few people a territory's categories are told only where none of a month is
/// small, neither there nor beside it nor above, and where each whole is told: then nothing small follows from what is told.
/// </summary>
public static class GetTerritoryBreakdown
{
    public static void Map(RouteGroupBuilder monitoring) =>
        monitoring.MapGet("/territories/{territoryCode}/indicators/{indicator}/breakdown",
                async (string territoryCode, string indicator, BreakdownDimension? dimension, string? period, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(new Query(territoryCode, indicator, dimension, period), ct)))
            .Operation(nameof(GetTerritoryBreakdown), Permission.MonitoringSchool);

    /// <param name="Dimension">One of those that `GET /indicators` lists for the indicator; the first of them when absent.</param>
    /// <param name="Period">As for the dashboard.</param>
    public sealed record Query(string Code, string Indicator, BreakdownDimension? Dimension, string? Period) : IQuery<Result>;

    /// <param name="Categories">Those that anything is counted in, in the order of the dimension.</param>
    /// <param name="Territory">The territory itself.</param>
    /// <param name="Children">The territories directly below, by name; none of a municipality.</param>
    public sealed record Result(
        string Indicator, BreakdownDimension Dimension, PeriodShown Period, IReadOnlyList<BreakdownCategory> Categories, Area Territory,
        IReadOnlyList<Area> Children);

    /// <param name="Hidden">Its categories are not told: some are small, here or beside it.</param>
    /// <param name="Values">In the order of the categories; none where they are hidden.</param>
    public sealed record Area(
        string Code, TerritoryLevel Level, string NameRu, string NameEn, bool Hidden, IReadOnlyList<Part> Values);

    /// <param name="Category">Its code.</param>
    /// <param name="Value">In the indicator's unit; null when the denominator is zero.</param>
    public sealed record Part(string Category, decimal? Value, decimal Numerator, decimal Denominator);

    sealed record Subject(IndicatorUnit Unit, IndicatorKind Kind, int Number, int Least);

    sealed record Found(string Code, TerritoryLevel Level, string NameRu, string NameEn);

    sealed record Sum(string TerritoryCode, string Category, decimal Numerator, decimal Denominator);

    /// <param name="Depth">0 of the territory asked for, 1 of the one above it.</param>
    sealed record Small(int Depth);

    public sealed class Handler(Db db, TimeProvider time) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var subject = await db.Maybe<Subject>(Find, query, ct) ?? throw new NotFound();
            var offered = Breakdowns.Of(query.Indicator);
            if (offered.Count == 0 || (query.Dimension is { } named && !offered.Contains(named)))
                throw new BadInput("breakdown.not-of-indicator") { Pointer = "/dimension" };
            var dimension = query.Dimension ?? offered[0];
            var (_, period) = await MonitoringSql.Now(db, time, query.Period, ct);
            // A stock is that of the last month, a flow of all of them.
            var first = subject.Kind == IndicatorKind.Stock ? period.Counted : period.First;
            var asked = new
            {
                query.Code, query.Indicator, Dimension = dimension.ToString(), subject.Number, subject.Least, First = first, period.Counted,
                Dictionary = Breakdowns.Dictionary(dimension),
            };
            var (places, sums, kept, small) = await db.Many(Sql, asked, async rows => (
                (await rows.ReadAsync<Found>()).AsList(), (await rows.ReadAsync<Sum>()).ToLookup(sum => sum.TerritoryCode),
                (await rows.ReadAsync<BreakdownCategory>()).AsList(), (await rows.ReadAsync<Small>()).Select(one => one.Depth).ToHashSet()), ct);
            var known = sums.SelectMany(of => of).Where(sum => (sum.Numerator, sum.Denominator) != (0, 0)).Select(sum => sum.Category).ToHashSet();
            List<BreakdownCategory> categories = [.. kept.Concat(Breakdowns.Fixed(dimension)).Where(one => known.Contains(one.Code))];

            Area Of(Found place)
            {
                var isBelow = place.Code != query.Code;
                var hidden = small.Any(depth => depth > 0 || isBelow);
                var values = sums[place.Code].ToDictionary(sum => sum.Category);
                return new(place.Code, place.Level, place.NameRu, place.NameEn, hidden, hidden ? [] : [.. categories.Select(category =>
                {
                    var (numerator, denominator) = values.TryGetValue(category.Code, out var sum) ? (sum.Numerator, sum.Denominator) : default;
                    return new Part(category.Code, Ratio.Of(numerator, denominator, subject.Unit), numerator, denominator);
                })]);
            }

            return new(query.Indicator, dimension, period, categories, Of(places.Single(place => place.Code == query.Code)),
                [.. places.Where(place => place.Code != query.Code).Select(Of)]);
        }
    }

    const string Find = """
        select i.unit, i.kind, i.number::int number, i.least from indicator i
         where i.code = @Indicator and i.valid_to is null and exists (select from territory where code = @Code)
        """;

    const string Sql = """
        select t.code, t.level, t.name_ru, t.name_en from territory t where t.code = @Code or t.parent_code = @Code order by t.name_ru, t.code;

        select b.territory_code, b.category, coalesce(sum(b.numerators[@Number]), 0) numerator, coalesce(sum(b.denominators[@Number]), 0) denominator
          from territory_breakdown b join territory t on t.code = b.territory_code and (t.code = @Code or t.parent_code = @Code)
         where b.dimension = @Dimension and b.period between @First and @Counted
         group by 1, 2;

        select distinct on (position, code) code, name_ru, name_en from dictionary_entry where dictionary = @Dictionary
         order by position, code, valid_to desc nulls first;

        select distinct case when beside.code = tree.ancestor_code then tree.depth + 1 else tree.depth end depth
          from territory_tree tree
          join territory beside on beside.parent_code = tree.ancestor_code or (beside.code = tree.ancestor_code and beside.parent_code is null)
         where tree.descendant_code = @Code and @Least > 0 and (
               exists (select from territory_breakdown b where b.territory_code = beside.code and b.dimension = @Dimension
                          and b.period between @First and @Counted and b.denominators[@Number] between 1 and @Least - 1)
               or exists (select from territory_told t where t.territory_code = beside.code and t.period between @First and @Counted
                             and t.indicator = @Indicator and t.hidden));
        """;
}
