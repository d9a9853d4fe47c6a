using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Monitoring;

/// <summary>What an indicator means, how it is computed, how its definition changed, and a worked example.</summary>
public static class GetIndicator
{
    public static void Map(RouteGroupBuilder monitoring) =>
        monitoring.MapGet("/indicators/{indicator}",
                async (string indicator, string? territoryCode, Guid? organizationId, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(new Query(indicator, territoryCode, organizationId), ct)))
            .Operation(nameof(GetIndicator), Permission.MonitoringSchool);

    /// <param name="TerritoryCode">Whose sums are the example; the federation's when no place is given.</param>
    /// <param name="OrganizationId">The same of an organization.</param>
    public sealed record Query(string Indicator, string? TerritoryCode, Guid? OrganizationId) : IQuery<Result>;

    /// <param name="NumeratorRu">What stands above the line, in Russian.</param>
    /// <param name="NumeratorEn">What stands above the line, in English.</param>
    /// <param name="DenominatorRu">What stands below the line, in Russian.</param>
    /// <param name="DenominatorEn">What stands below the line, in English.</param>
    /// <param name="MissingRu">What it means that there is no value, and who has not reported, in Russian.</param>
    /// <param name="MissingEn">What it means that there is no value, and who has not reported, in English.</param>
    /// <param name="Least">With a smaller denominator no value is told to those above, nor what it would follow from; 0 where all are told.</param>
    /// <param name="Target">What is aimed at, in its unit; null where nothing is set.</param>
    /// <param name="Dimensions">What it is told apart by; none where it is not.</param>
    /// <param name="AtBodies">It counts at bodies behind the schools; else at the organizations that run mentoring.</param>
    /// <param name="Versions">Newest first.</param>
    /// <param name="Sql">The SQL of its sums as it is run, over organizations and months that were prepared before.</param>
    /// <param name="Facts">Tables and views of the platform that it reads.</param>
    /// <param name="Example">Null while no month is over.</param>
    public sealed record Result(
        string Code, int Version, IndicatorTheme Theme, string NameRu, string NameEn, string FormulaRu, string FormulaEn, string NumeratorRu,
        string NumeratorEn, string DenominatorRu, string DenominatorEn, string MissingRu, string MissingEn, IndicatorUnit Unit, IndicatorKind Kind,
        IndicatorDirection Direction, string Source, int Least, decimal? Target, IReadOnlyList<BreakdownDimension> Dimensions, bool AtBodies,
        IReadOnlyList<Edition> Versions, string Sql, IReadOnlyList<string> Facts, Worked? Example);

    /// <summary>A version of the definition.</summary>
    /// <param name="ValidTo">The day from which the next one holds; null for the one of today.</param>
    /// <param name="Restates">Months before it go by it too, as it corrects what was said; else they keep the version of their time.</param>
    /// <param name="Changed">What is otherwise than in the version before; empty for the first.</param>
    public sealed record Edition(
        int Version, DateOnly ValidFrom, DateOnly? ValidTo, bool Restates, string NameRu, string NameEn, string FormulaRu, string FormulaEn,
        IReadOnlyList<IndicatorPart> Changed);

    /// <summary>The newest month that is over.</summary>
    /// <param name="Period">The month, `2026-10`.</param>
    /// <param name="Value">Null when the denominator is zero or the value is suppressed.</param>
    /// <param name="Mark">What stands in place of a value; null where it is told, or where nothing stands below the line.</param>
    public sealed record Worked(
        string NameRu, string NameEn, string Period, int Version, decimal? Value, decimal? Numerator, decimal? Denominator, IndicatorMark? Mark);

    sealed record Row(
        string Code, int Version, IndicatorTheme Theme, string NameRu, string NameEn, string FormulaRu, string FormulaEn, string NumeratorRu,
        string NumeratorEn, string DenominatorRu, string DenominatorEn, string MissingRu, string MissingEn, IndicatorUnit Unit, IndicatorKind Kind,
        IndicatorDirection Direction, string Source, int Least, decimal? Target, DateOnly ValidFrom, DateOnly? ValidTo,
        bool Restates);

    sealed record Whose(string NameRu, string NameEn, string TerritoryCode, string RegionCode);

    sealed record Sum(
        DateOnly Period, int Version, IndicatorUnit Unit, decimal? Numerator, decimal? Denominator, bool Hidden, int OrganizationsReported,
        int OrganizationsExpected)
    {
        public Cell Cell => new(Numerator, Denominator, Hidden, true, OrganizationsReported, OrganizationsExpected);
    }

