using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Routes;

/// <summary>Corrects the roadmap of a route under way: a new numbered version with its reason; what was stays to be read.</summary>
public static class CorrectRoute
{
    public static void Map(RouteGroupBuilder route) =>
        route.MapPost("/correct", async (Guid routeId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(routeId, body.Version, body.Reason, body.Words, body.Activities), ct)))
            .Operation(nameof(CorrectRoute), Permission.RouteOwn);

    /// <param name="Reason">Education, Teacher or Participants.</param>
    /// <param name="Words">What changed and what follows from it; at most 2000 characters.</param>
    /// <param name="Activities">The whole plan as it is to be; at most 100.</param>
    public sealed record Body(int Version, CorrectionReason Reason, string Words, PlanLine[] Activities);

    public sealed record Command(Guid RouteId, int Version, CorrectionReason Reason, string Words, PlanLine[] Activities) : ICommand<RouteState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Reason).NotEqual(CorrectionReason.First);
            RuleFor(c => c.Words).NotEmpty().MaximumLength(2000);
            RuleFor(c => c.Activities.Length).InclusiveBetween(1, 100).OverridePropertyName("activities");
            RuleForEach(c => c.Activities).NotNull().SetValidator(new PlanLine.Validator());
        }
    }

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, RouteState>
    {
        public async Task<RouteState> Handle(Command command, CancellationToken ct)
        {
            var route = await RouteRow.Lock(db, caller, command.RouteId, command.Version, ct);
            if (!RouteLife.IsUnderWay(route.Status)) throw new RuleViolation("route.not-under-way");
            await RoutePlan.Write(route, command.Activities, db, time, ct);
            var number = await RoutePlan.Keep(route, command.Reason, command.Words.Trim(), db, time, ct);
            return await route.Touch(db, audit, new RouteCorrected(number), time, ct);
        }
    }
}
