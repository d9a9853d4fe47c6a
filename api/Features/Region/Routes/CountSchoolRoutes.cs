using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Routes;

/// <summary>The routes of a school's teachers as sums; beside them those of the routes that went on elsewhere with their teachers.</summary>
public static class CountSchoolRoutes
{
    public static void Map(RouteGroupBuilder organization) =>
        organization.MapGet("/routes/sums", async (Guid organizationId, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(organizationId), ct)))
            .Operation(nameof(CountSchoolRoutes), Permission.RouteWatch);

    public sealed record Query(Guid OrganizationId) : IQuery<Result>;

    /// <param name="Running">Neither completed nor closed.</param>
    /// <param name="Completed">Routes that came to their end.</param>
    /// <param name="Closed">Ended before it.</param>
    /// <param name="Activities">Of all their roadmaps, without those called off.</param>
    /// <param name="ActivitiesDone">Of these, those that are done.</param>
    /// <param name="Left">As far as they were on the day on which the teacher's main work moved.</param>
    public sealed record Result(int Running, int Completed, int Closed, int Activities, int ActivitiesDone, int Products, Gone Left);

    /// <param name="Routes">How many went on elsewhere.</param>
    /// <param name="Activities">Of all their roadmaps, without those called off.</param>
    /// <param name="ActivitiesDone">Of these, those that were done.</param>
    public sealed record Gone(int Routes, int Activities, int ActivitiesDone, int Products);

    sealed record Here(int Running, int Completed, int Closed, int Activities, int ActivitiesDone, int Products);

    public sealed class Handler(Db db, Caller caller) : IRequestHandler<Query, Result>
    {
        public Task<Result> Handle(Query query, CancellationToken ct)
        {
            caller.Scope.MustReach(query.OrganizationId);
            return db.Many(Sql, query, async rows =>
            {
                var here = await rows.ReadSingleAsync<Here>();
                return new Result(here.Running, here.Completed, here.Closed, here.Activities, here.ActivitiesDone, here.Products,
                    await rows.ReadSingleAsync<Gone>());
            }, ct);
        }
    }

    const string Sql = """
        select count(*) filter (where status not in ('Completed', 'Closed'))::int running, count(*) filter (where status = 'Completed')::int completed,
               count(*) filter (where status = 'Closed')::int closed, coalesce(sum(activities), 0)::int activities,
               coalesce(sum(activities_done), 0)::int activities_done, coalesce(sum(products), 0)::int products
          from route_state where organization_id = @OrganizationId;
        select count(*)::int routes, coalesce(sum(activities), 0)::int activities, coalesce(sum(activities_done), 0)::int activities_done,
               coalesce(sum(products), 0)::int products
          from route_left where organization_id = @OrganizationId
        """;
}
