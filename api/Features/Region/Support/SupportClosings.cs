using Mentoring.Api.Features.Common.Organizations;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Support;

/// <summary>
/// Support ends with either of the two, and no heir gets it unasked: the body decides anew whom it stands behind, and the
/// school's people learn that they have to look for another. Each is told once, however many services there were.
/// </summary>
sealed class SupportClosings(Db db, Audit audit) : IFollowEnd
{
    sealed record Other(Guid Id, string RegionCode, Guid LinkId, bool Body);

    public async Task Close(Ending all, Settlement counts, CancellationToken ct)
    {
        foreach (var other in await db.List<Other>(EndAll, all, ct))
            audit.About(other.Id, other.RegionCode, other.LinkId,
                other.Body ? new SupportedLost(all.Organization, all.On) : new SupportLost(all.Organization, all.On));
    }

    const string EndAll = """
        with ended as (
            update support_link set ends_on = greatest(starts_on, @On), end_reason = coalesce(end_reason, @Reason), ended_at = @Now,
                   ended_by = 'SettleOrganization', version = version + 1
             where (organization_id = @Organization or body_id = @Organization) and (ends_on is null or ends_on > greatest(starts_on, @On))
            returning id, organization_id, body_id)
        select o.id, o.region_code, (min(e.id::text))::uuid link_id, bool_or(o.id = e.body_id) body
          from ended e join organization o on o.id = case when e.body_id = @Organization then e.organization_id else e.body_id end
         group by o.id, o.region_code order by o.id
        """;
}
