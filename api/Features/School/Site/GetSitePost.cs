using Dapper;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Site;

/// <summary>A post as its authors see it.</summary>
public static class GetSitePost
{
    public static void Map(RouteGroupBuilder posts) =>
        posts.MapGet("/", async (Guid postId, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new Query(postId), ct)))
            .Operation(nameof(GetSitePost), Permission.SiteWrite);

    public sealed record Query(Guid Id) : IQuery<Result>;

    public sealed record Result
    {
        public required Guid Id { get; init; }
        public required Guid OrganizationId { get; init; }
        public required SiteCategory Category { get; init; }
        public required SitePostStatus Status { get; init; }
        public required string Title { get; init; }
        public required string Lead { get; init; }
        public required string Body { get; init; }
        public required DateOnly? HeldOn { get; init; }
        public required DateTime? PublishedAt { get; init; }
        public required string? WithdrawReason { get; init; }
        public required int Version { get; init; }

        /// <summary>Those who take part, and whether their names are shown.</summary>
        public required IReadOnlyList<Person> People { get; init; } = [];
    }

    /// <param name="Released">The person lets the school show the name.</param>
    public sealed record Person(Guid PersonId, string Name, bool Released);

    public sealed class Handler(Db db) : IRequestHandler<Query, Result>
    {
        public Task<Result> Handle(Query query, CancellationToken ct) => db.Many(Sql, query, async results =>
        {
            var post = (await results.ReadAsync<Result>()).SingleOrDefault() ?? throw new NotFound();
            return post with { People = (await results.ReadAsync<Person>()).AsList() };
        }, ct);
    }

    const string Sql = """
        select id, organization_id, category, status, title, lead, body, held_on, published_at, withdraw_reason, version from site_post where id = @Id;

        select p.id person_id, person_name(p) name,
               exists (select from site_release r where r.organization_id = m.organization_id and r.person_id = p.id and r.revoked_at is null) released
          from site_post_person m join person p on p.id = m.person_id
         where m.post_id = @Id order by name, p.id;
        """;
}
