namespace Mentoring.Api.Features.Monitoring;

/// <summary>The statements of <see cref="RollUp"/>, in the order in which they run.</summary>
static class RollUpSql
{
    /// <summary>
    /// Two workers at one organization would both subtract the same old sums. Skipping locked marks is not enough against
    /// that: a second mark of the organization may be free. Hence one worker per region.
    /// </summary>
    public const string TryLockRegion = "select pg_try_advisory_xact_lock(hashtextextended('indicators/' || @region, 0))";
    public const string LockRegions = "select pg_advisory_xact_lock(hashtextextended('indicators/' || region, 0))::text from unnest(@regions) region";
    public const string LockUpward = "select pg_advisory_xact_lock(hashtextextended('indicators', 0))::text";

    /// <summary>Marks of the region, as far as <see cref="AtOnce"/> would take them and one more.</summary>
    public const string Waiting = "select count(*) from (select from indicator_stale where region_code = @region limit @Few + 1) waiting";

    /// <summary>Where all rows of a region are read, each table is read once: how many months a span has nobody can guess.</summary>
    public const string AllRows = "set local enable_nestloop = off; set local work_mem = '64MB'";

    public static readonly string Tables = $"""
        {IndicatorFacts.Tables}
        create temp table indicator_taken (organization_id uuid, from_period date, to_period date) on commit drop;
        create temp table indicator_fresh (
            region_code text, organization_id uuid, territory_code text, period date, numerators int[], denominators int[], answers smallint[],
            sector text, settlement text, size_class text) on commit drop;
        create temp table program_fresh (
            region_code text, organization_id uuid, territory_code text, period date, form_code text, kind_code text, purpose_code text,
            numerators int[], denominators int[]) on commit drop;
        """;

    const string TakeMarks = """
        delete from indicator_stale where id in (
            select id from indicator_stale where region_code = @region order by id limit @Batch for update skip locked)
        returning organization_id, from_period, to_period
        """;

    public const string Take = $"with gone as ({TakeMarks}) insert into indicator_taken select * from gone";

    const string Wanted = """
        select distinct t.organization_id, p.period
          from indicator_taken t join indicator_period p on p.period >= t.from_period and (t.to_period is null or p.period <= t.to_period)
        """;

    public const string WantTaken = $"insert into indicator_wanted {Wanted}";

    public const string ClearAndWantAll = """
        delete from indicator_stale where region_code = any(@regions);
        delete from organization_sums where region_code = any(@regions);
        delete from organization_program_sums where region_code = any(@regions);
        delete from territory_indicator where territory_code in (select descendant_code from territory_tree where ancestor_code = any(@regions));
        with gone as (
            delete from territory_breakdown where territory_code in (select descendant_code from territory_tree where ancestor_code = any(@regions))
            returning period, dimension, category)
        insert into breakdown_upward (period, dimension, category) select distinct period, dimension, category from gone;
        insert into indicator_taken (organization_id) select id from organization where region_code = any(@regions);
        insert into indicator_wanted select o.id, p.period from organization o cross join indicator_period p where o.region_code = any(@regions);
        insert into indicator_upward (period, indicator) select p.period, i.code from indicator_period p cross join indicator i where i.valid_to is null;
        insert into indicator_hiding (period, indicator) select p.period, i.code from indicator_period p cross join indicator i
         where i.valid_to is null and i.least > 0;
        """;

    public static readonly string Compute = $"""
        with {IndicatorFacts.Ctes},
        whole as (insert into indicator_fresh {IndicatorMeasures.Fresh})
        insert into program_fresh {IndicatorMeasures.FreshOfPrograms};
        """;

