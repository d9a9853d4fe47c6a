using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Site;

/// <summary>Who lets the school show their name in public: whom a post may mention.</summary>
public static class ListReleasedPeople
{
    public static void Map(RouteGroupBuilder ofSchool) =>
        ofSchool.MapGet("/people", async (Guid organizationId, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(new Query(organizationId), ct)))
            .Operation(nameof(ListReleasedPeople), Permission.SiteWrite);

    public sealed record Query(Guid OrganizationId) : IQuery<IReadOnlyList<Item>>;

    public sealed record Item(Guid PersonId, string Name, DateTime ReleasedAt);

    public sealed class Handler(Db db, Caller caller) : IRequestHandler<Query, IReadOnlyList<Item>>
    {
        public Task<IReadOnlyList<Item>> Handle(Query query, CancellationToken ct) =>
            caller.Scope.Reaches(query.OrganizationId) ? db.List<Item>(Sql, query, ct) : throw new NotFound();
    }

    const string Sql = """
        select p.id person_id, person_name(p) name, r.released_at
          from site_release r join person p on p.id = r.person_id
         where r.organization_id = @OrganizationId and r.revoked_at is null
         order by name, p.id
        """;
}
