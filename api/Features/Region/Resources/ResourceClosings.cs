using Mentoring.Api.Features.Common.Organizations;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Resources;

/// <summary>With the body that keeps them its resources are withdrawn, and runs that are not over are called off: whoever has a place learns it.</summary>
sealed class ResourceClosings(Db db, Audit audit) : IFollowEnd
{
    sealed record Withdrawn(Guid Id, string RegionCode);

    sealed record Run(Guid Id, Guid ResourceId, string RegionCode);

    public async Task Close(Ending all, Settlement counts, CancellationToken ct)
    {
        foreach (var run in await db.List<Run>(CallOff, all, ct))
            audit.About(all.Organization, run.RegionCode, run.Id, new ResourceRunCalledOff(run.ResourceId));
        foreach (var one in await db.List<Withdrawn>(Withdraw, all, ct))
            audit.About(all.Organization, one.RegionCode, one.Id, new ResourceMoved(ResourceStep.Withdraw));
    }

    const string CallOff = """
        update resource_run set called_off_at = @Now, called_off_reason = @Reason, version = version + 1
         where body_id = @Organization and called_off_at is null and ends_on > @On
        returning id, resource_id, region_code
        """;

    const string Withdraw = """
        update resource set status = 'Withdrawn', updated_at = @Now, version = version + 1
         where body_id = @Organization and status = 'Offered'
        returning id, region_code
        """;
}
