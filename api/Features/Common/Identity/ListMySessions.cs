using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Identity;

/// <summary>Where the caller is signed in.</summary>
public static class ListMySessions
{
    public static void Map(RouteGroupBuilder sessions) =>
        sessions.MapGet("/", async (IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new Query(), ct)))
            .Operation(nameof(ListMySessions), Permission.SignedIn);

    public sealed record Query : IQuery<IReadOnlyList<Item>>;

    /// <param name="Device">Browser and system by name; absent for what we do not know.</param>
    /// <param name="Method">How the person proved who they are.</param>
    /// <param name="SeenAt">To some minutes.</param>
    /// <param name="Current">The session of this request.</param>
    public sealed record Item(Guid Id, string? Device, SignInMethod Method, DateTime StartedAt, DateTime SeenAt, bool Current);

    public sealed class Handler(Db db, Caller caller, TimeProvider time) : IRequestHandler<Query, IReadOnlyList<Item>>
    {
        public Task<IReadOnlyList<Item>> Handle(Query query, CancellationToken ct) => Guid.TryParse(caller.Id, out var account)
            ? db.List<Item>(Sql, new { account, Current = caller.Session.Id, Unseen = time.GetUtcNow().UtcDateTime - CurrentSession.Lifetime }, ct)
            : throw new Forbidden("caller.not-a-person");
    }

    const string Sql = """
        select id, device, method, started_at, seen_at, id is not distinct from @Current as current
          from identity.session
         where account_id = @account and ended_at is null and seen_at > @Unseen
         order by seen_at desc, id desc
         limit 100
        """;
}
