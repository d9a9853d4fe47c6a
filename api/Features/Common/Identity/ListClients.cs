using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Identity;

/// <summary>The systems that may exchange data, by name. At most 1,000.</summary>
public static class ListClients
{
    public static void Map(RouteGroupBuilder clients) =>
        clients.MapGet("/", async (IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new Query(), ct)))
            .Operation(nameof(ListClients), Permission.AccountManage);

    public sealed record Query : IQuery<IReadOnlyList<Item>>;

    /// <param name="Signs">It signs with a key of its own instead of sending a secret.</param>
    public sealed record Item(
        string ClientId, string Name, bool Signs, Guid? OrganizationId, string? OrganizationName, string? TerritoryCode, string? TerritoryName,
            DateOnly StartedOn);

    public sealed class Handler(Db db, Caller caller, TimeProvider time) : IRequestHandler<Query, IReadOnlyList<Item>>
    {
        public Task<IReadOnlyList<Item>> Handle(Query query, CancellationToken ct) => caller.Scope.Federation
            ? db.List<Item>(Sql, new { Now = time.GetUtcNow().UtcDateTime }, ct)
            : throw new Forbidden("client.administrator-only");
    }

    const string Sql = """
        select s.client_id, coalesce(s.display_name, s.client_id) name, s.json_web_key_set is not null signs,
               a.organization_id, o.name_short organization_name, a.territory_code, t.name_ru territory_name, a.started_on
          from identity.oidc_application s
          join role_assignment a on a.client_id = s.client_id and (a.ended_on is null or a.ended_on > local_day(@Now, a.organization_id, a.territory_code))
          left join organization o on o.id = a.organization_id
          left join territory t on t.code = a.territory_code
         order by name, s.client_id, a.id
         limit 1000
        """;
}
