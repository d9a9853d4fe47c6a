namespace Mentoring.Api.Features.Monitoring;

/// <summary>The comparisons of <see cref="ReconcileIndicators"/>; each answers how many sums it compared.</summary>
static class ReconcileSql
{
    /// <summary>Facts against organizations, for the pairs prepared before.</summary>
    public static readonly string Organizations = $"""
        with {IndicatorFacts.Ctes},
        computed as ({IndicatorMeasures.Fresh}),
        pairs as (
            select f.territory_code, f.organization_id, f.period, f.numerators, f.denominators, f.answers,
                   o.numerators kept_numerators, o.denominators kept_denominators, o.answers kept_answers
              from computed f
              left join organization_sums o on o.region_code = f.region_code and o.organization_id = f.organization_id and o.period = f.period
             where not exists (select from indicator_stale s where s.organization_id = f.organization_id
                                  and f.period >= s.from_period and (s.to_period is null or f.period <= s.to_period))),
        compared as (
            select p.territory_code, p.organization_id, p.period, i.code indicator,
                   array[coalesce(p.kept_numerators[i.number], 0), coalesce(p.kept_denominators[i.number], 0), coalesce(p.kept_answers[i.number], 0)]::numeric[]
                       stored,
                   array[p.numerators[i.number], p.denominators[i.number], p.answers[i.number]]::numeric[] computed
              from pairs p join indicator i on i.valid_to is null),
        {Record}
        """;

    /// <summary>Organizations against their municipalities and regions: a roll-up changes them together.</summary>
    public const string Territories = $"""
        with fresh as (
            select tree.ancestor_code territory_code, o.period, o.indicator, sum(o.numerator) numerator, sum(o.denominator) denominator,
                   sum(o.reported) reported, sum(o.expected) expected
              from (select territory_code, period, indicator, sum(numerator) numerator, sum(denominator) denominator,
                           count(*) filter (where reported) reported, count(*) filter (where expected) expected
                      from organization_indicator group by 1, 2, 3) o
              join territory_tree tree on tree.descendant_code = o.territory_code
              join territory above on above.code = tree.ancestor_code and above.level in ('Municipality', 'Region')
             group by 1, 2, 3),
        kept as (
            select t.* from territory_indicator t join territory place on place.code = t.territory_code and place.level in ('Municipality', 'Region')),
        {Both},
        {Record}
        """;

    /// <summary>Regions against their districts and the federation, but for months that are about to be summed.</summary>
    public const string AboveRegions = $"""
        with fresh as (
            select tree.ancestor_code territory_code, r.period, r.indicator, sum(r.numerator) numerator, sum(r.denominator) denominator,
                   sum(r.organizations_reported) reported, sum(r.organizations_expected) expected
              from territory_indicator r join territory region on region.code = r.territory_code and region.level = 'Region'
              join territory_tree tree on tree.descendant_code = region.code and tree.depth > 0
             where (r.period, r.indicator) not in (select period, indicator from indicator_upward)
             group by 1, 2, 3),
        kept as (
            select t.* from territory_indicator t join territory place on place.code = t.territory_code and place.level in ('Federation', 'FederalDistrict')
             where (t.period, t.indicator) not in (select period, indicator from indicator_upward)),
        {Both},
        {Record}
        """;

    const string Both = """
        compared as (
            select coalesce(f.territory_code, k.territory_code) territory_code, null::uuid organization_id, coalesce(f.period, k.period) period,
                   coalesce(f.indicator, k.indicator) indicator,
                   array[coalesce(k.numerator, 0), coalesce(k.denominator, 0), coalesce(k.organizations_reported, 0),
                       coalesce(k.organizations_expected, 0)]::numeric[] stored,
                   array[coalesce(f.numerator, 0), coalesce(f.denominator, 0), coalesce(f.reported, 0), coalesce(f.expected, 0)]::numeric[] computed
              from fresh f full join kept k on k.territory_code = f.territory_code and k.period = f.period and k.indicator = f.indicator)
        """;

    const string Record = """
        recorded as (
            insert into indicator_difference (reconciliation_id, territory_code, organization_id, period, indicator, stored, computed)
            select @id, territory_code, organization_id, period, indicator, stored, computed from compared where stored <> computed)
        select count(*) from compared
        """;

    /// <summary>Of a row of <c>territory_breakdown</c>.</summary>
    public const string IsSummed = "(period, dimension, category) not in (select period, dimension, category from breakdown_upward)";

    /// <summary>After <c>fresh</c>: the categories of the territories of those levels, as they are kept against as they are computed.</summary>
    public static string Categories(string levels, string condition) => $"""
        kept as (
            select t.* from territory_breakdown t join territory place on place.code = t.territory_code and place.level in ({levels}) where {condition}),
        compared as (
            select territory_code, period, dimension, category, i.code indicator,
                   array[coalesce(k.numerators[i.number], 0), coalesce(k.denominators[i.number], 0)]::numeric[] stored,
                   array[coalesce(f.numerators[i.number], 0), coalesce(f.denominators[i.number], 0)]::numeric[] computed
              from fresh f full join kept k using (territory_code, period, dimension, category) cross join indicator i where i.valid_to is null),
        recorded as (
            insert into indicator_difference (reconciliation_id, territory_code, period, dimension, category, indicator, stored, computed)
            select @id, territory_code, period, dimension, category, indicator, stored, computed from compared where stored <> computed)
        select count(*) from compared
        """;

    /// <summary>Facts of programs against organizations, for the pairs prepared before.</summary>
    public static readonly string Programs = $"""
        with {IndicatorFacts.Ctes},
        fresh as ({IndicatorMeasures.FreshOfPrograms}),
        kept as (
            select o.* from organization_program_sums o join indicator_pair c using (region_code, organization_id, period)),
        compared as (
            select territory_code, organization_id, period, 'Form' dimension, form_code category, i.code indicator,
                   array[coalesce(k.numerators[i.at], 0), coalesce(k.denominators[i.at], 0)]::numeric[] stored,
                   array[coalesce(f.numerators[i.at], 0), coalesce(f.denominators[i.at], 0)]::numeric[] computed
              from fresh f full join kept k using (region_code, territory_code, organization_id, period, form_code, kind_code, purpose_code)
             cross join unnest(array['{string.Join("', '", IndicatorMeasures.CodesOfPrograms)}']) with ordinality i (code, at)
             where not exists (select from indicator_stale s where s.organization_id = coalesce(f.organization_id, k.organization_id)
                                  and period >= s.from_period and (s.to_period is null or period <= s.to_period))),
        recorded as (
            insert into indicator_difference (reconciliation_id, territory_code, organization_id, period, dimension, category, indicator, stored, computed)
            select @id, territory_code, organization_id, period, dimension, category, indicator, stored, computed from compared where stored <> computed)
        select count(*) from compared
        """;
}
