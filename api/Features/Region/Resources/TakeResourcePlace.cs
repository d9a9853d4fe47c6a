using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Resources;

/// <summary>The caller takes a free place in a run: never more than there are, however many ask at once.</summary>
public static class TakeResourcePlace
{
    public static void Map(RouteGroupBuilder resources) =>
        resources.MapPost("/{resourceId:guid}/runs/{runId:guid}/take", async (Guid resourceId, Guid runId, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(resourceId, runId), ct)))
            .Operation(nameof(TakeResourcePlace), Permission.ResourceUse);

    public sealed record Command(Guid ResourceId, Guid RunId) : ICommand<ResourcePlaceState>;

    sealed record Run(string RegionCode, Guid BodyId, ResourceRunStanding Status);

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, ResourcePlaceState>
    {
        public async Task<ResourcePlaceState> Handle(Command command, CancellationToken ct)
        {
            var person = caller.Scope.Person ?? throw new NotFound();
            var now = time.GetUtcNow().UtcDateTime;
            var args = new Dapper.DynamicParameters(ResourceReach.Args(caller));
            args.AddDynamicParams(new { command.ResourceId, command.RunId, Now = now });
            var run = await db.One<Run>(RunSql, args, ct);
            if (run.Status is ResourceRunStanding.CalledOff) throw new RuleViolation("resource.run-called-off");
            if (run.Status is ResourceRunStanding.Closed) throw new RuleViolation("resource.run-closed");
            var place = new { run.RegionCode, command.RunId, person, run.BodyId, now, Employers = caller.Grants.Employers.ToArray() };
            await db.Execute(Take, place, ct);
            audit.About(run.BodyId, run.RegionCode, command.RunId, new ResourcePlaceTaken(command.ResourceId));
            return new(true);
        }
    }

    const string RunSql = $"""
        select n.region_code, n.body_id, {ResourceLife.RunStanding} status
          from resource r join resource_run n on n.region_code = r.region_code and n.resource_id = r.id {ResourceLife.Day}
         where r.id = @ResourceId and n.id = @RunId and {ResourceReach.Seen}
        """;

    // Asked for twice it is one place.
    const string Take = """
        insert into resource_place as p (region_code, run_id, person_id, body_id, organization_id, person_name, taken_at)
        select @RegionCode, @RunId, @person, @BodyId, e.organization_id, person_name(f), @now
          from employment e join person f on f.id = e.person_id where e.person_id = @person and e.organization_id = any(@Employers)
         order by e.is_main desc, e.started_on desc limit 1
        on conflict (region_code, run_id, person_id) do update
           set taken_at = excluded.taken_at, given_up_at = null, organization_id = excluded.organization_id where p.given_up_at is not null
        """;
}

/// <summary>How the caller stands in a run after a step.</summary>
/// <param name="HasPlace">Whether the caller has a place in it.</param>
public sealed record ResourcePlaceState(bool HasPlace);
