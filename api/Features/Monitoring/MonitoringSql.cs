using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Monitoring;

/// <summary>How sums are read for a period: flows add over its months, stocks take its last counted month.</summary>
public static class MonitoringSql
{
    /// <summary>The last counted month from @First to @Last and from @PreviousFirst to @PreviousLast, as <c>counted</c>.</summary>
    public const string Counted = """
        counted as materialized (
            select r.is_previous, r.first_month, r.last_month,
                   (select max(period) from indicator_period where period between r.first_month and r.last_month) counted
              from (values (false, @First::date, @Last::date), (true, @PreviousFirst::date, @PreviousLast::date)) r (is_previous, first_month, last_month))
        """;

    /// <summary>The sums of every indicator for the territories @Codes, of the period before for @Compared alone, zeros where there is none.</summary>
    public const string TerritoryValues = $"""
        with {Counted},
        sums as (
            select t.territory_code place, t.indicator, c.is_previous,
                   sum(t.numerator) added_numerator, sum(t.numerator) filter (where t.period = c.counted) last_numerator,
                   sum(t.denominator) added_denominator, sum(t.denominator) filter (where t.period = c.counted) last_denominator,
                   sum(t.organizations_reported) filter (where t.period = c.counted) reported,
                   sum(t.organizations_expected) filter (where t.period = c.counted) expected
              from counted c join territory_indicator t on t.territory_code = any(case when c.is_previous then @Compared else @Codes end) and t.period between c.first_month and c.counted
             group by 1, 2, 3)
        {Shaped}
          from counted c cross join unnest(case when c.is_previous then @Compared else @Codes end) as places (place) {ByCatalogue}
        """;

    /// <summary>The same for those of the organizations @Ids that are open to the caller.</summary>
    public const string OrganizationValues = $"""
        with {Counted},
        sums as (
            select o.organization_id place, o.indicator, c.is_previous,
                   sum(o.numerator) added_numerator, sum(o.numerator) filter (where o.period = c.counted) last_numerator,
                   sum(o.denominator) added_denominator, sum(o.denominator) filter (where o.period = c.counted) last_denominator,
                   count(*) filter (where o.period = c.counted and o.expected and o.denominator <> 0) reported,
                   count(*) filter (where o.period = c.counted and o.expected) expected
              from counted c join organization_indicator o on o.organization_id = any(@Ids) and o.period between c.first_month and c.counted
             group by 1, 2, 3)
        {Shaped}
          from counted c cross join unnest(@Ids) as places (place) {ByCatalogue}
        """;

    const string Shaped = """
        select places.place::text place, i.code, c.is_previous, i.unit,
               coalesce(case i.kind when 'Flow' then added_numerator else last_numerator end, 0) numerator,
               coalesce(case i.kind when 'Flow' then added_denominator else last_denominator end, 0) denominator,
               coalesce(s.reported, 0)::int organizations_reported, coalesce(s.expected, 0)::int organizations_expected
        """;

    const string ByCatalogue = """
          join indicator i on i.valid_to is null
          left join sums s on s.place = places.place and s.indicator = i.code and s.is_previous = c.is_previous
         order by places.place, i.position
        """;

    /// <summary>The newest month that is counted, and when a sum last changed.</summary>
    public const string State = """
        select coalesce((select max(period) from indicator_period), @Today) newest, (select changed_at from indicator_state) changed_at
        """;

    public sealed record StateRow(DateOnly Newest, DateTime ChangedAt);

    public sealed record ValueRow(
        string Place, string Code, bool IsPrevious, IndicatorUnit Unit, decimal Numerator, decimal Denominator, int OrganizationsReported, int OrganizationsExpected)
    {
        public IndicatorValue Value => new(Code, Ratio.Of(Numerator, Denominator, Unit), Numerator, Denominator, OrganizationsReported, OrganizationsExpected);
    }

    /// <summary>What a request's period means today: nothing given is the newest counted month.</summary>
    public static async Task<(StateRow State, Period Period)> Now(Db db, TimeProvider time, string? period, CancellationToken ct)
    {
        var state = await db.One<StateRow>(State, new { Today = Month(time) }, ct);
        return (state, Period.Read(period, state.Newest));
    }

    /// <summary>The first day of the running month, for a country in which none is counted yet.</summary>
    public static DateOnly Month(TimeProvider time) => Period.Month(RegionTime.Today(RegionTime.Federation, time)).First;

    public static object Arguments(Period period, IEnumerable<string>? codes = null, string[]? compared = null, IEnumerable<Guid>? ids = null) => new
    {
        period.First, period.Last, PreviousFirst = period.Before().First, PreviousLast = period.Before().Last,
        Codes = codes?.Distinct().ToArray() ?? [], Compared = compared ?? [], Ids = ids?.ToArray() ?? [],
    };

    public static PeriodShown Shown(this Period period, StateRow state) =>
        new(period.Code, period.First, period.Last, state.Newest < period.First ? null : state.Newest < period.Last ? state.Newest : period.Last);
}
