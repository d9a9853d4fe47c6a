using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Routes;

/// <summary>A route as a file for another system, by the published schema; private reflections in the teacher's own alone.</summary>
public static class ExportRouteFile
{
    public static void Map(RouteGroupBuilder route) =>
        route.MapGet("/file.json", async (Guid routeId, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(routeId), ct)))
            .Operation(nameof(ExportRouteFile), Permission.RouteOwn);

    public sealed record Query(Guid RouteId) : IQuery<RouteFile>;

    sealed record VersionRow(int Number, string Plan);

    public sealed class Handler(Db db, IMediator mediator) : IRequestHandler<Query, RouteFile>
    {
        public async Task<RouteFile> Handle(Query query, CancellationToken ct)
        {
            var all = await mediator.Send(new GetRoute.Query(query.RouteId), ct);
            var plans = (await db.List<VersionRow>("select number, plan::text plan from route_version where route_id = @RouteId", query, ct))
                .ToDictionary(v => v.Number, v => RoutePlan.Read(v.Plan));
            var zone = await db.One<string>("select time_zone from organization_zone where place_id = @OrganizationId", all.Route, ct);
            DateOnly Day(DateTime at) => RegionTime.DayOf(new DateTimeOffset(at, TimeSpan.Zero), zone);
            var resources = await RouteFileResources.Of(all.Activities.Select(a => a.ResourceId), db, ct);
            var findings = all.Findings.Select(f => f.Id).ToHashSet();
            return new(RouteFile.TheFormat, RouteFile.TheVersion, all.Route.StartsOn, all.Route.EndsOn, all.Route.Image, all.Route.Status,
                [.. all.Findings.Select(f => new RouteFile.Finding(f.Id, f.Kind, f.AreaCode, f.Text, f.LevelBefore, f.ClosedOn))],
                [.. all.Alternatives.Select(a => new SaveRouteAlternatives.Alternative(a.Title, a.Gains, a.Costs, a.Chosen, a.Motive))],
                [.. all.Activities.Select(a => new RouteFile.Activity(a.Id, a.Section, a.Title, a.AreaCodes, [.. a.FindingIds.Where(findings.Contains)],
                    a.StartsOn, a.EndsOn, a.Resources, a.Product, a.Status, a.StatusReason, a.DoneOn, RouteFileResources.Told(a, resources)))],
                [.. all.Products.Select(p => new RouteFile.Product(p.ActivityId, p.KindCode, p.Title, p.FileName, p.Link, p.Text, p.Presented,
                    p.PresentedOn, p.SeenBy, p.Attitude, p.AttitudeWords, Day(p.AddedAt)))],
                [.. all.Versions.OrderBy(v => v.Number).Select(v => new RouteFile.Version(v.Number, v.Reason, v.Words, Day(v.MadeAt), [.. plans[v.Number]]))],
                [.. all.Reflections.Select(r => new RouteFile.Reflection(r.FindingId is { } id && findings.Contains(id) ? id : null, r.MadeOn, r.Closeness,
                    r.Meaning, r.Motivation, r.Words, r.Shared))]);
        }
    }
}
