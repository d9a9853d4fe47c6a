using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Arbitration;

/// <summary>The members of the council who can hear a case.</summary>
public static class ListArbiters
{
    public static void Map(RouteGroupBuilder cases) =>
        cases.MapGet("/{caseId:guid}/arbiters", async (Guid caseId, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(new Query(caseId), ct)))
            .Operation(nameof(ListArbiters), Permission.CaseArbitrate);

    public sealed record Query(Guid Id) : IQuery<IReadOnlyList<Arbiter>>;

    public sealed class Handler(Db db, CaseBook book) : IRequestHandler<Query, IReadOnlyList<Arbiter>>
    {
        public async Task<IReadOnlyList<Arbiter>> Handle(Query query, CancellationToken ct) => await book.Candidates(await db.One<CaseRow>(Sql, query, ct), ct);
    }

    const string Sql = """
        select c.id, c.organization_id, c.region_code, c.status, c.about, c.complainant_id, c.arbiter_ids, c.former_arbiters, c.decided_at, c.version,
               t.time_zone
          from arbitration_case c join organization_zone t on t.place_id = c.organization_id where c.id = @Id
        """;
}