    public sealed class Handler(Db db, Caller caller, TimeProvider time) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var rows = await db.List<Row>(Versions, query, ct);
            if (rows.Count == 0) throw new NotFound();
            var (now, sql) = (rows[0], MeasureSql.Of(query.Indicator));
            return new(now.Code, now.Version, now.Theme, now.NameRu, now.NameEn, now.FormulaRu, now.FormulaEn, now.NumeratorRu, now.NumeratorEn,
                now.DenominatorRu, now.DenominatorEn, now.MissingRu, now.MissingEn, now.Unit, now.Kind, now.Direction, now.Source, now.Least, now.Target,
                Breakdowns.Of(now.Code, now.Least), IndicatorMeasures.Of(now.Code).Counts != IndicatorMeasures.AtSchools,
                [.. rows.Select((r, at) => new Edition(r.Version, r.ValidFrom, r.ValidTo, r.Restates, r.NameRu, r.NameEn, r.FormulaRu, r.FormulaEn,
                    at + 1 < rows.Count ? Changed(rows[at + 1], r) : []))],
                sql.Text, sql.Facts, await Example(query, ct));
        }

        static IReadOnlyList<IndicatorPart> Changed(Row before, Row after)
        {
            (IndicatorPart Part, bool Differs)[] parts =
            [
                (IndicatorPart.Name, (before.NameRu, before.NameEn) != (after.NameRu, after.NameEn)),
                (IndicatorPart.Formula, (before.FormulaRu, before.FormulaEn) != (after.FormulaRu, after.FormulaEn)),
                (IndicatorPart.Unit, before.Unit != after.Unit), (IndicatorPart.Kind, before.Kind != after.Kind),
                (IndicatorPart.Direction, before.Direction != after.Direction), (IndicatorPart.Least, before.Least != after.Least),
                (IndicatorPart.Target, before.Target != after.Target), (IndicatorPart.Source, before.Source != after.Source),
            ];
            return [.. parts.Where(part => part.Differs).Select(part => part.Part)];
        }

        async Task<Worked?> Example(Query query, CancellationToken ct)
        {
            var of = query.OrganizationId is null ? query with { TerritoryCode = query.TerritoryCode ?? "RU" } : query;
            var place = await db.Maybe<Whose>(Find, of, ct) ?? throw new NotFound();
            if (of.OrganizationId is { } id && !caller.Scope.ReachesSums(id, place.TerritoryCode, place.RegionCode)) throw new NotFound();
            var source = of.OrganizationId is not { } one ? OfTerritory : caller.Scope.Reaches(one) ? OfOwn : OfOrganization;
            var sum = await db.Maybe<Sum>(source, new { of.Indicator, of.TerritoryCode, of.OrganizationId, Month = MonitoringSql.Month(time) }, ct);
            return sum is null ? null : new(place.NameRu, place.NameEn, Period.Month(sum.Period).Code, sum.Version,
                sum.Cell.Value(sum.Unit), sum.Numerator, sum.Denominator, sum.Cell.Mark(sum.Unit));
        }
    }

    const string Versions = """
        select code, version, theme, name_ru, name_en, formula_ru, formula_en, numerator_ru, numerator_en, denominator_ru, denominator_en, missing_ru,
               missing_en, unit, kind, direction, source, least, target, valid_from, valid_to, restates
          from indicator where code = @Indicator order by version desc
        """;

    const string Find = """
        select name_ru, name_en, code territory_code, code region_code from territory where @OrganizationId::uuid is null and code = @TerritoryCode
        union all
        select name_short, name_short, territory_code, region_code from organization where id = @OrganizationId
        """;

    const string OfTerritory = $"""
        select {Columns}, sum.organizations_reported, sum.organizations_expected {Newest}
          join territory_told sum on sum.territory_code = @TerritoryCode and sum.period = p.period and sum.indicator = i.code
        """;

    const string OfOrganization = $"select {Columns}, {Answers} {Newest} join organization_told {Organization}";

    const string OfOwn = $"select {Columns}, {Answers} {Newest} join organization_own {Organization}";

    const string Columns = "p.period, i.version, i.unit, sum.numerator, sum.denominator, sum.hidden";

    const string Answers = "sum.reported::int organizations_reported, sum.expected::int organizations_expected";

    const string Organization = "sum on sum.organization_id = @OrganizationId and sum.period = p.period and sum.indicator = i.code";

    const string Newest = """
        from (select max(period) period from indicator_period where period < @Month) p
          join indicator_version v on v.code = @Indicator and p.period >= v.since and p.period < v.until
          join indicator i on i.code = v.code and i.version = v.version
        """;
}
