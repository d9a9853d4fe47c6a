using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Monitoring;

/// <summary>One indicator of one territory, month by month.</summary>
public static class GetIndicatorSeries
{
    /// <summary>Ten years: what a chart can show.</summary>
    const int MostMonths = 120;

    public static void Map(RouteGroupBuilder monitoring) =>
        monitoring.MapGet("/territories/{territoryCode}/indicators/{indicator}/series",
                async (string territoryCode, string indicator, string? from, string? to, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(new Query(territoryCode, indicator, from, to), ct)))
            .Operation(nameof(GetIndicatorSeries), Permission.MonitoringSchool);

    /// <param name="From">First month, `2025-09`; September of the school year before the last month's when absent.</param>
    /// <param name="To">Last month; the newest counted one when absent.</param>
    public sealed record Query(string Code, string Indicator, string? From, string? To) : IQuery<Result>;

    /// <param name="Points">Every counted month of the range, oldest first.</param>
    public sealed record Result(string TerritoryCode, string Indicator, IndicatorUnit Unit, IReadOnlyList<Point> Points);

    /// <param name="Period">The month, `2025-09`.</param>
    /// <param name="Value">Null when the denominator is zero or the value is suppressed.</param>
    /// <param name="Mark">What stands in place of a value; null where it is told, or where nothing stands below the line.</param>
    /// <param name="Version">Of the definition by which the month goes.</param>
    public sealed record Point(
        string Period, decimal? Value, decimal? Numerator, decimal? Denominator, int OrganizationsReported, int OrganizationsExpected, IndicatorMark? Mark,
        int Version);

    sealed record Subject(IndicatorUnit Unit);

    sealed record Row(
        DateOnly Period, IndicatorUnit Unit, int Version, decimal? Numerator, decimal? Denominator, bool Hidden, int OrganizationsReported,
        int OrganizationsExpected)
    {
        public Cell Cell => new(Numerator, Denominator, Hidden, true, OrganizationsReported, OrganizationsExpected);
    }

    public sealed class Handler(Db db, TimeProvider time) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var (state, _) = await MonitoringSql.Now(db, time, null, ct);
            var to = MonthOf(query.To, "/to") ?? state.Newest;
            var from = MonthOf(query.From, "/from") ?? Period.SchoolYearOf(to).AddYears(-1);
            if (from > to) throw new BadInput("period.order") { Pointer = "/from" };
            if (to >= from.AddMonths(MostMonths)) throw new BadInput("period.too-long", ("months", MostMonths)) { Pointer = "/from" };

            var subject = await db.Maybe<Subject>(Find, query, ct) ?? throw new NotFound();
            var rows = await db.List<Row>(Series, new { query.Code, query.Indicator, From = from, To = to }, ct);
            return new(query.Code, query.Indicator, subject.Unit, [.. rows.Select(r => new Point(
                Period.Month(r.Period).Code, r.Cell.Value(r.Unit), r.Numerator, r.Denominator, r.OrganizationsReported, r.OrganizationsExpected,
                r.Cell.Mark(r.Unit), r.Version))]);
        }

        static DateOnly? MonthOf(string? text, string pointer) => text is null ? null
            : Period.Parse(text) is { Months: 1 } month ? month.First
            : throw new BadInput("period.not-a-month") { Pointer = pointer };
    }

    const string Find = """
        select i.unit from indicator i where i.code = @Indicator and i.valid_to is null and exists (select from territory where code = @Code)
        """;

    const string Series = """
        select p.period, i.unit, i.version, case when not told.hidden then coalesce(sum.numerator, 0) end numerator,
               case when not told.hidden then coalesce(sum.denominator, 0) end denominator, told.hidden,
               coalesce(sum.organizations_reported, 0) organizations_reported, coalesce(sum.organizations_expected, 0) organizations_expected
          from indicator_period p join indicator_version v on v.code = @Indicator and p.period >= v.since and p.period < v.until
          join indicator i on i.code = v.code and i.version = v.version
          left join territory_told sum on sum.territory_code = @Code and sum.indicator = i.code and sum.period = p.period
         cross join lateral (select coalesce(sum.hidden, false) hidden) told
         where p.period between @From and @To
         order by p.period
        """;
}
