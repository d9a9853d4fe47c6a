using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Routes;

/// <summary>Puts a resource of the map into a section of the roadmap in one act; under way this is a correction, with its reason.</summary>
public static class PlanRouteResource
{
    const int Most = 100;

    public static void Map(RouteGroupBuilder route) =>
        route.MapPost("/plan-resource", async (Guid routeId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(routeId, body.Version, body.ResourceId, body.RunId, body.Section, body.FindingIds,
                    body.Product, body.StartsOn, body.EndsOn, body.Reason, body.Words), ct)))
            .WithDescription("The activity gets the resource's title, the days of the run, and the areas of the findings that it serves. "
                + "It takes no place in the run: that is `TakeResourcePlace`.")
            .Operation(nameof(PlanRouteResource), Permission.RouteOwn);

    /// <param name="Version">Of the route.</param>
    /// <param name="RunId">The run that is meant; absent where the resource is always there.</param>
    /// <param name="FindingIds">The findings of the route that it serves, at least one and at most 20.</param>
    /// <param name="Product">What it is expected to end with; at most 1000 characters.</param>
    /// <param name="StartsOn">Where no run says it: the first day, within the route's horizon.</param>
    /// <param name="EndsOn">Where no run says it: the last day, within the route's horizon.</param>
    /// <param name="Reason">Under way: Education, Teacher or Participants.</param>
    /// <param name="Words">Under way: what changed; at most 2000 characters.</param>
    public sealed record Body(
        int Version, Guid ResourceId, RoadmapSection Section, Guid[] FindingIds, string Product, Guid? RunId = null, DateOnly? StartsOn = null,
        DateOnly? EndsOn = null, CorrectionReason? Reason = null, string? Words = null);

    public sealed record Command(
        Guid RouteId, int Version, Guid ResourceId, Guid? RunId, RoadmapSection Section, Guid[] FindingIds, string Product, DateOnly? StartsOn,
        DateOnly? EndsOn, CorrectionReason? Reason, string? Words) : ICommand<RouteState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.FindingIds).NotEmpty().Must(ids => ids is null or { Length: <= 20 });
            RuleFor(c => c.Product).NotEmpty().MaximumLength(1000);
            RuleFor(c => c.EndsOn).GreaterThanOrEqualTo(c => c.StartsOn);
            RuleFor(c => c.Reason).NotEqual(CorrectionReason.First);
            RuleFor(c => c.Words).MaximumLength(2000);
        }
    }

    sealed record Finding(Guid Id, string AreaCode);

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, RouteState>
    {
        public async Task<RouteState> Handle(Command command, CancellationToken ct)
        {
            var route = await RouteRow.Lock(db, caller, command.RouteId, command.Version, ct);
            var corrects = RouteLife.IsUnderWay(route.Status);
            if (corrects && (command.Reason is null || string.IsNullOrWhiteSpace(command.Words)))
                throw new BadInput("route.correct-with-reason") { Pointer = command.Reason is null ? "/reason" : "/words" };
            var findings = await Findings(route, command.FindingIds, ct);
            var resource = await RouteResource.Of(route, command.ResourceId, command.RunId, db, time, ct);
            var (startsOn, endsOn) = Term(route, resource, command);
            if (await db.One<int>(CountSql, new { route.RegionCode, route.Id }, ct) >= Most) throw new RuleViolation("route.roadmap-full");

            await db.ExecuteOne(Insert, new
            {
                Id = Guid.CreateVersion7(time.GetUtcNow()), route.RegionCode, Route = route.Id, Section = command.Section.ToString(), resource.Title,
                Areas = findings.Select(f => f.AreaCode).Distinct().ToArray(), Findings = findings.Select(f => f.Id).ToArray(), startsOn, endsOn,
                Resources = $"{resource.Host} · {resource.BodyName}", Product = command.Product.Trim(), command.ResourceId, command.RunId,
            }, ct);
            if (!corrects) return await route.Touch(db, audit, new RouteWritten(), time, ct);
            var number = await RoutePlan.Keep(route, command.Reason!.Value, command.Words!.Trim(), db, time, ct);
            return await route.Touch(db, audit, new RouteCorrected(number), time, ct);
        }

        async Task<IReadOnlyList<Finding>> Findings(RouteRow route, Guid[] wanted, CancellationToken ct)
        {
            var known = (await db.List<Finding>(FindingsSql, new { route.RegionCode, route.Id }, ct)).ToDictionary(f => f.Id);
            if (Array.FindIndex(wanted, id => !known.ContainsKey(id)) is >= 0 and var at)
                throw new BadInput("route.finding-unknown") { Pointer = $"/findingIds/{at}" };
            return [.. wanted.Distinct().Select(id => known[id])];
        }

        static (DateOnly, DateOnly) Term(RouteRow route, RouteResource resource, Command command)
        {
            if ((resource.StartsOn ?? command.StartsOn) is not { } startsOn) throw new BadInput("route.resource-term") { Pointer = "/startsOn" };
            if ((resource.EndsOn ?? command.EndsOn) is not { } endsOn) throw new BadInput("route.resource-term") { Pointer = "/endsOn" };
            if (startsOn < route.StartsOn) throw new BadInput("route.term-outside") { Pointer = resource.RunId is null ? "/startsOn" : "/runId" };
            if (endsOn > route.EndsOn) throw new BadInput("route.term-outside") { Pointer = resource.RunId is null ? "/endsOn" : "/runId" };
            return (startsOn, endsOn);
        }
    }

    const string FindingsSql = "select id, area_code from route_finding where region_code = @RegionCode and route_id = @Id and dropped_at is null";

    const string CountSql = "select count(*)::int from route_activity where region_code = @RegionCode and route_id = @Id and dropped_at is null";

    const string Insert = """
        insert into route_activity (region_code, id, route_id, person_id, reader_ids, position, section, title, area_codes, finding_ids, starts_on, ends_on,
                                    resources, product, resource_id, resource_run_id, status)
        select r.region_code, @Id, r.id, r.person_id, r.reader_ids,
               (select coalesce(max(a.position), 0) + 1 from route_activity a where a.region_code = r.region_code and a.route_id = r.id), @Section, @Title,
               @Areas, @Findings, @startsOn, @endsOn, @Resources, @Product, @ResourceId, @RunId, 'Planned'
          from route r where r.region_code = @RegionCode and r.id = @Route
        """;
}
