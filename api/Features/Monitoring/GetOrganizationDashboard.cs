using MediatR;
using Mentoring.Api.Platform;
using Microsoft.Net.Http.Headers;

namespace Mentoring.Api.Features.Monitoring;

/// <summary>A school's indicators beside those of its municipality, its region and the federation.</summary>
public static class GetOrganizationDashboard
{
    public static void Map(RouteGroupBuilder monitoring) =>
        monitoring.MapGet("/organizations/{organizationId:guid}/dashboard",
            async (Guid organizationId, string? period, HttpContext http, IMediator mediator, CancellationToken ct) =>
            {
                var answer = await mediator.Send(new Query(organizationId, period, ETags.Known(http)), ct);
                return ETags.Conditional(answer.Tag, answer.Result);
            })
            .Operation(nameof(GetOrganizationDashboard), Permission.MonitoringSchool);

    /// <param name="Period">As for a territory's dashboard.</param>
    public sealed record Query(Guid Id, string? Period, IList<EntityTagHeaderValue> Known) : IQuery<Answer>;

    public sealed record Answer(EntityTagHeaderValue Tag, Result? Result);

    /// <param name="AsOf">When a sum last changed.</param>
    public sealed record Result(School Organization, PeriodShown Period, DateTime AsOf, IReadOnlyList<Indicator> Indicators);

    public sealed record School(Guid Id, string NameShort, string Kind, string TerritoryCode, string TerritoryNameRu, string TerritoryNameEn,
        string RegionCode);

    /// <param name="Numerator">Null when suppressed, as the denominator and the value.</param>
    /// <param name="Comparable">What is compared with the year before: a stock's value; a flow's over the ended months of the period, null without one.</param>
    /// <param name="Previous">The same of the same months a year before.</param>
    /// <param name="Territory">The municipality's value in the same period; null for a body that stands above municipalities.</param>
    /// <param name="Region">The region's value; null for a body of the federation.</param>
    /// <param name="Federation">The country's value.</param>
    /// <param name="Points">The counted months of the last and the current school year, oldest first.</param>
    /// <param name="Mark">What stands in place of the value; null where it is told, or where nothing stands below the line.</param>
    /// <param name="TerritoryMark">The same of the municipality.</param>
    /// <param name="RegionMark">The same of the region.</param>
    /// <param name="FederationMark">The same of the country.</param>
    public sealed record Indicator(
        string Code, decimal? Value, decimal? Numerator, decimal? Denominator, decimal? Comparable, decimal? Previous,
        decimal? Territory, decimal? Region, decimal? Federation, IReadOnlyList<Point> Points,
        IndicatorMark? Mark, IndicatorMark? TerritoryMark, IndicatorMark? RegionMark, IndicatorMark? FederationMark);

    /// <param name="Period">The month, `2025-09`.</param>
    /// <param name="Mark">What stands in place of the value.</param>
    public sealed record Point(string Period, decimal? Value, decimal? Numerator, decimal? Denominator, IndicatorMark? Mark);

    sealed record Month(
        string Indicator, IndicatorUnit Unit, DateOnly Period, decimal? Numerator, decimal? Denominator, bool Hidden, bool Reported, bool Expected)
    {
        public Cell Cell => new(Numerator, Denominator, Hidden, true, Reported ? 1 : 0, Expected ? 1 : 0);
    }

    public sealed class Handler(Db db, Caller caller, TimeProvider time) : IRequestHandler<Query, Answer>
    {
        const string Russia = "RU";

        public async Task<Answer> Handle(Query query, CancellationToken ct)
        {
            var school = await db.One<School>(Find, query, ct);
            // A school without sums yet answers with none, another's with 404: rows alone cannot tell the two apart.
            if (!caller.Scope.ReachesSums(school.Id, school.TerritoryCode, school.RegionCode)) throw new NotFound();
            var (state, period) = await MonitoringSql.Now(db, time, query.Period, ct);
            var tag = Freshness.Tag(state, time);
            if (query.Known.Holds(tag)) return new(tag, null);

            // Its own people know what goes along with others' small counts, and what is the school's own.
            var (values, months) = caller.Scope.Reaches(school.Id) ? (MonitoringSql.OwnValues, OwnMonths) : (MonitoringSql.OrganizationValues, Months);
            var own = await db.List<MonitoringSql.ValueRow>(values, MonitoringSql.Arguments(period, ids: [school.Id]), ct);
            decimal? Compared(string code, MonitoringSql.Part part) => own.Single(v => v.Code == code && v.Part == part).Value.Value;
            // A body may stand on its region or on the federation itself: each place is asked for once.
            var municipality = school.TerritoryCode == school.RegionCode ? "" : school.TerritoryCode;
            var region = school.RegionCode == Russia ? "" : school.RegionCode;
            var places = MonitoringSql.Arguments(period, [municipality, region, Russia]);
            var around = (await db.List<MonitoringSql.ValueRow>(MonitoringSql.TerritoryValues, places, ct))
                .Where(v => v.Part == MonitoringSql.Part.Shown).ToDictionary(v => (v.Place, v.Code), v => v.Value);
            var points = (await db.List<Month>(months, new { query.Id, From = Period.SchoolYearOf(state.Newest).AddYears(-1) }, ct)).ToLookup(m => m.Indicator);

            IndicatorValue? Around(string place, string code) => around.GetValueOrDefault((place, code));

            var shown = own.Where(v => v.Part == MonitoringSql.Part.Shown).Select(v => v.Value);
            return new(tag, new(school, period, state.ChangedAt, [.. shown.Select(v => new Indicator(
                v.Code, v.Value, v.Numerator, v.Denominator,
                Compared(v.Code, MonitoringSql.Part.Own), Compared(v.Code, MonitoringSql.Part.YearBefore),
                Around(municipality, v.Code)?.Value, Around(region, v.Code)?.Value, Around(Russia, v.Code)?.Value, [.. points[v.Code].Select(At)],
                v.Mark, Around(municipality, v.Code)?.Mark, Around(region, v.Code)?.Mark, Around(Russia, v.Code)?.Mark))]));
        }
    }

    static Point At(Month of) => new(Period.Month(of.Period).Code, of.Cell.Value(of.Unit), of.Numerator, of.Denominator, of.Cell.Mark(of.Unit));

    const string Find = """
        select o.id, o.name_short, o.kind, o.territory_code, t.name_ru territory_name_ru, t.name_en territory_name_en, o.region_code
          from organization o join territory t on t.code = o.territory_code where o.id = @Id
        """;

    const string Months = $"{MonthsOf} organization_told {OfTheSchool}";

    const string OwnMonths = $"{MonthsOf} organization_own {OfTheSchool}";

    const string MonthsOf = "select i.code indicator, i.unit, sum.period, sum.numerator, sum.denominator, sum.hidden, sum.reported, sum.expected from";

    const string OfTheSchool = """
        sum join indicator_version v on v.code = sum.indicator and sum.period >= v.since and sum.period < v.until
          join indicator i on i.code = v.code and i.version = v.version
         where sum.organization_id = @Id and sum.period >= @From order by sum.period
        """;
}
