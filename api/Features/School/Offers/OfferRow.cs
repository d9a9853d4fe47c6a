using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Offers;

/// <summary>An offer that a command is about, held until it commits.</summary>
sealed record OfferRow : IVersioned
{
    public required string RegionCode { get; init; }
    public Guid Id { get; init; }
    public Guid OrganizationId { get; init; }
    public Guid MentorId { get; init; }
    public OfferStatus Status { get; init; }
    public int Taken { get; init; }
    public DateOnly EndsOn { get; init; }
    public required string TimeZone { get; init; }
    public int Version { get; init; }

    public bool IsOver(TimeProvider time) => EndsOn <= RegionTime.Today(TimeZone, time);

    /// <summary>The mentor's own; anybody else's is not found.</summary>
    public static async Task<OfferRow> LockOwn(Db db, Caller caller, Guid id, int version, CancellationToken ct)
    {
        var row = await db.One<OfferRow>(LockSql, new { id }, ct);
        return row.MentorId == caller.Person ? row.MustBeAt(version) : throw new NotFound();
    }

    /// <summary>One that the school decides on; nobody decides on the own one.</summary>
    public static async Task<OfferRow> LockOf(Db db, Caller caller, Guid school, Guid id, int version, CancellationToken ct)
    {
        caller.Scope.MustReach(school);
        var row = await db.One<OfferRow>(LockSql, new { id }, ct);
        if (row.OrganizationId != school) throw new NotFound();
        row.MustBeAt(version);
        return row.MentorId == caller.Scope.Person ? throw new RuleViolation("offer.own") : row;
    }

    public static Task<OfferRow> Lock(Db db, Guid id, CancellationToken ct) => db.Lock<OfferRow>(LockSql, new { id }, null, ct);

    /// <summary>A step that leaves what is offered as it is.</summary>
    /// <param name="by">Who decides for the school; null where the school does not decide.</param>
    public async Task<OfferState> Take(OfferStep step, string? reason, string? by, Db db, Audit audit, TimeProvider time, CancellationToken ct)
    {
        var next = OfferLife.Offers.Next(Status, step);
        await db.ExecuteOne(Save, new { RegionCode, Id, Status = next.ToString(), reason, by, Now = time.GetUtcNow().UtcDateTime }, ct);
        audit.About(OrganizationId, RegionCode, Id, new MentorOfferMoved(step));
        return new(Id, next, Version + 1);
    }

    const string LockSql = """
        select o.region_code, o.id, o.organization_id, o.mentor_id, o.status, o.taken, o.ends_on, zone.time_zone, o.version
          from mentor_offer o join organization_zone zone on zone.place_id = o.organization_id where o.id = @id for update of o
        """;

    const string Save = """
        update mentor_offer set status = @Status, reason = coalesce(@reason, reason), version = version + 1,
               decided_at = case when @by::text is null then decided_at else @Now end, decided_by_name = coalesce(@by, decided_by_name),
               ended_at = case when @Status in ('Withdrawn', 'Ended') then @Now::timestamptz end
         where region_code = @RegionCode and id = @Id
        """;
}
