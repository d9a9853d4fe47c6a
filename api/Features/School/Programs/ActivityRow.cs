using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Programs;

/// <summary>An activity of a roadmap in force, locked; each has a version of its own, so that two people may tick two of them.</summary>
public sealed record ActivityRow(Guid Id, int Version, DateOnly? DoneOn) : IVersioned
{
    public static async Task<ActivityRow> Lock(Db db, ProgramRow program, Guid id, int? version, CancellationToken ct)
    {
        if (program.Status != ProgramStatus.Active) throw new RuleViolation("program.not-in-force");
        return await db.Lock<ActivityRow>("select id, version, done_on from roadmap_activity where program_id = @Program and id = @id for update",
            new { Program = program.Id, id }, version, ct);
    }
}
