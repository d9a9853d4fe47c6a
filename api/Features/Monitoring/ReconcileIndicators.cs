using Mentoring.Api.Platform;
using Npgsql;

namespace Mentoring.Api.Features.Monitoring;

/// <summary>
/// The job that computes every sum from scratch and compares it with the one that is kept. What differs is recorded and
/// reported, never overwritten: a difference is a defect to understand. Writers and roll-ups go on meanwhile: each comparison
/// is one statement, so facts, sums and marks are of one moment, and what is marked as not yet summed is left out.
/// </summary>
public sealed partial class ReconcileIndicators(NpgsqlDataSource source, IServiceScopeFactory scopes, TimeProvider time, ILogger<ReconcileIndicators> logger)
{
    /// <summary>The nightly run.</summary>
    public async Task<Guid> Run(CancellationToken ct)
    {
        var id = Guid.CreateVersion7(time.GetUtcNow());
        await Run(id, ct);
        return id;
    }

    public async Task Run(Guid id, CancellationToken ct)
    {
        await Step(Begin, new { id, Job = nameof(ReconcileIndicators), Now = time.GetUtcNow().UtcDateTime }, ct);
        long compared = 0;
        foreach (var region in await FullRollUp.Regions(source, ct))
            compared += await Compare([ReconcileSql.Organizations, ReconcileSql.Programs], id, region, ct);
        foreach (var levels in (string[])[ReconcileSql.Territories, ReconcileSql.AboveRegions, BreakdownSql.Territories, BreakdownSql.AboveRegions])
            compared += await Compare([levels], id, null, ct);
        var differences = await Step(Finish, new { id, compared, Now = time.GetUtcNow().UtcDateTime }, ct);
        if (differences > 0) Differs(logger, id, differences);
    }

    Task<long> Compare(string[] statements, Guid id, string? region, CancellationToken ct) => InTransaction(async db =>
    {
        if (region is not null)
        {
            await db.Execute(IndicatorFacts.Tables, null, ct);
            await db.Execute("""
                insert into indicator_wanted select o.id, p.period from organization o cross join indicator_period p where o.region_code = @region
                """, new { region }, ct);
            await db.Execute(IndicatorFacts.Fill, null, ct);
        }

        long compared = 0;
        foreach (var sql in statements) compared += await db.One<long>(sql, new { id }, ct);
        return compared;
    }, ct);

    Task<long> Step(string sql, object args, CancellationToken ct) => InTransaction(db => db.One<long>(sql, args, ct), ct);

    async Task<long> InTransaction(Func<Db, Task<long>> work, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Caller>().BecomeJob(nameof(ReconcileIndicators));
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        await using var transaction = await db.Begin(ct);
        var result = await work(db);
        await transaction.CommitAsync(ct);
        return result;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Reconciliation {Id} found {Differences} indicator sums that differ from the facts")]
    static partial void Differs(ILogger logger, Guid id, long differences);

    /// <summary>A run that died and is repeated starts over.</summary>
    const string Begin = """
        with cleared as (delete from indicator_difference where reconciliation_id = @id)
        insert into reconciliation (id, requested_at, requested_by, started_at) values (@id, @Now, @Job, @Now)
        on conflict (id) do update set started_at = @Now, finished_at = null
        returning 0::bigint
        """;

    const string Finish = """
        update reconciliation set finished_at = @Now, compared = @compared,
               differences = (select count(*) from indicator_difference where reconciliation_id = @id)
         where id = @id returning differences
        """;
}
