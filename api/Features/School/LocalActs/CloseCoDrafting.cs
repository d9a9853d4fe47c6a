using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.LocalActs;

/// <summary>The author ends the co-drafting; what was proposed can still be answered.</summary>
public static class CloseCoDrafting
{
    public static void Map(RouteGroupBuilder acts) =>
        acts.MapPost("/{actId:guid}/co-drafting/close", async (Guid actId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(actId, body.Version), ct)))
            .Operation(nameof(CloseCoDrafting), Permission.ActWrite);

    /// <param name="Version">Of the co-drafting.</param>
    public sealed record Body(int Version);

    public sealed record Command(Guid Id, int Version) : ICommand<DraftingState<DraftingStatus>>;

    public sealed class Handler(Db db, Audit audit, TimeProvider time) : IRequestHandler<Command, DraftingState<DraftingStatus>>
    {
        public async Task<DraftingState<DraftingStatus>> Handle(Command command, CancellationToken ct)
        {
            var act = await ActRow.Lock(db, command.Id, null, ct);
            var drafting = (await DraftingRow.Lock(db, act.Id, ct)).MustBeAt(command.Version);
            await db.ExecuteOne("update act_drafting set status = 'Closed', closed_at = @Now, version = version + 1 where id = @Id",
                new { drafting.Id, Now = time.GetUtcNow().UtcDateTime }, ct);
            audit.About(act.OrganizationId, act.RegionCode, act.Id, new CoDraftingClosed());
            return new(drafting.Id, DraftingStatus.Closed, drafting.Version + 1);
        }
    }
}
