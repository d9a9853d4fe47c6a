using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Routes;

/// <summary>A version of a route's plan, with what it changed of the one before it.</summary>
public static class GetRouteVersion
{
    public static void Map(RouteGroupBuilder route) =>
        route.MapGet("/versions/{number:int}", async (Guid routeId, int number, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(routeId, number), ct)))
            .Operation(nameof(GetRouteVersion), Permission.RouteOwn);

    public sealed record Query(Guid RouteId, int Number) : IQuery<Result>;

    /// <param name="Changes">None of the first version.</param>
    public sealed record Result(
        int Number, CorrectionReason Reason, string Words, DateTime MadeAt, IReadOnlyList<PlannedActivity> Plan, IReadOnlyList<RouteChange> Changes);

    sealed record Row(int Number, CorrectionReason Reason, string Words, DateTime MadeAt, string Plan);

    public sealed class Handler(Db db) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var rows = await db.List<Row>(Sql, query, ct);
            if (rows is not [var one, ..] || one.Number != query.Number) throw new NotFound();
            var plan = RoutePlan.Read(one.Plan);
            return new(one.Number, one.Reason, one.Words, one.MadeAt, plan,
                rows is [_, var before] ? RouteDiff.Between(RoutePlan.Read(before.Plan), plan) : []);
        }
    }

    const string Sql = """
        select number, reason, words, made_at, plan::text plan from route_version
         where route_id = @RouteId and number in (@Number, @Number - 1) order by number desc
        """;
}
