using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Arbitration;

/// <summary>Where the caller can bring a case: the organizations in which the caller works.</summary>
public static class ListCasePlaces
{
    public static void Map(RouteGroupBuilder cases) =>
        cases.MapGet("/places", async (IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new Query(), ct)))
            .Operation(nameof(ListCasePlaces), Permission.CaseOpen);

    public sealed record Query : IQuery<IReadOnlyList<Item>>;

    /// <param name="Members">Of the council there; none can hear a case where it is 0.</param>
    public sealed record Item(Guid Id, string Name, int Members);

    public sealed class Handler(Db db, Caller caller) : IRequestHandler<Query, IReadOnlyList<Item>>
    {
        public Task<IReadOnlyList<Item>> Handle(Query query, CancellationToken ct) => db.List<Item>(Sql, new { caller.Person }, ct);
    }

    const string Sql = """
        select o.id, o.name_short name, (select count(*)::int from council_seat s where s.organization_id = o.id and s.status = 'Held') members
          from person p join organization o on o.id = any(p.organization_ids)
         where p.id = @Person
         order by o.name_short, o.id
        """;
}
