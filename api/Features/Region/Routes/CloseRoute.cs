using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Routes;

/// <summary>Closes a route before its end, with the reason, which stays the teacher's own.</summary>
public static class CloseRoute
{
    public static void Map(RouteGroupBuilder route) =>
        route.MapPost("/close", async (Guid routeId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(routeId, body.Version, body.Reason), ct)))
            .Operation(nameof(CloseRoute), Permission.RouteOwn);

    /// <param name="Reason">At most 2000 characters.</param>
    public sealed record Body(int Version, string Reason);

    public sealed record Command(Guid RouteId, int Version, string Reason) : ICommand<RouteState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(2000);
    }

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, RouteState>
    {
        public async Task<RouteState> Handle(Command command, CancellationToken ct)
        {
            var route = await RouteRow.Lock(db, caller, command.RouteId, command.Version, ct);
            await db.ExecuteOne("update route set close_reason = @Reason where region_code = @RegionCode and id = @Id",
                new { route.RegionCode, route.Id, Reason = command.Reason.Trim() }, ct);
            return await route.Touch(db, audit, new RouteClosed(), time, ct, RouteLife.Moves.Next(route.Status, RouteStatus.Closed));
        }
    }
}
