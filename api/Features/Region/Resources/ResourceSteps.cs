using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Resources;

/// <summary>From one status of a resource to the other.</summary>
static class ResourceSteps
{
    public static async Task<ResourceState> Take(ResourceRow row, ResourceStep step, Db db, Audit audit, TimeProvider time, CancellationToken ct)
    {
        var next = ResourceLife.Steps.Next(row.Status, step);
        await db.ExecuteOne("""
            update resource set status = @Status, updated_at = @Now, version = version + 1 where region_code = @RegionCode and id = @Id
            """, new { row.RegionCode, row.Id, Status = next.ToString(), Now = time.GetUtcNow().UtcDateTime }, ct);
        audit.About(row.BodyId, row.RegionCode, row.Id, new ResourceMoved(step));
        return new(row.Id, next, row.Version + 1);
    }
}
