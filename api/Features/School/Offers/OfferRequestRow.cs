using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Offers;

/// <summary>A request for an offer that a command is about, held until it commits.</summary>
sealed record OfferRequestRow : IVersioned
{
    public required string RegionCode { get; init; }
    public Guid Id { get; init; }
    public Guid OfferId { get; init; }
    public Guid OrganizationId { get; init; }
    public Guid MentorId { get; init; }
    public required string MentorName { get; init; }
    public Guid SchoolId { get; init; }
    public required string SchoolRegion { get; init; }
    public Guid MenteeId { get; init; }
    public bool ByMentee { get; init; }
    public required string Words { get; init; }
    public OfferRequestStatus Status { get; init; }
    public DateTime AskedAt { get; init; }
    public int Version { get; init; }

    public static async Task<OfferRequestRow> LockOwn(Db db, Caller caller, Guid id, int version, CancellationToken ct)
    {
        var row = await db.One<OfferRequestRow>(LockSql, new { id }, ct);
        return row.MenteeId == caller.Person ? row.MustBeAt(version) : throw new NotFound();
    }

    /// <summary>One on which the mentee's school decides.</summary>
    public static async Task<OfferRequestRow> LockOf(Db db, Caller caller, Guid school, Guid id, int version, CancellationToken ct)
    {
        caller.Scope.MustReach(school);
        var row = await db.One<OfferRequestRow>(LockSql, new { id }, ct);
        return row.SchoolId == school ? row.MustBeAt(version) : throw new NotFound();
    }

    public static Task<OfferRequestRow> Lock(Db db, Guid id, CancellationToken ct) => db.Lock<OfferRequestRow>(LockSql, new { id }, null, ct);

    /// <param name="by">Who decides for the mentee's school; null where the school does not decide.</param>
    public async Task<OfferRequestState> Take(
        OfferRequestStep step, string? reason, string? by, OfferRequestReason? because, Db db, TimeProvider time, CancellationToken ct)
    {
        var next = OfferLife.Requests.Next(Status, step);
        await db.ExecuteOne(Save, new
        {
            RegionCode, Id, Status = next.ToString(), reason, by, Because = because?.ToString(), Now = time.GetUtcNow().UtcDateTime,
        }, ct);
        return new(Id, next, Version + 1);
    }

    const string LockSql = """
        select q.region_code, q.id, q.offer_id, q.organization_id, q.mentor_id, q.mentor_name, q.school_id, s.region_code school_region, q.mentee_id,
               q.by_mentee, q.words, q.status, q.asked_at, q.version
          from offer_request q join organization s on s.id = q.school_id where q.id = @id for update of q
        """;

    const string Save = """
        update offer_request set status = @Status, reason = @reason, decided_at = @Now, decided_by_name = @by, reason_code = @Because, version = version + 1
         where region_code = @RegionCode and id = @Id
        """;
}
