using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Routes;

/// <summary>Writes the desired image and the horizon of the caller's own route.</summary>
public static class ReviseRoute
{
    public static void Map(RouteGroupBuilder route) =>
        route.MapPut("", async (Guid routeId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(routeId, body.Version, body.StartsOn, body.EndsOn, body.Image), ct)))
            .Operation(nameof(ReviseRoute), Permission.RouteOwn);

    /// <param name="EndsOn">The last day; activities lie within the horizon.</param>
    /// <param name="Image">The desired self; at most 8000 characters.</param>
    public sealed record Body(int Version, DateOnly StartsOn, DateOnly EndsOn, string Image);

    public sealed record Command(Guid RouteId, int Version, DateOnly StartsOn, DateOnly EndsOn, string Image) : ICommand<RouteState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Image).NotNull().MaximumLength(8000);
            RuleFor(c => c.StartsOn).InclusiveBetween(new DateOnly(2015, 1, 1), new DateOnly(2100, 1, 1));
        }
    }

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, RouteState>
    {
        public async Task<RouteState> Handle(Command command, CancellationToken ct)
        {
            var route = await RouteRow.Lock(db, caller, command.RouteId, command.Version, ct);
            RouteLife.DemandHorizon(command.StartsOn, command.EndsOn);
            if (route.Status != RouteStatus.SelfImage && command.Image.Trim() == "") throw new BadInput("route.needs-image") { Pointer = "/image" };
            if (await db.One<bool>(Outside, new { route.RegionCode, route.Id, command.StartsOn, command.EndsOn }, ct))
                throw new BadInput("route.term-outside") { Pointer = "/endsOn" };
            await db.ExecuteOne("update route set starts_on = @StartsOn, ends_on = @EndsOn, image = @Image where region_code = @RegionCode and id = @Id",
                new { route.RegionCode, route.Id, command.StartsOn, command.EndsOn, Image = command.Image.Trim() }, ct);
            return await (route with { StartsOn = command.StartsOn, EndsOn = command.EndsOn }).Touch(db, audit, new RouteWritten(), time, ct);
        }
    }

    const string Outside = """
        select exists (select from route_activity where region_code = @RegionCode and route_id = @Id and dropped_at is null
                                                    and (starts_on < @StartsOn or ends_on > @EndsOn))
        """;
}
