using Dapper;
using MediatR;
using Mentoring.Api.Features.Common.Territories;
using Mentoring.Api.Platform;
using Microsoft.Net.Http.Headers;

namespace Mentoring.Api.Features.Monitoring;

/// <summary>
/// A territory's indicators with those of the territories below it: a map, a table and a comparison from one request. Sums of
/// territories are open to everyone who holds a monitoring role anywhere: to compare with the region and the country is the
/// point of them, and they name nobody.
/// </summary>
public static class GetTerritoryDashboard
{
    public static void Map(RouteGroupBuilder monitoring) =>
        monitoring.MapGet("/territories/{territoryCode}/dashboard",
            async (string territoryCode, string? period, HttpContext http, IMediator mediator, CancellationToken ct) =>
            {
                var answer = await mediator.Send(new Query(territoryCode, period, ETags.Known(http)), ct);
                return ETags.Conditional(answer.Tag, answer.Result);
            })
            .Operation(nameof(GetTerritoryDashboard), Permission.MonitoringSchool);

    /// <param name="Period">`2026-10`, `2026-Q4`, `2026-H2`, `2026/27` (school year) or `2026`; the newest counted month when absent.</param>
    /// <param name="Known">The entity tags that the caller holds.</param>
    public sealed record Query(string Code, string? Period, IList<EntityTagHeaderValue> Known) : IQuery<Answer>;

    public sealed record Answer(EntityTagHeaderValue Tag, Result? Result);

    /// <param name="AsOf">When a sum last changed.</param>
    /// <param name="Indicators">In the catalogue's order.</param>
    /// <param name="Children">The territories directly below, by name.</param>
    /// <param name="Regions">For the federation alone: all regions, by name; null elsewhere.</param>
    public sealed record Result(
        Place Territory, PeriodShown Period, DateTime AsOf, IReadOnlyList<Indicator> Indicators, IReadOnlyList<Child> Children, IReadOnlyList<Child>? Regions);

    public sealed record Place(string Code, string? ParentCode, TerritoryLevel Level, string NameRu, string NameEn);

    /// <param name="Numerator">Null when suppressed, as the denominator and the value.</param>
    /// <param name="Comparable">What is compared with the year before: a stock's value; a flow's over the ended months of the period, null without one.</param>
    /// <param name="Previous">The same of the same months a year before; either is null where it is suppressed.</param>
    /// <param name="Mark">What stands in place of a value; null where it is told, or where nothing stands below the line.</param>
    public sealed record Indicator(
        string Code, decimal? Value, decimal? Numerator, decimal? Denominator, int OrganizationsReported, int OrganizationsExpected,
        decimal? Comparable, decimal? Previous, IndicatorMark? Mark);

    /// <param name="ParentCode">The territory directly above: the federal district of a region.</param>
    /// <param name="Values">In the catalogue's order.</param>
    public sealed record Child(string Code, string ParentCode, TerritoryLevel Level, string NameRu, string NameEn, IReadOnlyList<IndicatorValue> Values);

    public sealed class Handler(Db db, TimeProvider time) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query query, CancellationToken ct)
        {
            var (state, places) = await db.Many(StateAndPlaces, new { Today = MonitoringSql.Month(time), query.Code },
                async rows => (await rows.ReadSingleAsync<MonitoringSql.StateRow>(), (await rows.ReadAsync<Place>()).AsList()), ct);
            var self = places.SingleOrDefault(p => p.Code == query.Code) ?? throw new NotFound();
            var period = Period.Read(query.Period, state.Newest).Shown(state, time);
            var tag = Freshness.Tag(state, time);
            if (query.Known.Holds(tag)) return new(tag, null);

            var values = (await db.List<MonitoringSql.ValueRow>(MonitoringSql.TerritoryValues,
                MonitoringSql.Arguments(period, places.Select(p => p.Code), compared: [query.Code]), ct))
                .ToLookup(v => (v.Place, v.Part));

            Child Below(Place place) => new(place.Code, place.ParentCode!, place.Level, place.NameRu, place.NameEn,
                [.. values[(place.Code, MonitoringSql.Part.Shown)].Select(v => v.Value)]);
            return new(tag, new(
                self, period, state.ChangedAt, [.. values.Compared(self.Code)],
                [.. places.Where(p => p.ParentCode == self.Code).Select(Below)],
                self.Level == TerritoryLevel.Federation ? [.. places.Where(p => p.Level == TerritoryLevel.Region).Select(Below)] : null));
        }
    }

    /// <summary>A place's values, each with what is compared of it and of the year before.</summary>
    static IEnumerable<Indicator> Compared(this ILookup<(string, MonitoringSql.Part), MonitoringSql.ValueRow> values, string place)
    {
        var own = values[(place, MonitoringSql.Part.Own)].ToDictionary(v => v.Code, v => v.Value.Value);
        var before = values[(place, MonitoringSql.Part.YearBefore)].ToDictionary(v => v.Code, v => v.Value.Value);
        return values[(place, MonitoringSql.Part.Shown)].Select(v => v.Value).Select(v => new Indicator(
            v.Code, v.Value, v.Numerator, v.Denominator, v.OrganizationsReported, v.OrganizationsExpected,
            own.GetValueOrDefault(v.Code), before.GetValueOrDefault(v.Code), v.Mark));
    }

    const string StateAndPlaces = $"""
        {MonitoringSql.State};
        select t.code, t.parent_code, t.level, t.name_ru, t.name_en from territory t
          join territory_tree tree on tree.descendant_code = t.code and tree.ancestor_code = @Code
          join territory top on top.code = @Code
         where tree.depth <= 1 or (top.level = 'Federation' and t.level = 'Region')
         order by t.name_ru, t.code
        """;
}
