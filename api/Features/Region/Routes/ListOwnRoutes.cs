using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Routes;

/// <summary>The caller's own routes, the one that runs first, then the newest.</summary>
public static class ListOwnRoutes
{
    public static void Map(RouteGroupBuilder routes) =>
        routes.MapGet("", async (IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new Query(), ct)))
            .Operation(nameof(ListOwnRoutes), Permission.RouteOwn);

    public sealed record Query : IQuery<IReadOnlyList<Item>>;

    /// <param name="NextOn">By when the next activity is to end.</param>
    public sealed record Item(
        Guid Id, RouteStatus Status, DateOnly StartsOn, DateOnly EndsOn, int Activities, int ActivitiesDone, int Products, DateOnly? NextOn);

    public sealed class Handler(Db db, Caller caller) : IRequestHandler<Query, IReadOnlyList<Item>>
    {
        public Task<IReadOnlyList<Item>> Handle(Query query, CancellationToken ct) => db.List<Item>(Sql, new { caller.Person }, ct);
    }

    const string Sql = """
        select route_id id, status, starts_on, ends_on, activities, activities_done, products,
               case when status not in ('Completed', 'Closed') then next_on end next_on from route_state
         where person_id = @Person order by status in ('Completed', 'Closed'), starts_on desc, route_id desc limit 20
        """;
}
