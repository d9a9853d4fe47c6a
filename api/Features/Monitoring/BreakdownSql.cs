namespace Mentoring.Api.Features.Monitoring;

/// <summary>
/// Sums of territories by a category of one dimension, in the statements of <see cref="RollUpSql"/>. By what the organization was in the
/// month they are the same sums as the whole's, added once more; by the sort of program they have rows of their own. Each adds up over
/// territories and months as the whole does, and over the categories of a dimension to the whole.
/// </summary>
static class BreakdownSql
{
    /// <summary>Which set a row is of; the whole has no dimension. Rows of before the categories have none of theirs.</summary>
    const string Set = """
        case grouping(sector, settlement, size_class) when 7 then '' when 3 then 'Sector' when 5 then 'Settlement' else 'Size' end dimension,
        coalesce(sector, settlement, size_class, '') category
        """;

    /// <summary>Of rows of organizations with their sign: <c>above</c>, the sums of municipalities and regions as a whole and by category.</summary>
    public static string Above(string organizations) => $"""
        change as (
            select territory_code, period, {Set}, {IndicatorMeasures.Added} from ({organizations}) organizations
             group by grouping sets (
                   (territory_code, period), (territory_code, period, sector), (territory_code, period, settlement), (territory_code, period, size_class))),
        above as materialized (
            select tree.ancestor_code territory_code, c.period, c.dimension, c.category, {IndicatorMeasures.AddedAgain}
              from change c {ToTerritories("c")} group by 1, 2, 3, 4)
        """;

    /// <summary>Of rows of organizations' programs with their sign: the same of programs.</summary>
    static string OfPrograms(string programs) => $"""
        select tree.ancestor_code territory_code, one.period,
               case grouping(form_code, kind_code, purpose_code) when 3 then 'Form' when 5 then 'Kind' else 'Purpose' end dimension,
               coalesce(form_code, kind_code, purpose_code) category, {IndicatorMeasures.ArraysOfPrograms}
          from ({programs}) one {ToTerritories("one")}
         group by grouping sets ((1, 2, form_code), (1, 2, kind_code), (1, 2, purpose_code))
        """;

    static string ToTerritories(string of) => $"""
        join territory_tree tree on tree.descendant_code = {of}.territory_code
        join territory above on above.code = tree.ancestor_code and above.level in ('Municipality', 'Region')
        """;

    /// <summary>The categories of organizations in <c>above</c>.</summary>
    static readonly string Categories = $"""
        select territory_code, period, dimension, category, {IndicatorMeasures.Arrays} from above where dimension <> '' and category <> ''
        """;

    /// <summary>
    /// After <c>above</c>, the differences of municipalities and regions: what changed of programs, what is kept of it, and both
    /// breakdowns added.
    /// </summary>
    public static readonly string Kept = $"""
        programs_changed as ({OfPrograms($"""
            select territory_code, period, {ProgramCounts.Sort}, numerators, denominators, 1 sign from program_fresh
            union all
            select o.territory_code, o.period, {ProgramCounts.Sort}, o.numerators, o.denominators, -1
              from organization_program_sums o join indicator_pair c using (organization_id, period)
            """)}),
        programs_gone as (
            delete from organization_program_sums o using indicator_pair c
             where o.region_code = c.region_code and o.organization_id = c.organization_id and o.period = c.period
               and (o.form_code, o.kind_code, o.purpose_code) not in (
                   select f.form_code, f.kind_code, f.purpose_code from program_fresh f where f.organization_id = o.organization_id and f.period = o.period)),
        programs_kept as (
            insert into organization_program_sums as o
                   (region_code, organization_id, territory_code, period, {ProgramCounts.Sort}, numerators, denominators)
            select region_code, organization_id, territory_code, period, {ProgramCounts.Sort}, numerators, denominators from program_fresh
            on conflict (region_code, organization_id, period, {ProgramCounts.Sort}) do update
               set territory_code = excluded.territory_code, numerators = excluded.numerators, denominators = excluded.denominators
             where (o.territory_code, o.numerators, o.denominators) is distinct from (excluded.territory_code, excluded.numerators, excluded.denominators)),
        breakdown as materialized (
            select * from (select * from programs_changed union all {Categories}) parts
             where numerators <> {IndicatorMeasures.Nothing} or denominators <> {IndicatorMeasures.Nothing}),
        breakdown_signalled as (
            insert into breakdown_upward (period, dimension, category) select distinct period, dimension, category from breakdown),
        breakdown_added as (
            insert into territory_breakdown as t (territory_code, period, dimension, category, numerators, denominators)
            select territory_code, period, dimension, category, numerators, denominators from breakdown order by 1, 2, 3, 4
            on conflict (territory_code, period, dimension, category) do update
               set numerators = {IndicatorMeasures.Sum("numerators", "t", "excluded")},
                   denominators = {IndicatorMeasures.Sum("denominators", "t", "excluded")})
        """;

    /// <summary>The categories of all regions; where one is nowhere any more, nothing stands above them either.</summary>
    static string OfRegions(string categories) => $"""
        select above.code territory_code, c.period, c.dimension, c.category, {IndicatorMeasures.Sum("numerators", "r")},
               {IndicatorMeasures.Sum("denominators", "r")}
          from ({categories}) c cross join territory above
          left join (territory_tree tree join territory region on region.code = tree.descendant_code and region.level = 'Region'
                     join territory_breakdown r on r.territory_code = region.code)
            on tree.ancestor_code = above.code and r.period = c.period and r.dimension = c.dimension and r.category = c.category
         where above.level in ('Federation', 'FederalDistrict')
         group by 1, 2, 3, 4
        """;

    public static readonly string Upper = $"""
        with changed as materialized (delete from breakdown_upward returning period, dimension, category)
        insert into territory_breakdown as t (territory_code, period, dimension, category, numerators, denominators)
        {OfRegions("select distinct period, dimension, category from changed")} order by 1, 2, 3, 4
        on conflict (territory_code, period, dimension, category) do update set numerators = excluded.numerators, denominators = excluded.denominators
        """;

    /// <summary>What municipalities and regions have by the rows of organizations.</summary>
    public static readonly string Territories = $"""
        with {Above("select territory_code, period, sector, settlement, size_class, numerators, denominators, answers, 1 sign from organization_sums")},
        fresh as (
            {Categories}
            union all
            {OfPrograms($"select territory_code, period, {ProgramCounts.Sort}, numerators, denominators, 1 sign from organization_program_sums")}),
        {ReconcileSql.Categories("'Municipality', 'Region'", "true")}
        """;

    /// <summary>What districts and the federation have by the rows of regions, but for what is about to be summed.</summary>
    public static readonly string AboveRegions = $"""
        with fresh as ({OfRegions($"select distinct period, dimension, category from territory_breakdown where {ReconcileSql.IsSummed}")}),
        {ReconcileSql.Categories("'Federation', 'FederalDistrict'", ReconcileSql.IsSummed)}
        """;
}
