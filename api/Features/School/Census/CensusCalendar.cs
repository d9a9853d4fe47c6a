namespace Mentoring.Api.Features.School.Census;

/// <summary>The days of a census: opened with the school year, due a month later, at least once a year.</summary>
public static class CensusCalendar
{
    public static DateOnly OpensOn(int schoolYear) => new(schoolYear, 9, 1);

    public static DateOnly DueOn(int schoolYear) => new(schoolYear, 10, 1);

    public static bool IsOverdue(CensusStatus status, DateOnly dueOn, DateOnly today) => status == CensusStatus.Open && today > dueOn;

    /// <returns>The reminder whose day has come, the most urgent one; null while none is due.</returns>
    public static ReminderKind? Reminder(DateOnly dueOn, DateOnly today) => (dueOn.DayNumber - today.DayNumber) switch
    {
        < 0 => ReminderKind.Overdue,
        <= 7 => ReminderKind.Week,
        <= 30 => ReminderKind.Month,
        _ => null,
    };
}
