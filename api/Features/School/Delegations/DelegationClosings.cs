using Mentoring.Api.Features.Common.Organizations;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Delegations;

/// <summary>What was handed over to or by an organization that ends is taken back with it.</summary>
sealed class DelegationClosings(Db db, Audit audit, TimeProvider time) : IFollowEnd
{
    public async Task Close(Ending all, Settlement counts, CancellationToken ct)
    {
        var open = await db.List<Guid>(Find, all, ct);
        foreach (var id in open)
        {
            var delegation = await DelegationRow.Lock(db, id, null, ct);
            var step = delegation.Status == DelegationStatus.Proposed ? DelegationStep.Withdraw : DelegationStep.End;
            await delegation.Turn(step, null, db, audit, time, ct, settled: true);
        }

        counts.Delegations = open.Count;
    }

    const string Find = """
        select id from delegation
         where (organization_id = @Organization or taker_id = @Organization) and status in ('Proposed', 'Accepted', 'InForce') order by id
        """;
}
