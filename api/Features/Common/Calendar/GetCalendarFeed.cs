using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Calendar;

/// <summary>Whether the caller has a calendar feed; its address is shown only when it is made.</summary>
public static class GetCalendarFeed
{
    public static void Map(RouteGroupBuilder feed) =>
        feed.MapGet("/", async (IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new Query(), ct)))
            .Operation(nameof(GetCalendarFeed), Permission.SignedIn);

    public sealed record Query : IQuery<Result>;

    /// <param name="CreatedAt">Null when there is none.</param>
    public sealed record Result(DateTime? CreatedAt);

    public sealed class Handler(Db db, Caller caller) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct) => new(
            (await db.List<DateTime>("select created_at from calendar_feed where account_id = @Id and revoked_at is null", new { caller.Id },
                ct)) is [var at] ? at : null);
    }
}
