using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Support;

/// <summary>A support link as a command holds it: locked, so that what was checked stays true until the commit.</summary>
sealed record SupportLinkRow : IVersioned
{
    public Guid Id { get; init; }
    public Guid OrganizationId { get; init; }
    public required string RegionCode { get; init; }
    public Guid BodyId { get; init; }
    public required string BodyRegion { get; init; }
    public required string ServiceCode { get; init; }
    public DateOnly StartsOn { get; init; }
    public DateOnly? EndsOn { get; init; }
    public DateOnly Today { get; init; }
    public int Version { get; init; }

    public SupportState State => SupportLife.On(Today, StartsOn, EndsOn);

    /// <summary>One that is neither of the caller's body nor of the caller's region is not found.</summary>
    /// <param name="version">What the caller saw.</param>
    public static async Task<SupportLinkRow> Lock(Db db, Caller caller, Guid body, Guid id, int version, TimeProvider time, CancellationToken ct)
    {
        var row = await db.Maybe<SupportLinkRow>(LockSql, new { body, id, Now = time.GetUtcNow().UtcDateTime }, ct);
        if (row is null || !(caller.Scope.Reaches(body) || caller.Scope.ReachesRegion(row.RegionCode))) throw new NotFound();
        row.MustBeAt(version);
        return row;
    }

    const string LockSql = $"""
        select l.id, l.organization_id, l.region_code, l.body_id, b.region_code body_region, l.service_code, l.starts_on, l.ends_on, day.today, l.version
          from support_link l join organization b on b.id = l.body_id {SupportLife.Day}
         where l.body_id = @body and l.id = @id for update of l
        """;
}
