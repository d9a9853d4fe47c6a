using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Resources;

/// <summary>A resource that a command is about, held until it commits.</summary>
sealed record ResourceRow(string RegionCode, Guid Id, Guid BodyId, ResourceStatus Status, int Version) : IVersioned
{
    /// <param name="seen">The version by which the caller goes.</param>
    public static async Task<ResourceRow> Lock(Db db, Caller caller, Guid body, Guid resource, int? seen, CancellationToken ct)
    {
        caller.Scope.MustReach(body);
        return await db.Lock<ResourceRow>("""
            select region_code, id, body_id, status, version from resource where body_id = @body and id = @resource for update
            """, new { body, resource }, seen, ct);
    }
}

/// <summary>A run that a command is about, held until it commits.</summary>
sealed record ResourceRunRow(string RegionCode, Guid Id, Guid ResourceId, Guid BodyId, int Taken, bool CalledOff, int Version) : IVersioned
{
    /// <param name="seen">The version by which the caller goes.</param>
    public static async Task<ResourceRunRow> Lock(Db db, Caller caller, Guid body, Guid resource, Guid run, int seen, CancellationToken ct)
    {
        caller.Scope.MustReach(body);
        var row = await db.Lock<ResourceRunRow>("""
            select region_code, id, resource_id, body_id, taken, called_off_at is not null called_off, version
              from resource_run where body_id = @body and resource_id = @resource and id = @run for update
            """, new { body, resource, run }, seen, ct);
        return row.CalledOff ? throw new RuleViolation("resource.run-called-off") : row;
    }
}
