namespace Mentoring.Api.Features.Monitoring;

/// <summary>
/// What a value counts. Percent: of the denominator. Per100: per hundred of it, teachers or routes. PerProgram: per program and
/// month. PerMentor: per mentor. Days: calendar days.
/// </summary>
public enum IndicatorUnit { Percent, Per100, PerProgram, PerMentor, Days }

/// <summary>
/// The group of the dashboard: mentoring programs of schools, routes of teachers, what schools and the bodies behind them do together, what
/// mentoring leads to, what may go wrong.
/// </summary>
public enum IndicatorTheme { Programs, Routes, Contours, Impact, Risks }

/// <summary>A flow adds over the months of a period; a stock is the value at its end.</summary>
public enum IndicatorKind { Flow, Stock }

/// <summary>What of a definition may change from version to version.</summary>
public enum IndicatorPart { Name, Formula, Unit, Kind, Direction, Least, Target, Source }

/// <summary>Which way is better, for colours and arrows.</summary>
public enum IndicatorDirection { MoreIsBetter, LessIsBetter, Neutral }

/// <summary>
/// What stands in place of a value. Suppressed (`c`): small, or a small one would follow from it. NotApplicable (`z`): the indicator counts
/// nobody here. Unavailable (`x`): nobody has reported, or the months are not counted yet. Low (`low`): rounds to zero and is not zero.
/// </summary>
public enum IndicatorMark { Suppressed, NotApplicable, Unavailable, Low }

/// <summary>Indicators are ratios of sums, made when they are read: sums add up along the tree of territories, ratios do not.</summary>
public static class Ratio
{
    /// <returns>Rounded to four places; null when nothing stands below the line, never 0.</returns>
    public static decimal? Of(decimal? numerator, decimal? denominator, IndicatorUnit unit) =>
        numerator is not { } above || denominator is not { } below || below == 0
            ? null
            : Math.Round(unit is IndicatorUnit.Percent or IndicatorUnit.Per100 ? 100 * above / below : above / below, 4, MidpointRounding.AwayFromZero);
}

/// <summary>A sum above a line and one below it as they may be told, with what is known of where they come from.</summary>
/// <param name="Hidden">Then both are null.</param>
/// <param name="Counted">Whether months of the period are counted.</param>
public readonly record struct Cell(decimal? Numerator, decimal? Denominator, bool Hidden, bool Counted, int Reported, int Expected)
{
    public decimal? Value(IndicatorUnit unit) => Ratio.Of(Numerator, Denominator, unit);

    public IndicatorMark? Mark(IndicatorUnit unit) => this switch
    {
        { Hidden: true } => IndicatorMark.Suppressed,
        { Denominator: not (null or 0) } => Numerator != 0 && Value(unit) == 0 ? IndicatorMark.Low : null,
        { Counted: false } => IndicatorMark.Unavailable,
        { Expected: 0 } => IndicatorMark.NotApplicable,
        { Reported: 0 } => IndicatorMark.Unavailable,
        _ => null,
    };
}

/// <summary>An indicator's value for one period.</summary>
/// <param name="Code">From the catalogue, `GET /indicators`.</param>
/// <param name="Value">In the indicator's unit, rounded to four places; null when the denominator is zero or the value is suppressed.</param>
/// <param name="Numerator">The sum above the line; a stock's is that of the period's last counted month; null when suppressed.</param>
/// <param name="Denominator">The sum below the line; null when suppressed.</param>
/// <param name="OrganizationsReported">
/// Of the expected organizations, those whose facts are known in the last counted month: they keep teachers on their staff here,
/// whether or not something happened; of coverage and conditions, those where something was noted in the school year; of the load of
/// tutors, bodies that keep some.
/// </param>
/// <param name="OrganizationsExpected">
/// Schools, colleges and additional education organizations open in the last counted month; of the load of tutors, bodies that keep
/// tutors or stand behind somebody with tutoring.
/// </param>
/// <param name="Mark">What stands in place of a value; null where it is told, or where nothing stands below the line.</param>
public sealed record IndicatorValue(
    string Code, decimal? Value, decimal? Numerator, decimal? Denominator, int OrganizationsReported, int OrganizationsExpected, IndicatorMark? Mark);

/// <summary>The period that an answer speaks of.</summary>
/// <param name="Code">As asked for: `2026-10`, `2026-Q4`, `2026-H2`, `2026/27`, `2026`.</param>
/// <param name="First">First day of its first month.</param>
/// <param name="Last">First day of its last month, counted or not.</param>
/// <param name="Counted">First day of its last month that is counted so far; null when none is.</param>
/// <param name="Running">Whether that month has not ended yet: its numbers will change, and flows are compared without it.</param>
public sealed record PeriodShown(string Code, DateOnly First, DateOnly Last, DateOnly? Counted, bool Running);
