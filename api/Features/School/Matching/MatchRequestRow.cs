using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Matching;

/// <summary>A request as a command holds it: locked, so that what was checked stays true until the commit.</summary>
sealed record MatchRequestRow : IVersioned
{
    public Guid Id { get; init; }
    public Guid OrganizationId { get; init; }
    public required string RegionCode { get; init; }
    public Guid MentorOrganizationId { get; init; }
    public required string MentorRegion { get; init; }
    public Guid MentorId { get; init; }
    public Guid MenteeId { get; init; }
    public Guid? GroupId { get; init; }
    public MatchRequestStatus Status { get; init; }
    public DateTime ExpiresAt { get; init; }
    public DateTime? MentorYesAt { get; init; }
    public DateTime? MenteeYesAt { get; init; }
    public int Version { get; init; }

    /// <param name="version">What the caller saw; null for a job.</param>
    public static Task<MatchRequestRow> Lock(Db db, Guid id, int? version, CancellationToken ct) => db.Lock<MatchRequestRow>(LockSql, new { id }, version, ct);

    /// <summary>Ends the request; a place or a seat that it held is free for the next count.</summary>
    public async Task<MatchRequestStatus> End(MatchRequestStep step, MatchRequestReason because, string? reason, Db db, TimeProvider time, CancellationToken ct)
    {
        var next = MatchRequestLifecycle.Steps.Next(Status, step);
        await db.ExecuteOne(EndSql, new { Id, Status = next.ToString(), Because = because.ToString(), reason, Now = time.GetUtcNow().UtcDateTime }, ct);
        return next;
    }

    const string LockSql = """
        select r.*, o.region_code mentor_region from match_request r join organization o on o.id = r.mentor_organization_id where r.id = @id for update of r
        """;

    const string EndSql = """
        update match_request set status = @Status, reason_code = @Because, reason = @reason, decided_at = @Now, version = version + 1,
               program_id = case when @Because = 'ProgramDrafted' then (
                   select a.program_id from program_participant a join program_participant b on b.program_id = a.program_id
                          join program p on p.id = a.program_id
                    where a.person_id = mentor_id and b.person_id = mentee_id and a.role = 'Mentor' and b.role = 'Mentee'
                       order by p.created_at desc limit 1) end
         where id = @Id
        """;
}
