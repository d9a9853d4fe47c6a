using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Monitoring;

/// <summary>
/// How sums are read for a period: flows add over its months, stocks take its last counted month. Compared is like with
/// like: a stock with the same month of the year before, a flow over the finished months of the period with the same months of
/// the year before, where all of them are counted. A period goes by the definition of its last counted month; months that go by
/// another one are neither added to it nor compared with it. Read is what may be told: of months that add up nothing is told when of
/// one of them nothing is, so that periods say no more than their months.
/// </summary>
public static class MonitoringSql
{
    /// <summary>What is read, as <c>part</c>: months over which flows add, and the month that stocks are taken from.</summary>
    const string Parts = """
        part (name, first_month, last_month, at_month) as (values
            ('Shown', @First::date, @Counted::date, @Counted::date),
            ('Own', @First::date, @Finished::date, @Counted::date),
            ('YearBefore', (@First::date - interval '1 year')::date,
             case when exists (select from indicator_period where period = @First::date - interval '1 year')
                  then (@Finished::date - interval '1 year')::date end,
             (@Counted::date - interval '1 year')::date)),
        i as (select i.*, v.since from indicator i join indicator_version v using (code, version)
               where coalesce(@Counted::date, date '9999-12-01') >= v.since and coalesce(@Counted::date, date '9999-12-01') < v.until)
        """;

    /// <summary>The sums of every indicator for the territories @Codes, those that are compared for @Compared alone, zeros where there is none.</summary>
    public const string TerritoryValues = $"""
        with {Parts},
        sums as (
            select t.territory_code place, t.indicator, c.name part,
                   sum(t.numerator) filter (where t.period <= c.last_month) added_numerator,
                   sum(t.numerator) filter (where t.period = c.at_month) last_numerator,
                   sum(t.denominator) filter (where t.period <= c.last_month) added_denominator,
                   sum(t.denominator) filter (where t.period = c.at_month) last_denominator,
                   bool_or(t.hidden) filter (where t.period <= c.last_month) added_hidden, bool_or(t.hidden) filter (where t.period = c.at_month) last_hidden,
                   sum(t.organizations_reported) filter (where t.period = c.at_month) reported,
                   sum(t.organizations_expected) filter (where t.period = c.at_month) expected
              from part c join territory_told t on t.territory_code = any(case c.name when 'Shown' then @Codes else @Compared end)
                   and t.period between c.first_month and c.at_month
              join i on i.code = t.indicator and t.period >= i.since
             group by 1, 2, 3)
        {Shaped}
          from part c cross join unnest(case c.name when 'Shown' then @Codes else @Compared end) as places (place) {ByCatalogue}
        """;

    /// <summary>The same for those of the organizations @Ids that are open to the caller, as it is told to those above them.</summary>
    public static readonly string OrganizationValues = Values("organization_told");

    /// <summary>The same for the people of the organization.</summary>
    public static readonly string OwnValues = Values("organization_own");

    static string Values(string told) => $"""
        with {Parts},
        sums as (
            select o.organization_id place, o.indicator, c.name part,
                   sum(o.numerator) filter (where o.period <= c.last_month) added_numerator,
                   sum(o.numerator) filter (where o.period = c.at_month) last_numerator,
                   sum(o.denominator) filter (where o.period <= c.last_month) added_denominator,
                   sum(o.denominator) filter (where o.period = c.at_month) last_denominator,
                   bool_or(o.hidden) filter (where o.period <= c.last_month) added_hidden, bool_or(o.hidden) filter (where o.period = c.at_month) last_hidden,
                   count(*) filter (where o.period = c.at_month and o.reported) reported,
                   count(*) filter (where o.period = c.at_month and o.expected) expected
              from part c join {told} o on o.organization_id = any(@Ids) and o.period between c.first_month and c.at_month
              join i on i.code = o.indicator and o.period >= i.since
             group by 1, 2, 3)
        {Shaped}
          from part c cross join unnest(@Ids) as places (place) {ByCatalogue}
        """;

    const string Shaped = """
        select places.place::text place, i.code, c.name part, i.unit,
               case when not told.hidden then sum.numerator end numerator, case when not told.hidden then sum.denominator end denominator,
               told.hidden, @Counted::date is not null counted, coalesce(s.reported, 0)::int organizations_reported,
               coalesce(s.expected, 0)::int organizations_expected
        """;

    const string ByCatalogue = """
         cross join i
          left join sums s on s.place = places.place and s.indicator = i.code and s.part = c.name
         cross join lateral (
            select coalesce(case i.kind when 'Flow' then s.added_numerator else s.last_numerator end, 0) numerator,
                   coalesce(case i.kind when 'Flow' then s.added_denominator else s.last_denominator end, 0) denominator) sum
         cross join lateral (
            select coalesce(case i.kind when 'Flow' then s.added_hidden else s.last_hidden end, false) hidden) told
         order by places.place, i.position
        """;

    /// <summary>
    /// The newest month that is counted and runs in the federation's time, so that the country is not shown an empty month while the
    /// first of its zones has begun it; and when a sum last changed.
    /// </summary>
    public const string State = """
        select coalesce((select max(period) from indicator_period where period <= @Today), @Today) newest, (select changed_at from indicator_state) changed_at
        """;

    public sealed record StateRow(DateOnly Newest, DateTime ChangedAt);

    /// <summary>What a value is of: the period shown; its own part that is compared; the same part of the year before.</summary>
    public enum Part { Shown, Own, YearBefore }

    public sealed record ValueRow(
        string Place, string Code, Part Part, IndicatorUnit Unit, decimal? Numerator, decimal? Denominator, bool Hidden, bool Counted,
        int OrganizationsReported, int OrganizationsExpected)
    {
        Cell Cell => new(Numerator, Denominator, Hidden, Counted, OrganizationsReported, OrganizationsExpected);

        public IndicatorValue Value => new(Code, Cell.Value(Unit), Numerator, Denominator, OrganizationsReported, OrganizationsExpected, Cell.Mark(Unit));
    }

    /// <summary>What a request's period means today: nothing given is the newest counted month.</summary>
    public static async Task<(StateRow State, PeriodShown Period)> Now(Db db, TimeProvider time, string? period, CancellationToken ct)
    {
        var state = await db.One<StateRow>(State, new { Today = Month(time) }, ct);
        return (state, Period.Read(period, state.Newest).Shown(state, time));
    }

    /// <summary>The first day of the running month, for a country in which none is counted yet.</summary>
    public static DateOnly Month(TimeProvider time) => Period.Month(RegionTime.Today(RegionTime.Federation, time)).First;

    public static object Arguments(PeriodShown period, IEnumerable<string>? codes = null, string[]? compared = null, IEnumerable<Guid>? ids = null) => new
    {
        period.First, period.Counted, Finished = period.Running ? period.Counted?.AddMonths(-1) : period.Counted,
        Codes = codes?.Distinct().ToArray() ?? [], Compared = compared ?? [], Ids = ids?.ToArray() ?? [],
    };

    public static PeriodShown Shown(this Period period, StateRow state, TimeProvider time)
    {
        DateOnly? counted = state.Newest < period.First ? null : state.Newest < period.Last ? state.Newest : period.Last;
        return new(period.Code, period.First, period.Last, counted, counted >= Month(time));
    }
}
