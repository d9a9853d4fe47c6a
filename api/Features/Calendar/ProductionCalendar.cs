using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Calendar;

/// <summary>
/// Which days are worked in Russia: article 112 of the Labour Code, and over it what the government's yearly decree moves, which
/// is data (<c>calendar_day</c>). A year whose decree is not published yet follows the law alone.
/// </summary>
public sealed class ProductionCalendar(IReadOnlyDictionary<DateOnly, bool> days)
{
    public bool IsWorking(DateOnly day) =>
        days.TryGetValue(day, out var working) ? working : !IsWeekend(day) && !IsHolidayByLaw(day);

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
    public static async Task<ProductionCalendar> Around(DateOnly day, Db db, CancellationToken ct) => new((await db.List<Row>(
        "select day, is_working from calendar_day where extract(year from day) between @From and @From + 2", new { From = day.Year - 1 }, ct)).ToDictionary(row => row.Day, row => row.IsWorking));

    sealed record Row(DateOnly Day, bool IsWorking);
}
