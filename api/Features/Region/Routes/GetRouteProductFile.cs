using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Routes;

/// <summary>The file of a route's product, always as a download.</summary>
public static class GetRouteProductFile
{
    public static void Map(RouteGroupBuilder route) =>
        route.MapGet("/products/{productId:guid}/file", async (Guid routeId, Guid productId, IMediator mediator, HttpContext http, CancellationToken ct) =>
                (await mediator.Send(new Query(routeId, productId), ct)).Download(http))
            .Produces<Stream>(contentType: "application/octet-stream")
            .Operation(nameof(GetRouteProductFile), Permission.RouteOwn);

    public sealed record Query(Guid RouteId, Guid ProductId) : IQuery<Files.Served>;

    public sealed class Handler(Db db, Files files) : IRequestHandler<Query, Files.Served>
    {
        public async Task<Files.Served> Handle(Query query, CancellationToken ct) => await files.Get(await db.One<Guid>(Sql, query, ct), ct);
    }

    const string Sql = """
        select file_id from route_product where route_id = @RouteId and id = @ProductId and withdrawn_at is null and file_id is not null
        """;
}
