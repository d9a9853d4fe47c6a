using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Notifications;

/// <summary>How many notifications the caller has not read: what the bell shows.</summary>
public static class CountNotifications
{
    public static void Map(RouteGroupBuilder own) =>
        own.MapGet("/unread", async (IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new Query(), ct)))
            .Operation(nameof(CountNotifications), Permission.SignedIn);

    public sealed record Query : IQuery<Result>;

    /// <param name="Unread">Counted up to 1,000.</param>
    public sealed record Result(int Unread);

    public sealed class Handler(Db db, Caller caller) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct) =>
            caller.Owner() is { } account ? new(await db.One<int>(Sql, new { account }, ct)) : new(0);
    }

    const string Sql = """
        select count(*)::int from (select from notification where account_id = @account and in_app and read_at is null limit 1000) unread
        """;
}