    /// <summary>First the difference to what is kept, then what is kept: in one statement both see the same old rows.</summary>
    static readonly string Kept = $"""
        {BreakdownSql.Above("""
            select territory_code, period, sector, settlement, size_class, numerators, denominators, answers, 1 sign from indicator_fresh
            union all
            select o.territory_code, o.period, o.sector, o.settlement, o.size_class, o.numerators, o.denominators, o.answers, -1
              from organization_sums o join indicator_pair c using (organization_id, period)
            """)},
        difference as (
            select territory_code, period, sum.* from above
             cross join lateral (values {IndicatorMeasures.Rows}) sum (indicator, numerator, denominator, reported, expected)
             where dimension = '' and (sum.numerator, sum.denominator, sum.reported, sum.expected) <> (0, 0, 0, 0)),
        kept as (
            insert into organization_sums as o
                   (region_code, organization_id, territory_code, period, numerators, denominators, answers, sector, settlement, size_class)
            select region_code, organization_id, territory_code, period, numerators, denominators, answers, sector, settlement, size_class from indicator_fresh
            on conflict (region_code, organization_id, period) do update
               set territory_code = excluded.territory_code, numerators = excluded.numerators, denominators = excluded.denominators, answers = excluded.answers,
                   sector = excluded.sector, settlement = excluded.settlement, size_class = excluded.size_class
             where (o.territory_code, o.numerators, o.denominators, o.answers, o.sector, o.settlement, o.size_class) is distinct from
                   (excluded.territory_code, excluded.numerators, excluded.denominators, excluded.answers, excluded.sector, excluded.settlement,
                    excluded.size_class)),
        signalled as (insert into indicator_upward (period, indicator) select distinct period, indicator from difference),
        hiding as (
            insert into indicator_hiding (period, indicator, territory_code)
            select distinct f.period, i.code, place.code
              from indicator_fresh f join indicator i on i.valid_to is null and i.least > 0
              left join organization_sums o on o.region_code = f.region_code and o.organization_id = f.organization_id and o.period = f.period
             cross join lateral (select coalesce(f.denominators[i.number], 0) count, coalesce(f.answers[i.number], 0) > 0 expected) today
             cross join lateral (select coalesce(o.denominators[i.number], 0) count, coalesce(o.answers[i.number], 0) > 0 expected) was
             cross join lateral (values (f.territory_code), (o.territory_code)) place (code)
             where place.code is not null and (was.count <> today.count or was.expected <> today.expected or o.territory_code <> f.territory_code)),
        added as (
            insert into territory_indicator as t
                   (territory_code, period, indicator, numerator, denominator, organizations_reported, organizations_expected)
            select territory_code, period, indicator, numerator, denominator, reported, expected from difference order by 1, 2, 3
            on conflict (territory_code, period, indicator) do update
               set numerator = t.numerator + excluded.numerator, denominator = t.denominator + excluded.denominator,
                   organizations_reported = t.organizations_reported + excluded.organizations_reported,
                   organizations_expected = t.organizations_expected + excluded.organizations_expected),
        {BreakdownSql.Kept}
        """;

    public static readonly string Apply = $"with {Kept} select 0";

    /// <summary>
    /// The whole of a few marks in one statement, which keeps its plan: what is marked is seen with the facts that it was marked for.
    /// Answers the organizations.
    /// </summary>
    public static readonly string AtOnce = $"""
        with indicator_taken as materialized ({TakeMarks}),
        indicator_wanted as ({Wanted}),
        indicator_pair as materialized ({IndicatorFacts.Pairs}),
        indicator_span as materialized ({IndicatorFacts.Spans}),
        {IndicatorFacts.Ctes},
        indicator_fresh as materialized ({IndicatorMeasures.Fresh}),
        program_fresh as materialized ({IndicatorMeasures.FreshOfPrograms}),
        {Kept}
        select distinct organization_id from indicator_taken
        """;

    public const string Upper = """
        with changed as materialized (delete from indicator_upward returning period, indicator),
        summed as (
            insert into territory_indicator as t
                   (territory_code, period, indicator, numerator, denominator, organizations_reported, organizations_expected)
            select tree.ancestor_code, r.period, r.indicator, sum(r.numerator), sum(r.denominator), sum(r.organizations_reported),
                   sum(r.organizations_expected)
              from (select distinct period, indicator from changed) c cross join territory region
              join territory_indicator r on r.territory_code = region.code and r.period = c.period and r.indicator = c.indicator
              join territory_tree tree on tree.descendant_code = region.code and tree.depth > 0
             where region.level = 'Region'
             group by 1, 2, 3 order by 1, 2, 3
            on conflict (territory_code, period, indicator) do update
               set numerator = excluded.numerator, denominator = excluded.denominator,
                   organizations_reported = excluded.organizations_reported, organizations_expected = excluded.organizations_expected)
        update indicator_state set changed_at = clock_timestamp() where exists (select from changed)
        """;
}
