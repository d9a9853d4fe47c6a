using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Calendar;

/// <summary>Makes a calendar feed with a new secret address; the one before stops working.</summary>
public static class CreateCalendarFeed
{
    public static void Map(RouteGroupBuilder feed) =>
        feed.MapPost("/", async (IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new Command(), ct)))
            .Operation(nameof(CreateCalendarFeed), Permission.SignedIn);

    public sealed record Command : ICommand<Result>, ISecret;

    /// <param name="Path">The address on this server; whoever has it reads the calendar. It is not shown again.</param>
    public sealed record Result(string Path, DateTime CreatedAt);

    public sealed class Handler(Db db, Audit audit, Caller caller, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var token = FeedToken.New();
            var now = time.GetUtcNow();
            await db.Execute("""
                update calendar_feed set revoked_at = @Now where account_id = @Account and revoked_at is null;
                insert into calendar_feed (id, account_id, person_id, token_hash, created_at) values (@Id, @Account, @Person, @Hash, @Now)
                """, new { Id = Guid.CreateVersion7(now), Account = caller.Id, caller.Person, Hash = FeedToken.Hash(token), Now = now.UtcDateTime }, ct);
            audit.AboutPlatform(new CalendarFeedCreated(caller.Id));
            return new($"/calendar/{token}.ics", now.UtcDateTime);
        }
    }
}
