using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Calendar;

/// <summary>
/// Which days are worked in a region: article 112 of the Labour Code, over it what the government's yearly decree moves, and
/// over both the region's own holidays; the last two are data. A year whose decree is not published yet follows the law alone
/// and is provisional: a term that is counted through it may still change.
/// </summary>
public sealed class ProductionCalendar(
    IReadOnlyCollection<ProductionCalendar.Day> days, IReadOnlyCollection<int> decreed, IReadOnlyCollection<DateOnly>? regional = null)
{
    /// <summary>A day on which the calendar departs from the week of five days.</summary>
    public sealed record Day(DateOnly On, bool IsWorking, bool IsShortened);

    readonly Dictionary<DateOnly, Day> _days = days.ToDictionary(day => day.On);
    readonly HashSet<int> _decreed = [.. decreed];
    readonly HashSet<DateOnly> _regional = [.. regional ?? []];

    public bool IsWorking(DateOnly day) =>
        !_regional.Contains(day) && (_days.TryGetValue(day, out var known) ? known.IsWorking : !IsWeekend(day) && !IsHolidayByLaw(day));

    /// <summary>
    /// Article 95: the working day right before a holiday is an hour shorter, though not one before a day off that was only
    /// moved; a worked day off is as long as the day whose place it takes, which the decree's data say.
    /// </summary>
    public bool IsShortened(DateOnly day)
    {
        if (!IsWorking(day)) return false;
        if (_regional.Contains(day.AddDays(1))) return true;
        return _days.TryGetValue(day, out var known) ? known.IsShortened : IsHoliday(day.AddDays(1));
    }

    /// <summary>The decree of this year is not known yet.</summary>
    public bool IsProvisional(int year) => !_decreed.Contains(year);

    /// <summary>A term between these days may still change with a decree.</summary>
    public bool IsProvisional(DateOnly from, DateOnly until) =>
        Enumerable.Range(from.Year, until.Year - from.Year + 1).Any(IsProvisional);

    /// <summary>The last of this many working days after the given one, which itself does not count.</summary>
    public DateOnly After(DateOnly day, int workingDays)
    {
        for (var left = workingDays; left > 0;)
        {
            day = day.AddDays(1);
            if (IsWorking(day)) left--;
        }

        return day;
    }

    /// <summary>Article 112: the holidays, and the working day after one that falls on a weekend; January's are moved by decree only.</summary>
    public static bool IsHolidayByLaw(DateOnly day)
    {
        if (IsHoliday(day)) return true;
        if (IsWeekend(day) || day.Month == 1) return false;
        for (var before = day.AddDays(-1); IsWeekend(before); before = before.AddDays(-1))
            if (IsHoliday(before)) return true;
        return false;
    }

    static bool IsHoliday(DateOnly day) => day is { Month: 1, Day: <= 8 }
        || (day.Month, day.Day) is (2, 23) or (3, 8) or (5, 1) or (5, 9) or (6, 12) or (11, 4);

    static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    /// <summary>The years around a day: enough for every term that is counted in working days.</summary>
    /// <param name="region">Whose own holidays count; none when absent.</param>
    public static Task<ProductionCalendar> Around(DateOnly day, string? region, Db db, CancellationToken ct) =>
        db.Many(Sql, new { From = new DateOnly(day.Year - 1, 1, 1), To = new DateOnly(day.Year + 2, 1, 1), Region = region },
            async rows => new ProductionCalendar(
                [.. await rows.ReadAsync<Day>()], [.. await rows.ReadAsync<int>()], [.. await rows.ReadAsync<DateOnly>()]), ct);

    const string Sql = """
        select day as "on", is_working, is_shortened from calendar_day where day >= @From and day < @To;
        select year from calendar_year;
        select day from regional_holiday where region_code = @Region and day >= @From and day < @To
        """;
}
