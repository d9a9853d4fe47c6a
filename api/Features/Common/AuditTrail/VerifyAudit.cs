using Dapper;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.AuditTrail;

/// <summary>
/// Walks the audit chains and says where one was tampered with. One chain belongs to each organization, and one to the platform (organization
/// id of zeros). Only the first 100 faults are listed.
/// </summary>
public static class VerifyAudit
{
    /// <summary>Faults listed; their number is always whole.</summary>
    const int MostListed = 100;

    public static void Map(RouteGroupBuilder audit) =>
        audit.MapGet("/verify", async (Guid? organizationId, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(organizationId), ct)))
            .Operation(nameof(VerifyAudit), Permission.AuditVerify);

    /// <param name="OrganizationId">One chain; all when absent.</param>
    public sealed record Query(Guid? OrganizationId) : IQuery<Result>;

    /// <param name="Organizations">Chains walked.</param>
    /// <param name="Entries">Entries walked.</param>
    /// <param name="Faults">How many were found; 0 when all is well.</param>
    public sealed record Result(int Organizations, long Entries, int Faults, IReadOnlyList<Fault> Broken);

    /// <param name="Sequence">The entry's number in its chain.</param>
    public sealed record Fault(Guid OrganizationId, long Sequence, FaultKind Kind);

    /// <summary>
    /// Altered: the entry is not what was hashed. Missing: entries before it are gone. Unlinked: it follows another entry.
    /// CutOff: the chain's end is gone.
    /// </summary>
    public enum FaultKind { Altered, Missing, Unlinked, CutOff }

    sealed record Walked(int Organizations, long Entries);

    public sealed class Handler(Db db, Caller caller) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            // Whoever verifies reads no entry of a school: only numbers and faults come out, so the walk sees every row.
            caller.BecomeJob(nameof(VerifyAudit));
            return await db.Many(Sql, query, async results =>
            {
                var walked = await results.ReadSingleAsync<Walked>();
                var faults = (await results.ReadAsync<Fault>()).AsList();
                return new Result(walked.Organizations, walked.Entries, faults.Count, [.. faults.Take(MostListed)]);
            }, ct);
        }
    }

    const string Sql = """
        select count(distinct organization_id)::int organizations, count(*) entries from audit_entry
         where @OrganizationId::uuid is null or organization_id = @OrganizationId;

        with walk as (
            select e.organization_id, e.sequence, e.hash, e.previous_hash, audit_hash(e) computed, lag(e.hash) over chain hash_before,
                   lag(e.sequence) over chain sequence_before
              from audit_entry e
             where @OrganizationId::uuid is null or e.organization_id = @OrganizationId
            window chain as (partition by e.organization_id order by e.sequence))
        select organization_id, sequence,
               case when hash <> computed then 'Altered' when sequence <> coalesce(sequence_before, 0) + 1 then 'Missing' else 'Unlinked' end kind
          from walk
         where hash <> computed or sequence <> coalesce(sequence_before, 0) + 1 or previous_hash <> coalesce(hash_before, '')
        union all
        select head.organization_id, head.sequence, 'CutOff'
          from audit_head head
         where (@OrganizationId::uuid is null or head.organization_id = @OrganizationId)
           and not exists (select from audit_entry e where e.organization_id = head.organization_id and e.sequence = head.sequence and e.hash = head.hash)
         order by 1, 2
        """;
}
