using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Routes;

/// <summary>Takes an activity up, says that it is done, which its product shows, or calls it off with a reason.</summary>
public static class MoveRouteActivity
{
    public static void Map(RouteGroupBuilder route) =>
        route.MapPost("/activities/{activityId:guid}/move", async (Guid routeId, Guid activityId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(routeId, activityId, body.Version, body.To, body.Reason), ct)))
            .Operation(nameof(MoveRouteActivity), Permission.RouteOwn);

    /// <param name="Version">Of the route.</param>
    /// <param name="Reason">Where it is called off; at most 1000 characters.</param>
    public sealed record Body(int Version, RouteActivityStatus To, string? Reason = null);

    public sealed record Command(Guid RouteId, Guid ActivityId, int Version, RouteActivityStatus To, string? Reason) : ICommand<RouteState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Reason).MaximumLength(1000);
            RuleFor(c => c.Reason).NotEmpty().When(c => c.To == RouteActivityStatus.CalledOff);
        }
    }

    sealed record Activity(RouteActivityStatus Status, bool HasProduct);

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, RouteState>
    {
        public async Task<RouteState> Handle(Command command, CancellationToken ct)
        {
            var route = await RouteRow.Lock(db, caller, command.RouteId, command.Version, ct);
            if (!RouteLife.IsUnderWay(route.Status)) throw new RuleViolation("route.not-under-way");
            var activity = await db.One<Activity>(Find, new { route.RegionCode, route.Id, command.ActivityId }, ct);
            RouteLife.Activities.Next(activity.Status, command.To);
            if (command.To == RouteActivityStatus.Done && !activity.HasProduct) throw new RuleViolation("route.product-missing");
            await db.ExecuteOne(Save, new
            {
                route.RegionCode, command.ActivityId, To = command.To.ToString(), Reason = command.To == RouteActivityStatus.CalledOff ? command.Reason : null,
                Today = RegionTime.Today(route.TimeZone, time),
            }, ct);
            return await route.Touch(db, audit, new RouteWritten(), time, ct);
        }
    }

    const string Find = """
        select a.status,
               exists (select from route_product p where p.region_code = a.region_code and p.activity_id = a.id and p.withdrawn_at is null) has_product
          from route_activity a where a.region_code = @RegionCode and a.route_id = @Id and a.id = @ActivityId and a.dropped_at is null
        """;

    const string Save = """
        update route_activity set status = @To, status_reason = @Reason, done_on = case when @To = 'Done' then @Today end
         where region_code = @RegionCode and id = @ActivityId
        """;
}
