using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Routes;

/// <summary>Takes goals of the caller's programs into the route as difficulties, tied to the goals: what becomes of these shows in the route.</summary>
public static class TakeRouteGoals
{
    const int Most = 100;

    public static void Map(RouteGroupBuilder route) =>
        route.MapPost("/take-goals", async (Guid routeId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(routeId, body.Version, body.GoalIds), ct)))
            .WithDescription("The difficulty and its area come from the goal; of an area that has parts, the first part. What is in the route already is "
                + "refused; what `SaveRouteFindings` leaves out can be taken again.")
            .Operation(nameof(TakeRouteGoals), Permission.RouteOwn);

    /// <param name="GoalIds">Of `ListRouteGoals`; 1 to 30, each once.</param>
    public sealed record Body(int Version, Guid[] GoalIds);

    public sealed record Command(Guid RouteId, int Version, Guid[] GoalIds) : ICommand<RouteState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.GoalIds).NotEmpty().Must(ids => ids is null || (ids.Length <= 30 && ids.Distinct().Count() == ids.Length));
    }

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, RouteState>
    {
        public async Task<RouteState> Handle(Command command, CancellationToken ct)
        {
            var route = await RouteRow.Lock(db, caller, command.RouteId, command.Version, ct);
            var now = time.GetUtcNow().UtcDateTime;
            var offered = (await db.List<RouteGoal>($"select {RouteGoal.Columns} from route_goals(@Id, @now) where offered", new { route.Id, now }, ct))
                .ToDictionary(goal => goal.GoalId);
            foreach (var (at, id) in command.GoalIds.Index())
            {
                if (!offered.TryGetValue(id, out var goal)) throw new BadInput("route.goal-unknown") { Pointer = $"/goalIds/{at}" };
                if (goal.Taken) throw new RuleViolation("route.goal-taken");
            }

            var there = await db.One<int>(CountSql, new { route.RegionCode, route.Id }, ct);
            if (there + command.GoalIds.Length > Most) throw new RuleViolation("route.findings-full");
            await db.Execute(Sql, new { route.RegionCode, route.Id, command.GoalIds, now }, ct);
            return await route.Touch(db, audit, new RouteWritten(), time, ct);
        }
    }

    const string CountSql = "select count(*)::int from route_finding where region_code = @RegionCode and route_id = @Id and dropped_at is null";

    /// <summary>In the order of the request. A route counts by leaves: a goal in an area that has parts comes under the first of them.</summary>
    const string Sql = """
        insert into route_finding (region_code, id, route_id, person_id, reader_ids, position, kind, area_code, text, goal_id)
        select r.region_code, gen_random_uuid(), r.id, r.person_id, r.reader_ids,
               (select coalesce(max(f.position), 0) from route_finding f where f.region_code = r.region_code and f.route_id = r.id) + w.at::int, 'Deficit',
               coalesce((select c.code from dictionary_entry c where c.dictionary = 'competence-area' and c.data ->> 'parent' = g.area_code
                          order by c.position, c.code limit 1), g.area_code), g.difficulty, g.goal_id
          from route r cross join unnest(@GoalIds::uuid[]) with ordinality w (id, at) join route_goals(@Id, @now) g on g.goal_id = w.id
         where r.region_code = @RegionCode and r.id = @Id
        """;
}
