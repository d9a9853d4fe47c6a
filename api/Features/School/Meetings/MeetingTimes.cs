using Mentoring.Api.Features.School.Programs;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Meetings;

/// <summary>When a meeting can be planned and when it can have been held.</summary>
public static class MeetingTimes
{
    public const int Shortest = 5;
    public const int Longest = 600;

    /// <summary>A planned meeting lies ahead, and within the program's term as its region counts days.</summary>
    public static void CheckPlanned(DateTimeOffset startsAt, ProgramRow program, DateTimeOffset now)
    {
        if (startsAt <= now) throw new BadInput("meeting.in-the-past") { Pointer = "/startsAt" };
        var day = RegionTime.DayOf(startsAt, program.TimeZone);
        if (day > LastDay(program)) throw new BadInput("meeting.after-the-term") { Pointer = "/startsAt" };
    }

    /// <summary>The program's last day, or the one on which a notice ends it.</summary>
    public static DateOnly LastDay(ProgramRow program) => program.NoticeUntil is { } notice && notice < program.EndsOn ? notice : program.EndsOn;

    /// <summary>A held meeting is over, and not from before the day on which the program came into force.</summary>
    public static void CheckHeld(DateTimeOffset startsAt, int durationMinutes, ProgramRow program, DateTimeOffset now)
    {
        if (startsAt.AddMinutes(durationMinutes) > now) throw new BadInput("meeting.in-the-future") { Pointer = "/startsAt" };
        if (program.ActivatedAt is { } activated && RegionTime.DayOf(startsAt,
            program.TimeZone) < RegionTime.DayOf(new DateTimeOffset(activated, TimeSpan.Zero),
                program.TimeZone)) throw new BadInput("meeting.before-the-program") { Pointer = "/startsAt" };
    }
}
