using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Routes;

/// <summary>Takes a product out of a route. The last one of an activity that is done stays, as it shows that it is.</summary>
public static class WithdrawRouteProduct
{
    public static void Map(RouteGroupBuilder route) =>
        route.MapDelete("/products/{productId:guid}", async (Guid routeId, Guid productId, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(routeId, productId), ct)))
            .Operation(nameof(WithdrawRouteProduct), Permission.RouteOwn);

    public sealed record Command(Guid RouteId, Guid ProductId) : ICommand<RouteState>;

    sealed record Product(bool IsLast);

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, RouteState>
    {
        public async Task<RouteState> Handle(Command command, CancellationToken ct)
        {
            var route = await RouteRow.Lock(db, caller, command.RouteId, null, ct);
            var args = new { route.RegionCode, route.Id, command.ProductId, Now = time.GetUtcNow().UtcDateTime };
            if ((await db.One<Product>(Find, args, ct)).IsLast) throw new RuleViolation("route.product-last");
            await db.ExecuteOne("update route_product set withdrawn_at = @Now where region_code = @RegionCode and id = @ProductId", args, ct);
            return await route.Touch(db, audit, new RouteWritten(), time, ct);
        }
    }

    const string Find = """
        select a.status = 'Done' and not exists (select from route_product o where o.region_code = p.region_code and o.activity_id = p.activity_id
                                                                               and o.withdrawn_at is null and o.id <> p.id) is_last
          from route_product p join route_activity a on a.region_code = p.region_code and a.id = p.activity_id
         where p.region_code = @RegionCode and p.route_id = @Id and p.id = @ProductId and p.withdrawn_at is null
        """;
}
