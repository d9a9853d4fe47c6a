using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Monitoring;

/// <summary>
/// Sums facts up the tree. A region's batch is one transaction: it takes marks, computes those organizations and months anew
/// and adds the difference to their municipality and region, so that the cost follows what changed and a crash leaves
/// nothing half done. One worker at a time is at a region; workers of different regions never meet on a row. Districts and
/// the federation are sums of at most 89 region rows, made by <see cref="Upward"/> afterwards.
/// </summary>
public sealed class RollUp(IServiceScopeFactory scopes, TimeProvider time)
{
    /// <summary>Marks taken in one transaction; each is at most one organization over the open months.</summary>
    const int Batch = 2000;

    /// <summary>Works off a batch of the region's marks.</summary>
    /// <returns>The number of marks taken; 0 when there are none or another worker is at this region.</returns>
    public Task<int> Stale(string region, CancellationToken ct) => InTransaction(async db =>
    {
        if (!await db.One<bool>(RollUpSql.TryLockRegion, new { region }, ct)) return 0;
        await db.Execute(RollUpSql.Tables, null, ct);
        var taken = await db.Execute(RollUpSql.Take, new { region, Batch }, ct);
        if (taken == 0) return 0;
        await db.Execute(RollUpSql.WantTaken, null, ct);
        await Apply(db, ct);
        return taken;
    }, ct);

    /// <summary>Computes whole regions from scratch, after a bulk load or to repair.</summary>
    public Task Whole(string[] regions, CancellationToken ct) => InTransaction(async db =>
    {
        await db.List<string>(RollUpSql.LockRegions, new { regions }, ct);
        await db.Execute(RollUpSql.Tables, null, ct);
        await db.Execute(RollUpSql.ClearAndWantAll, new { regions }, ct);
        await Apply(db, ct);
        return 0;
    }, ct);

    /// <summary>Sums the regions' rows of the months that changed into districts and the federation.</summary>
    public Task Upward(CancellationToken ct) => InTransaction(async db =>
    {
        await db.List<string>(RollUpSql.LockUpward, null, ct);
        var periods = await db.List<DateOnly>("delete from indicator_upward returning period", null, ct);
        if (periods.Count > 0) await db.Execute(RollUpSql.Upper, new { Periods = periods.Distinct().ToArray() }, ct);
        return 0;
    }, ct);

    async Task Apply(Db db, CancellationToken ct)
    {
        await db.Execute(IndicatorFacts.Fill, null, ct);
        await db.Execute(RollUpSql.Compute, null, ct);
        await db.Execute(RollUpSql.Apply, null, ct);
        await db.Execute(DeficitFacts.Apply, new { Now = time.GetUtcNow().UtcDateTime }, ct);
    }

    async Task<int> InTransaction(Func<Db, Task<int>> work, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Caller>().BecomeJob(nameof(RollUp));
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        await using var transaction = await db.Begin(ct);
        var result = await work(db);
        await transaction.CommitAsync(ct);
        return result;
    }
}
