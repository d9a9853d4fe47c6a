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

/// <summary>Indicators are ratios of sums, made when they are read: sums add up along the tree of territories, ratios do not.</summary>
public static class Ratio
{
    /// <returns>Rounded to four places; null when nothing stands below the line, never 0.</returns>
    public static decimal? Of(decimal numerator, decimal denominator, IndicatorUnit unit) => denominator == 0
        ? null
        : Math.Round(unit is IndicatorUnit.Percent or IndicatorUnit.Per100 ? 100 * numerator / denominator : numerator / denominator, 4,
            MidpointRounding.AwayFromZero);
}

/// <summary>An indicator's value for one period.</summary>
/// <param name="Code">From the catalogue, `GET /indicators`.</param>
/// <param name="Value">In the indicator's unit, rounded to four places; null when the denominator is zero.</param>
/// <param name="Numerator">The sum above the line; a stock's is that of the period's last counted month.</param>
/// <param name="Denominator">The sum below the line; 0 where it is too small to be shown.</param>
/// <param name="OrganizationsReported">
/// Of the expected organizations, those whose facts are known in the last counted month: they keep teachers on their staff here,
/// whether or not something happened; of coverage and conditions, those where something was noted in the school year; of the load of
/// tutors, bodies that keep some.
/// </param>
/// <param name="OrganizationsExpected">
/// Schools, colleges and additional education organizations open in the last counted month; of the load of tutors, bodies that keep
/// tutors or stand behind somebody with tutoring.
/// </param>
public sealed record IndicatorValue(
    string Code, decimal? Value, decimal Numerator, decimal Denominator, int OrganizationsReported, int OrganizationsExpected);

/// <summary>The period that an answer speaks of.</summary>
/// <param name="Code">As asked for: `2026-10`, `2026-Q4`, `2026-H2`, `2026/27`, `2026`.</param>
/// <param name="First">First day of its first month.</param>
/// <param name="Last">First day of its last month, counted or not.</param>
/// <param name="Counted">First day of its last month that is counted so far; null when none is.</param>
/// <param name="Running">Whether that month has not ended yet: its numbers will change, and flows are compared without it.</param>
public sealed record PeriodShown(string Code, DateOnly First, DateOnly Last, DateOnly? Counted, bool Running);
