using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Calendar;

/// <summary>Closes the caller's calendar feed: its address answers nothing any more.</summary>
public static class RevokeCalendarFeed
{
    public static void Map(RouteGroupBuilder feed) =>
        feed.MapDelete("/", async (IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new Command(), ct)))
            .Operation(nameof(RevokeCalendarFeed), Permission.SignedIn);

    public sealed record Command : ICommand<Done>;

    public sealed class Handler(Db db, Audit audit, Caller caller, TimeProvider time) : IRequestHandler<Command, Done>
    {
        public async Task<Done> Handle(Command command, CancellationToken ct)
        {
            await db.Execute("update calendar_feed set revoked_at = @Now where account_id = @Id and revoked_at is null",
                new { caller.Id, Now = time.GetUtcNow().UtcDateTime }, ct);
            audit.AboutPlatform(new CalendarFeedRevoked(caller.Id));
            return new();
        }
    }
}
