using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.LocalActs;

/// <summary>Puts an act that needs no opinion of the union before the head.</summary>
public static class AgreeAct
{
    public static void Map(RouteGroupBuilder acts) =>
        acts.MapPost("/{actId:guid}/agree", async (Guid actId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(actId, body.Version), ct)))
            .Operation(nameof(AgreeAct), Permission.ActWrite);

    public sealed record Body(int Version);

    public sealed record Command(Guid Id, int Version) : ICommand<ActState>;

    public sealed class Handler(Db db, Audit audit, TimeProvider time) : IRequestHandler<Command, ActState>
    {
        public async Task<ActState> Handle(Command command, CancellationToken ct)
        {
            var act = await ActRow.Lock(db, command.Id, command.Version, ct);
            if (act.NeedsUnion) throw new RuleViolation("act.union-first");
            var next = await act.Take(ActStep.Agree, db, time, ct);
            audit.About(act.OrganizationId, act.RegionCode, act.Id, new ActAgreed(act.Edition));
            return next.State;
        }
    }
}
