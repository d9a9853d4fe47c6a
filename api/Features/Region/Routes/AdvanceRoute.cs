using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Routes;

/// <summary>Takes a route to its next step, where what the step rests on is there; from reflection also back under way.</summary>
public static class AdvanceRoute
{
    public static void Map(RouteGroupBuilder route) =>
        route.MapPost("/advance", async (Guid routeId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(routeId, body.Version, body.To), ct)))
            .WithDescription("Closing, which asks for a reason, is `CloseRoute`.")
            .Operation(nameof(AdvanceRoute), Permission.RouteOwn);

    /// <param name="To">The step that comes next; from reflection also the one before it.</param>
    public sealed record Body(int Version, RouteStatus To);

    public sealed record Command(Guid RouteId, int Version, RouteStatus To) : ICommand<RouteState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.To).NotEqual(RouteStatus.Closed);
    }

    sealed record Parts(bool Findings, bool Activities, bool Reflections, bool Open, bool Versions);

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, RouteState>
    {
        public async Task<RouteState> Handle(Command command, CancellationToken ct)
        {
            var route = await RouteRow.Lock(db, caller, command.RouteId, command.Version, ct);
            RouteLife.Moves.Next(route.Status, command.To);
            var has = await db.One<Parts>(PartsSql, new { route.RegionCode, route.Id }, ct);
            if (Missing(route, has, command.To) is { } code) throw new RuleViolation(code);
            if (command.To == RouteStatus.InProgress && !has.Versions) await RoutePlan.Keep(route, CorrectionReason.First, "", db, time, ct);
            return await route.Touch(db, audit, new RouteAdvanced(command.To), time, ct, command.To);
        }

        static string? Missing(RouteRow route, Parts has, RouteStatus to) => to switch
        {
            RouteStatus.Diagnosis when route.Image == "" => "route.needs-image",
            RouteStatus.Roadmap when !has.Findings => "route.needs-findings",
            RouteStatus.InProgress when !has.Activities => "route.needs-activities",
            RouteStatus.Completed when has.Open => "route.activities-open",
            RouteStatus.Completed when !has.Reflections => "route.needs-reflection",
            _ => null,
        };
    }

    const string PartsSql = """
        select exists (select from route_finding where region_code = @RegionCode and route_id = @Id and dropped_at is null) findings,
               exists (select from route_activity where region_code = @RegionCode and route_id = @Id and dropped_at is null) activities,
               exists (select from route_reflection where region_code = @RegionCode and route_id = @Id) reflections,
               exists (select from route_activity where region_code = @RegionCode and route_id = @Id and dropped_at is null
                                                    and status in ('Planned', 'InProgress')) open,
               exists (select from route_version where region_code = @RegionCode and route_id = @Id) versions
        """;
}
