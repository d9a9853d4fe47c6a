using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Arbitration;

/// <summary>A case as a command holds it: locked. Whom it is not open to finds none.</summary>
public sealed record CaseRow : IVersioned
{
    public Guid Id { get; init; }
    public Guid OrganizationId { get; init; }
    public required string RegionCode { get; init; }
    public CaseStatus Status { get; init; }
    public CaseAbout About { get; init; }
    public Guid ComplainantId { get; init; }
    public Guid[] ArbiterIds { get; init; } = [];
    public Guid[] FormerArbiters { get; init; } = [];
    public DateTime? DecidedAt { get; init; }
    public int Version { get; init; }
    public required string TimeZone { get; init; }

    /// <param name="version">What the caller saw; null where the change does not depend on the rest of the case.</param>
    public static Task<CaseRow> Lock(Db db, Guid id, int? version, CancellationToken ct) => db.Lock<CaseRow>(LockSql, new { id }, version, ct);

    /// <summary>The last day on which an appeal is heard.</summary>
    public static DateOnly? AppealUntil(DateTime? decidedAt, string timeZone) =>
        decidedAt is { } at ? RegionTime.DayOf(new DateTimeOffset(at, TimeSpan.Zero), timeZone).AddDays(CaseLifecycle.DaysToAppeal) : null;

    public bool MayAppeal(TimeProvider time) => AppealUntil(DecidedAt, TimeZone) is { } until && RegionTime.Today(TimeZone, time) <= until;

    public void MustBeComplainant(Guid person)
    {
        if (ComplainantId != person) throw new Forbidden("case.not-yours");
    }

    public void MustBeArbiter(Guid person)
    {
        if (!ArbiterIds.Contains(person)) throw new Forbidden("case.not-arbiter");
    }

    const string LockSql = """
        select c.id, c.organization_id, c.region_code, c.status, c.about, c.complainant_id, c.arbiter_ids, c.former_arbiters, c.decided_at, c.version,
               t.time_zone
          from arbitration_case c join organization_zone t on t.place_id = c.organization_id
         where c.id = @id for update of c
        """;
}
