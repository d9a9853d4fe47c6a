using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.LocalActs;

/// <summary>Puts an edition before the school's union representative.</summary>
public static class RequestCosign
{
    public static void Map(RouteGroupBuilder acts) =>
        acts.MapPost("/{actId:guid}/request-cosign", async (Guid actId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(actId, body.Version), ct)))
            .Operation(nameof(RequestCosign), Permission.ActWrite);

    public sealed record Body(int Version);

    public sealed record Command(Guid Id, int Version) : ICommand<ActState>;

    public sealed class Handler(Db db, Audit audit, TimeProvider time) : IRequestHandler<Command, ActState>
    {
        public async Task<ActState> Handle(Command command, CancellationToken ct)
        {
            var act = await ActRow.Lock(db, command.Id, command.Version, ct);
            if (!act.NeedsUnion) throw new RuleViolation("act.union-not-asked");
            var next = await act.Take(ActStep.RequestCosign, db, time, ct);
            var now = time.GetUtcNow();
            await db.Execute("""
                insert into act_cosign (id, act_id, organization_id, region_code, edition, status, requested_at)
                values (@CosignId, @Id, @OrganizationId, @RegionCode, @Edition, 'Requested', @Now)
                """, new { CosignId = Guid.CreateVersion7(now), act.Id, act.OrganizationId, act.RegionCode, act.Edition, Now = now.UtcDateTime }, ct);
            audit.About(act.OrganizationId, act.RegionCode, act.Id, new CosignRequested(act.Edition));
            return next.State;
        }
    }
}
