using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Identity;

/// <summary>The roles of an organization that wait to be agreed to or confirmed, and those refused of late.</summary>
public static class ListRoleProposals
{
    const int DaysShown = 30;

    public static void Map(RouteGroupBuilder ofOrganization) =>
        ofOrganization.MapGet("/{organizationId:guid}/role-proposals", async (Guid organizationId, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(organizationId), ct)))
            .Operation(nameof(ListRoleProposals), Permission.AccountManage);

    public sealed record Query(Guid Id) : IQuery<IReadOnlyList<RoleProposal>>;

    public sealed class Handler(Db db, Caller caller, TimeProvider time) : IRequestHandler<Query, IReadOnlyList<RoleProposal>>
    {
        public Task<IReadOnlyList<RoleProposal>> Handle(Query query, CancellationToken ct)
        {
            Granting.DemandPlace(caller.Scope, query.Id);
            return db.List<RoleProposal>(Sql, new { query.Id, Since = time.GetUtcNow().UtcDateTime.AddDays(-DaysShown) }, ct);
        }
    }

    const string Waits = "p.status in ('Proposed', 'Agreed')";

    static readonly string Sql = RoleProposals.Select(
        $"p.organization_id = @Id and ({Waits} or (p.status in ('Declined', 'Refused') and coalesce(p.decided_at, p.answered_at) > @Since))", may: Waits);
}
