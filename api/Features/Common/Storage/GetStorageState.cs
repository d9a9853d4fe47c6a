using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Storage;

/// <summary>How much room the platform has left, and what it has been told to keep free.</summary>
public static class GetStorageState
{
    public static void Map(RouteGroupBuilder storage) =>
        storage.MapGet("/", async (IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new Query(), ct)))
            .Operation(nameof(GetStorageState), Permission.OperationsWatch);

    public sealed record Query : IQuery<Result>;

    /// <param name="Free">Bytes; null where nothing tells: set `Storage:CapacityMegabytes`.</param>
    /// <param name="Reserve">Bytes under which uploads are refused.</param>
    /// <param name="Floor">Bytes under which all writes are refused.</param>
    /// <param name="Database">Bytes that the database takes up, files and everything else.</param>
    /// <param name="Files">Bytes of the files in it.</param>
    /// <param name="DefaultLimit">Bytes of an organization's files where no operator has said otherwise.</param>
    public sealed record Result(long? Free, long Reserve, long Floor, long Database, long Files, long DefaultLimit, bool TakesFiles, bool TakesWrites);

    sealed record Sums(long Database, long Files);

    public sealed class Handler(Db db, StorageRoom storage, StorageQuotas quotas) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var state = await storage.Look(ct);
            var sums = await db.One<Sums>(Sql, null, ct);
            return new(state.Free, state.Reserve, state.Floor, sums.Database, sums.Files, quotas.Organization, state.TakesFiles, state.TakesWrites);
        }
    }

    const string Sql = """
        select pg_database_size(current_database()) database, coalesce(sum(bytes), 0)::bigint files from storage_usage where owner = 'Organization'
        """;
}
