using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Site;

/// <summary>Where the caller works, and whether the school may show the caller's name on its public page.</summary>
public static class ListOwnReleases
{
    public static void Map(RouteGroupBuilder own) =>
        own.MapGet("/", async (IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new Query(), ct)))
            .Operation(nameof(ListOwnReleases), Permission.ProfileOwn);

    public sealed record Query : IQuery<IReadOnlyList<Item>>;

    /// <param name="ReleasedAt">Since when the name may be shown; null when it may not.</param>
    public sealed record Item(Guid OrganizationId, string OrganizationName, DateTime? ReleasedAt);

    public sealed class Handler(Db db, Caller caller) : IRequestHandler<Query, IReadOnlyList<Item>>
    {
        public Task<IReadOnlyList<Item>> Handle(Query query, CancellationToken ct) => db.List<Item>(Sql, new { caller.Person }, ct);
    }

    const string Sql = """
        select o.id organization_id, o.name_short organization_name, r.released_at
          from organization o left join site_release r on r.organization_id = o.id and r.person_id = @Person and r.revoked_at is null
         where o.id in (select e.organization_id from employment e where e.person_id = @Person and e.ended_on is null) or r.id is not null
         order by o.name_short, o.id
        """;
}
