using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Identity;

/// <summary>
/// The roles that people agreed to hold and that wait for a confirmation from outside their organizations. At most 200, the longest waiting
/// first.
/// </summary>
public static class ListRolesToConfirm
{
    public static void Map(RouteGroupBuilder proposals) =>
        proposals.MapGet("/", async (IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new Query(), ct)))
            .Operation(nameof(ListRolesToConfirm), Permission.RoleConfirm);

    public sealed record Query : IQuery<IReadOnlyList<RoleProposal>>;

    public sealed class Handler(Db db, Caller caller, TimeProvider time) : IRequestHandler<Query, IReadOnlyList<RoleProposal>>
    {
        public Task<IReadOnlyList<RoleProposal>> Handle(Query query, CancellationToken ct) =>
            db.List<RoleProposal>(Sql, new { Account = caller.Id, Now = time.GetUtcNow().UtcDateTime }, ct);
    }

    static readonly string Sql = RoleProposals.Select("p.status = 'Agreed'", may: Granting.ThirdPerson);
}
