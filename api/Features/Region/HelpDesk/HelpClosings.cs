using Mentoring.Api.Features.Common.Organizations;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.HelpDesk;

/// <summary>Open questions end with the school that asked and with the body that was asked; the asker learns it, and asks another.</summary>
sealed class HelpClosings(Db db, Audit audit) : IFollowEnd
{
    sealed record Ended(Guid Id, Guid OrganizationId, string RegionCode);

    public async Task Close(Ending all, Settlement counts, CancellationToken ct)
    {
        var ended = await db.List<Ended>(EndAll, new { all.Organization, all.Now, all.Reason, Before = HelpLifecycle.Steps.Before(HelpStep.Withdraw) }, ct);
        foreach (var request in ended) audit.About(request.OrganizationId, request.RegionCode, request.Id, new HelpEnded());
    }

    const string EndAll = """
        with ended as (
            update help_request set status = 'Withdrawn', ended_at = @Now, version = version + 1
             where (organization_id = @Organization or body_id = @Organization) and status = any(@Before)
            returning *),
        told as (
            insert into help_entry (region_code, id, request_id, organization_id, body_id, person_id, school_sees, internal, kind, step, from_asker, text,
                                    written_at, written_by, written_by_name)
            select region_code, gen_random_uuid(), id, organization_id, body_id, person_id, school_sees, false, 'Step', 'Withdraw', false, @Reason, @Now,
                   'SettleOrganization', ''
              from ended)
        select id, organization_id, region_code from ended order by id
        """;
}
