using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Routes;

/// <summary>The goals of the caller's programs in force as a mentee, and which of them the route has already; at most 100.</summary>
public static class ListRouteGoals
{
    public static void Map(RouteGroupBuilder route) =>
        route.MapGet("/goals", async (Guid routeId, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(routeId), ct)))
            .Operation(nameof(ListRouteGoals), Permission.RouteOwn);

    public sealed record Query(Guid RouteId) : IQuery<IReadOnlyList<RouteGoal>>;

    public sealed class Handler(Db db, Caller caller, TimeProvider time) : IRequestHandler<Query, IReadOnlyList<RouteGoal>>
    {
        public async Task<IReadOnlyList<RouteGoal>> Handle(Query query, CancellationToken ct)
        {
            await db.One<Guid>("select id from route where id = @RouteId and person_id = @Person", new { query.RouteId, caller.Person }, ct);
            return await db.List<RouteGoal>(Sql, new { query.RouteId, Now = time.GetUtcNow().UtcDateTime }, ct);
        }
    }

    const string Sql = $"select {RouteGoal.Columns} from route_goals(@RouteId, @Now) where offered";
}
