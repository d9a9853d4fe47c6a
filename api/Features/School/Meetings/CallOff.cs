using Mentoring.Api.Features.School.Programs;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Meetings;

/// <summary>What called a meeting off that no person cancelled.</summary>
public enum CalledOffBy { ProgramEnded, ParticipantLeft }

/// <summary>
/// What is planned after a program's end goes with it: nobody would come, and afterwards nobody could cancel it. What has
/// begun stays as it is, for whoever was there to say what became of it.
/// </summary>
public static class CallOff
{
    /// <summary>All that is still ahead of a program that is over.</summary>
    public static Task Ahead(ProgramRow program, Db db, TimeProvider time, CancellationToken ct) =>
        db.Execute(Series + Sql, Args(program, time.GetUtcNow().UtcDateTime, time, CalledOffBy.ProgramEnded), ct);

    /// <summary>What was planned after the last day that a notice sets, as the region counts days.</summary>
    public static Task After(ProgramRow program, DateOnly lastDay, Db db, TimeProvider time, CancellationToken ct) =>
        db.Execute(Sql, Args(program, RegionTime.Begin(lastDay.AddDays(1), program.TimeZone), time, CalledOffBy.ProgramEnded), ct);

    /// <summary>What is planned from the day on which one side has nobody any more.</summary>
    public static Task From(ProgramRow program, DateOnly day, Db db, TimeProvider time, CancellationToken ct) =>
        db.Execute(Series + Sql, Args(program, RegionTime.Begin(day, program.TimeZone), time, CalledOffBy.ParticipantLeft), ct);

    static object Args(ProgramRow program, DateTime from, TimeProvider time, CalledOffBy by) =>
        new { program.Id, From = from, Now = time.GetUtcNow().UtcDateTime, By = by.ToString() };

    const string Sql = """
        update meeting set status = 'Cancelled', called_off_by = @By, version = version + 1 where program_id = @Id and status = 'Planned' and starts_at >= @From
        """;

    const string Series = "update meeting_series set cancelled_at = @Now where program_id = @Id and cancelled_at is null; ";
}
