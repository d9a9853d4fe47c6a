using Mentoring.Api.Features.Common.People;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Matching;

/// <summary>What matching does when somebody leaves (<see cref="Leaving"/>): nobody waits for an answer that cannot come.</summary>
sealed class MatchDepartures(Db db, Audit audit) : IFollowLeaving
{
    sealed record Closed(Guid Id, Guid OrganizationId, string RegionCode);

    public async Task Follow(Left left, CancellationToken ct)
    {
        foreach (var request in await db.List<Closed>(CloseRequests, left, ct))
            audit.About(request.OrganizationId, request.RegionCode, request.Id, new MatchRequestLeft());
        await db.Execute(Sql, left, ct);
    }

    const string CloseRequests = """
        update match_request set status = 'Closed', reason_code = 'PersonLeft', decided_at = @Now, version = version + 1
         where status in ('Requested', 'Accepted')
           and (@AsMentor and mentor_id = @Person and mentor_organization_id = @Organization
                or @AsMentee and mentee_id = @Person and organization_id = @Organization)
        returning id, organization_id, region_code
        """;

    const string Sql = """
        update match_group set closed_at = @Now, version = version + 1
         where @AsMentor and mentor_id = @Person and organization_id = @Organization and closed_at is null;
        update match_lock set released_at = @Now
         where released_at is null and organization_id = @Organization and (@AsMentor and mentor_id = @Person or @AsMentee and mentee_id = @Person)
        """;
}
