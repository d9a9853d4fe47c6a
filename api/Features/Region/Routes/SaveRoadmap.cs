using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Routes;

/// <summary>Writes the roadmap of a route that has not gone under way; afterwards it changes by correction alone.</summary>
public static class SaveRoadmap
{
    public static void Map(RouteGroupBuilder route) =>
        route.MapPut("/roadmap", async (Guid routeId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(routeId, body.Version, body.Activities), ct)))
            .Operation(nameof(SaveRoadmap), Permission.RouteOwn);

    /// <param name="Activities">At most 100, in the teacher's own order.</param>
    public sealed record Body(int Version, PlanLine[] Activities);

    public sealed record Command(Guid RouteId, int Version, PlanLine[] Activities) : ICommand<RouteState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Activities.Length).LessThanOrEqualTo(100).OverridePropertyName("activities");
            RuleForEach(c => c.Activities).NotNull().SetValidator(new PlanLine.Validator());
        }
    }

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, RouteState>
    {
        public async Task<RouteState> Handle(Command command, CancellationToken ct)
        {
            var route = await RouteRow.Lock(db, caller, command.RouteId, command.Version, ct);
            if (RouteLife.IsUnderWay(route.Status)) throw new RuleViolation("route.correct-it");
            await RoutePlan.Write(route, command.Activities, db, time, ct);
            return await route.Touch(db, audit, new RouteWritten(), time, ct);
        }
    }
}
