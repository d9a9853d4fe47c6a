using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Programs;

/// <summary>What several steps do with the consents of a program.</summary>
public static class Consents
{
    /// <summary>Back in draft the terms may change: what was asked or given before holds no longer.</summary>
    public static Task Supersede(Guid program, Db db, CancellationToken ct) => db.Execute(
        "update consent set status = 'Superseded' where program_id = @program and status in ('Requested', 'Given')", new { program }, ct);
}
