using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Councils;

/// <summary>A decision as a command holds it, with its meeting: both locked, the meeting first.</summary>
public sealed record CouncilDecisionRow(Guid Id, Guid MeetingId, DecisionStatus Status, int Version) : IVersioned
{
    public static async Task<(CouncilDecisionRow Decision, CouncilMeetingRow Meeting)> Lock(Db db, Guid id, int? version, CancellationToken ct)
    {
        var meeting = await CouncilMeetingRow.Lock(db, await db.One<Guid>("select meeting_id from council_decision where id = @id", new { id }, ct), null, ct);
        return (await db.Lock<CouncilDecisionRow>("select id, meeting_id, status, version from council_decision where id = @id for update", new { id },
            version, ct), meeting);
    }

    /// <summary>Takes a step of its life and says why, where there is something to say.</summary>
    public async Task<CouncilState<DecisionStatus>> Take(DecisionStep step, string? note, CouncilMeetingRow meeting, Db db, Audit audit, CancellationToken ct)
    {
        var next = CouncilLifecycles.Decision.Next(Status, step);
        await db.ExecuteOne("update council_decision set status = @Status, note = coalesce(@note, note), version = version + 1 where id = @Id",
            new { Id, Status = next.ToString(), note }, ct);
        audit.About(meeting.OrganizationId, meeting.RegionCode, Id, new DecisionMoved(step));
        return new(Id, next, Version + 1);
    }
}
