using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Resources;

/// <summary>The caller gives a place back, and another may take it.</summary>
public static class GiveUpResourcePlace
{
    public static void Map(RouteGroupBuilder resources) =>
        resources.MapPost("/{resourceId:guid}/runs/{runId:guid}/give-up", async (Guid resourceId, Guid runId, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(resourceId, runId), ct)))
            .Operation(nameof(GiveUpResourcePlace), Permission.ResourceUse);

    public sealed record Command(Guid ResourceId, Guid RunId) : ICommand<ResourcePlaceState>;

    sealed record Held(string RegionCode, Guid BodyId, bool Begun);

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, ResourcePlaceState>
    {
        public async Task<ResourcePlaceState> Handle(Command command, CancellationToken ct)
        {
            var person = caller.Scope.Person ?? throw new NotFound();
            var now = time.GetUtcNow().UtcDateTime;
            var held = await db.One<Held>(Sql, new { command.ResourceId, command.RunId, person, Now = now }, ct);
            if (held.Begun) throw new RuleViolation("resource.run-begun");
            await db.Execute("""
                update resource_place set given_up_at = @now
                 where region_code = @RegionCode and run_id = @RunId and person_id = @person and given_up_at is null
                """, new { held.RegionCode, command.RunId, person, now }, ct);
            audit.About(held.BodyId, held.RegionCode, command.RunId, new ResourcePlaceGivenUp(command.ResourceId));
            return new(false);
        }
    }

    const string Sql = $"""
        select n.region_code, n.body_id, n.starts_on <= day.today and n.called_off_at is null begun
          from resource_place p join resource_run n on n.region_code = p.region_code and n.id = p.run_id
          join resource r on r.region_code = n.region_code and r.id = n.resource_id {ResourceLife.Day}
         where p.run_id = @RunId and p.person_id = @person and r.id = @ResourceId
        """;
}
