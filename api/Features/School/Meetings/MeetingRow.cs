using Mentoring.Api.Features.School.Programs;
using Mentoring.Api.Platform;
using static Mentoring.Api.Features.School.Meetings.MeetingStatus;

namespace Mentoring.Api.Features.School.Meetings;

/// <summary>A meeting as a command holds it: locked, its program known.</summary>
public sealed record MeetingRow(Guid Id, Guid ProgramId, MeetingStatus Status, DateTime StartsAt, int DurationMinutes, int Version) : IVersioned
{
    /// <param name="alsoAfter">What is left of a program that is over may still be cleared away.</param>
    public static async Task<(MeetingRow Meeting, ProgramRow Program)> Lock(Db db, Guid id, int version, CancellationToken ct, bool alsoAfter = false)
    {
        var meeting = await db.Lock<MeetingRow>("select id, program_id, status, starts_at, duration_minutes, version from meeting where id = @id for update",
            new { id }, version, ct);
        var program = await ProgramRow.Lock(db, meeting.ProgramId, null, null, ct);
        if (!program.IsInForce && !alsoAfter) throw new RuleViolation("program.not-in-force");
        return (meeting, program);
    }

    /// <summary>What was held, cancelled or missed stays so.</summary>
    public static readonly Lifecycle<MeetingStatus, MeetingStatus> Moves = Lifecycle.Of("meeting.not-planned",
        (Planned, Planned), (Planned, Held), (Planned, Cancelled), (Planned, Missed));

    /// <returns>How it stands after the change that is about to be made.</returns>
    public MeetingState Become(MeetingStatus status) => new(Id, Moves.Next(Status, status), Version + 1);

    public void MustHaveBegun(DateTimeOffset now)
    {
        if (StartsAt > now.UtcDateTime) throw new RuleViolation("meeting.not-begun");
    }
}
