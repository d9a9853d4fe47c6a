namespace Mentoring.Demo;

/// <summary>The demo country's now, and its school years: the running one and two before it.</summary>
sealed class DemoCalendar(DateTimeOffset now)
{
    /// <summary>Of the months from January on: meetings crowd in autumn and spring and stop in summer.</summary>
    static readonly double[] Seasons = [0.8, 1.1, 1.2, 1.2, 0.8, 0.3, 0.05, 0.25, 0.9, 1.3, 1.2, 0.9];

    public DateTime Now { get; } = now.UtcDateTime;

    public DateOnly Today { get; } = DateOnly.FromDateTime(now.UtcDateTime);

    /// <summary>Named by the year in which it begins.</summary>
    public int SchoolYear => Today.Month >= 9 ? Today.Year : Today.Year - 1;

    public static double Season(int month) => Seasons[month - 1];

    public static DateTime Utc(DateOnly day, int hour = 9) => day.ToDateTime(new TimeOnly(hour, 0), DateTimeKind.Utc);

    /// <summary>A moment of a working day after lessons, in the region's time.</summary>
    public static DateTime AfterLessons(DateOnly day, TimeZoneInfo zone, int quarter) =>
        TimeZoneInfo.ConvertTimeToUtc(WorkingDay(day).ToDateTime(new TimeOnly(13, 30)).AddMinutes(15 * quarter), zone);

    public static DateOnly WorkingDay(DateOnly day) => day.DayOfWeek switch
    {
        DayOfWeek.Saturday => day.AddDays(2),
        DayOfWeek.Sunday => day.AddDays(1),
        _ => day,
    };

    public static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;
}
