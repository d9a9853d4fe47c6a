using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Identity;

/// <summary>The confidential roles that the caller is asked to hold, or has agreed to hold and that wait.</summary>
public static class ListMyRoleProposals
{
    public static void Map(RouteGroupBuilder me) =>
        me.MapGet("/role-proposals", async (IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new Query(), ct)))
            .Operation(nameof(ListMyRoleProposals), Permission.SignedIn);

    public sealed record Query : IQuery<IReadOnlyList<RoleProposal>>;

    public sealed class Handler(Db db, Caller caller) : IRequestHandler<Query, IReadOnlyList<RoleProposal>>
    {
        public Task<IReadOnlyList<RoleProposal>> Handle(Query query, CancellationToken ct) => db.List<RoleProposal>(Sql, new { Account = caller.Id }, ct);
    }

    static readonly string Sql = RoleProposals.Select("p.account_id::text = @Account and p.status in ('Proposed', 'Agreed')", may: "p.status = 'Proposed'");
}
