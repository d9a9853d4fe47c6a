using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Routes;

/// <summary>Opens one of the caller's own reflections to whoever reads the route, or closes it again.</summary>
public static class ShareRouteReflection
{
    public static void Map(RouteGroupBuilder route) =>
        route.MapPut("/reflections/{reflectionId:guid}/shared", async (Guid routeId, Guid reflectionId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(routeId, reflectionId, body.Shared), ct)))
            .Operation(nameof(ShareRouteReflection), Permission.RouteOwn);

    public sealed record Body(bool Shared);

    public sealed record Command(Guid RouteId, Guid ReflectionId, bool Shared) : ICommand<Result>;

    public sealed record Result(Guid Id, bool Shared);

    public sealed class Handler(Db db, Caller caller, Audit audit) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var route = await RouteRow.Hold(db, caller, command.RouteId, null, ct);
            await db.ExecuteOne(Save, new { route.RegionCode, command.RouteId, command.ReflectionId, command.Shared }, ct);
            audit.About(route.OrganizationId, route.RegionCode, command.RouteId, new RouteReflectionShared(command.Shared));
            return new(command.ReflectionId, command.Shared);
        }
    }

    const string Save = """
        update route_reflection set shared = @Shared where region_code = @RegionCode and route_id = @RouteId and id = @ReflectionId
        """;
}
