using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Monitoring;

/// <summary>How far a reconciliation is and what it found.</summary>
public static class GetReconciliation
{
    const int MostShown = 100;

    public static void Map(RouteGroupBuilder monitoring) =>
        monitoring.MapGet("/monitoring/reconciliations/{reconciliationId:guid}", async (Guid reconciliationId, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(reconciliationId), ct)))
            .Operation(nameof(GetReconciliation), Permission.OperationsWatch);

    public sealed record Query(Guid Id) : IQuery<Result>;

    /// <param name="FinishedAt">Null while it runs.</param>
    /// <param name="Compared">Sums that were compared.</param>
    /// <param name="Differences">Sums that are kept otherwise than they are computed; none is what is right.</param>
    /// <param name="Found">The first hundred of them.</param>
    public sealed record Result(Guid Id, DateTime RequestedAt, DateTime? StartedAt, DateTime? FinishedAt, long? Compared, long? Differences,
        IReadOnlyList<Difference> Found);

    public sealed record Difference
    {
        public required string TerritoryCode { get; init; }
        public Guid? OrganizationId { get; init; }
        public required DateOnly Period { get; init; }
        public required string Indicator { get; init; }

        /// <summary>By what the sum is told apart, as `Sector`; empty for the whole.</summary>
        public required string Dimension { get; init; }

        /// <summary>The code of the category that it is of; empty for the whole.</summary>
        public required string Category { get; init; }

        /// <summary>Numerator, denominator and organizations reported, of one organization 0 or 1; for territories organizations expected too.</summary>
        public required decimal[] Stored { get; init; }

        /// <summary>The same, computed from the facts.</summary>
        public required decimal[] Computed { get; init; }
    }

    sealed record Row(Guid Id, DateTime RequestedAt, DateTime? StartedAt, DateTime? FinishedAt, long? Compared, long? Differences);

    public sealed class Handler(Db db) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var row = await db.One<Row>("select id, requested_at, started_at, finished_at, compared, differences from reconciliation where id = @Id", query,
                ct);
            var found = await db.List<Difference>(Found, new { query.Id, MostShown }, ct);
            return new(row.Id, row.RequestedAt, row.StartedAt, row.FinishedAt, row.Compared, row.Differences, found);
        }
    }

    const string Found = """
        select territory_code, organization_id, period, indicator, dimension, category, stored, computed from indicator_difference
         where reconciliation_id = @Id order by period, territory_code, organization_id, dimension, category, indicator limit @MostShown
        """;
}
