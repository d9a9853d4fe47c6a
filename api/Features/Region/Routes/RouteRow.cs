using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Routes;

/// <summary>The caller's own route as a command holds it.</summary>
sealed record RouteRow : IVersioned
{
    public Guid Id { get; init; }
    public required string RegionCode { get; init; }
    public Guid PersonId { get; init; }
    public Guid OrganizationId { get; init; }
    public RouteStatus Status { get; init; }
    public DateOnly StartsOn { get; init; }
    public DateOnly EndsOn { get; init; }
    public required string Image { get; init; }
    public required string TimeZone { get; init; }
    public int Version { get; init; }

    /// <summary>Somebody else's is not found, also by whoever may read it. What is over is changed no more.</summary>
    /// <param name="version">What the caller saw; null where the change does not depend on the rest.</param>
    public static async Task<RouteRow> Lock(Db db, Caller caller, Guid id, int? version, CancellationToken ct)
    {
        var route = await Hold(db, caller, id, version, ct);
        return RouteLife.IsOver(route.Status) ? throw new RuleViolation("route.over") : route;
    }

    /// <summary>One that went to another region while the caller waited for it is found where it arrived.</summary>
    public static async Task<RouteRow> Hold(Db db, Caller caller, Guid id, int? version, CancellationToken ct)
    {
        try
        {
            return await db.Lock<RouteRow>(LockSql, new { id, caller.Person }, version, ct);
        }
        catch (NotFound)
        {
            return await db.Lock<RouteRow>(LockSql, new { id, caller.Person }, version, ct);
        }
    }

    /// <summary>Also one that has yet to come along from another region.</summary>
    public static Task<bool> HasRunning(Db db, Caller caller, CancellationToken ct) => db.One<bool>(
        "select exists (select from route where person_id = @Person and status not in ('Completed', 'Closed'))", new { caller.Person }, ct);

    /// <summary>After every change: the next version, and when the teacher was last at it.</summary>
    public async Task<RouteState> Touch(Db db, Audit audit, IEvent happened, TimeProvider time, CancellationToken ct, RouteStatus? to = null)
    {
        await db.ExecuteOne(TouchSql, new { RegionCode, Id, Status = (to ?? Status).ToString(), Now = time.GetUtcNow().UtcDateTime }, ct);
        audit.About(OrganizationId, RegionCode, Id, happened);
        return new(Id, to ?? Status, Version + 1, RouteLife.Warnings(StartsOn, EndsOn));
    }

    const string LockSql = """
        select r.id, r.region_code, r.person_id, r.organization_id, r.status, r.starts_on, r.ends_on, r.image, r.version, z.time_zone
          from route r join organization_zone z on z.place_id = r.organization_id where r.id = @id and r.person_id = @Person for update of r
        """;

    const string TouchSql = """
        update route set version = version + 1, status = @Status, last_activity_at = @Now,
               ended_at = case when @Status in ('Completed', 'Closed') then @Now end
         where region_code = @RegionCode and id = @Id
        """;
}
