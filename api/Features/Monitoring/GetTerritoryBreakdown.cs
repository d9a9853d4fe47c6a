using Dapper;
using MediatR;
using Mentoring.Api.Features.Common.Territories;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Monitoring;

/// <summary>
/// One indicator of a territory and of those below it, by the categories of one dimension. The categories add up to the whole, as
/// territories and months do. An indicator that hides small numbers has none: its schools could be found by them.
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

    /// <param name="Values">In the order of the categories.</param>
    public sealed record Area(string Code, TerritoryLevel Level, string NameRu, string NameEn, IReadOnlyList<Part> Values);

    /// <param name="Category">Its code.</param>
    /// <param name="Value">In the indicator's unit; null when the denominator is zero.</param>
    public sealed record Part(string Category, decimal? Value, decimal Numerator, decimal Denominator);

    sealed record Subject(IndicatorUnit Unit, IndicatorKind Kind, int Number, int Least);

    sealed record Found(string Code, TerritoryLevel Level, string NameRu, string NameEn);

    sealed record Sum(string TerritoryCode, string Category, decimal Numerator, decimal Denominator);

    public sealed class Handler(Db db, TimeProvider time) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var (_, period) = await MonitoringSql.Now(db, time, query.Period, ct);
            var subject = await db.Maybe<Subject>(Find, new { query.Code, query.Indicator, period.Counted }, ct) ?? throw new NotFound();
            var offered = Breakdowns.Of(query.Indicator, subject.Least);
            if (offered.Count == 0 || (query.Dimension is { } named && !offered.Contains(named)))
                throw new BadInput("breakdown.not-of-indicator") { Pointer = "/dimension" };
            var dimension = query.Dimension ?? offered[0];
            // A stock is that of the last month, a flow of all of them.
            var first = subject.Kind == IndicatorKind.Stock ? period.Counted : period.First;
            var asked = new
            {
                query.Code, query.Indicator, Dimension = dimension.ToString(), subject.Number, First = first, period.Counted,
                Dictionary = Breakdowns.Dictionary(dimension),
            };
            var (places, sums, kept) = await db.Many(Sql, asked, async rows => (
                (await rows.ReadAsync<Found>()).AsList(), (await rows.ReadAsync<Sum>()).ToLookup(sum => sum.TerritoryCode),
                (await rows.ReadAsync<BreakdownCategory>()).AsList()), ct);
            var known = sums.SelectMany(of => of).Where(sum => (sum.Numerator, sum.Denominator) != (0, 0)).Select(sum => sum.Category).ToHashSet();
            List<BreakdownCategory> categories = [.. kept.Concat(Breakdowns.Fixed(dimension)).Where(one => known.Contains(one.Code))];

            Area Of(Found place)
            {
                var values = sums[place.Code].ToDictionary(sum => sum.Category);
                return new(place.Code, place.Level, place.NameRu, place.NameEn, [.. categories.Select(category =>
                {
                    var (numerator, denominator) = values.TryGetValue(category.Code, out var sum) ? (sum.Numerator, sum.Denominator) : default;
                    return new Part(category.Code, Ratio.Of(numerator, denominator, subject.Unit), numerator, denominator);
                })]);
            }

            return new(query.Indicator, dimension, period, categories, Of(places.Single(place => place.Code == query.Code)),
                [.. places.Where(place => place.Code != query.Code).Select(Of)]);
        }
    }

    /// <summary>By the definition of the period's last counted month; months that go by another one are not added to it.</summary>
    const string Version = """
        v.code = @Indicator and coalesce(@Counted::date, date '9999-12-01') >= v.since and coalesce(@Counted::date, date '9999-12-01') < v.until
        """;

    const string Find = $"""
        select i.unit, i.kind, i.number::int number, i.least from indicator i join indicator_version v using (code, version)
         where {Version} and exists (select from territory where code = @Code)
        """;

    const string Sql = $"""
        select t.code, t.level, t.name_ru, t.name_en from territory t where t.code = @Code or t.parent_code = @Code order by t.name_ru, t.code;

        select b.territory_code, b.category, coalesce(sum(b.numerators[@Number]), 0) numerator, coalesce(sum(b.denominators[@Number]), 0) denominator
          from territory_breakdown b join territory t on t.code = b.territory_code and (t.code = @Code or t.parent_code = @Code)
          join indicator_version v on {Version} and b.period >= v.since
         where b.dimension = @Dimension and b.period between @First and @Counted
         group by 1, 2;

        select distinct on (position, code) code, name_ru, name_en from dictionary_entry where dictionary = @Dictionary
         order by position, code, valid_to desc nulls first;
        """;
}
