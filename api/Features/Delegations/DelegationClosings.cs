using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Delegations;

/// <summary>What was handed over to or by an organization that ends is taken back with it.</summary>
static class DelegationClosings
{
    /// <returns>How many.</returns>
    public static async Task<int> Close(Guid organization, Db db, Audit audit, TimeProvider time, CancellationToken ct)
    {
        var open = await db.List<Guid>(Find, new { organization }, ct);
        foreach (var id in open)
        {
            var delegation = await DelegationRow.Lock(db, id, null, ct);
            var step = delegation.Status == DelegationStatus.Proposed ? DelegationStep.Withdraw : DelegationStep.End;
            await delegation.Turn(step, null, db, audit, time, ct);
        }

        return open.Count;
    }

    const string Find = """
        select id from delegation
         where (organization_id = @organization or taker_id = @organization) and status in ('Proposed', 'Accepted', 'InForce') order by id
        """;
}
