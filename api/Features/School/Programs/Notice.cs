using Mentoring.Api.Features.Common.Calendar;

namespace Mentoring.Api.Features.School.Programs;

/// <summary>Either side may end mentoring early with at least three working days' written notice (Labour Code, article 351.8).</summary>
public static class Notice
{
    public const int WorkingDays = 3;

    /// <summary>The last day of mentoring after notice given on this day, which itself does not count.</summary>
    public static DateOnly Until(DateOnly given, ProductionCalendar calendar) => calendar.After(given, WorkingDays);

    public static ProgramState Told(ProgramRow program, DateOnly today, ProductionCalendar calendar) =>
        program.State with { NoticeIsProvisional = program.NoticeUntil is { } until && calendar.IsProvisional(today, until) };
}
