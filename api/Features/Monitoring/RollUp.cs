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

    /// <summary>So many go in one statement whose plan is kept: what somebody has just done shows at once.</summary>
    const int Few = 20;

    /// <summary>Works off a batch of the region's marks.</summary>
    /// <returns>Whether there may be more.</returns>
    public Task<bool> Stale(string region, CancellationToken ct) => InTransaction(async db =>
    {
        if (!await db.One<bool>(RollUpSql.TryLockRegion, new { region }, ct)) return false;
        if (await db.One<int>(RollUpSql.Waiting, new { region, Few }, ct) <= Few)
        {
            var organizations = await db.List<Guid>(RollUpSql.AtOnce, new { region, Batch = Few }, ct);
            await db.Execute(DeficitFacts.Of, new { Organizations = organizations.ToArray(), Now = time.GetUtcNow().UtcDateTime }, ct);
            return false;
        }

        await db.Execute(RollUpSql.Tables, null, ct);
        var taken = await db.Execute(RollUpSql.Take, new { region, Batch }, ct);
        await db.Execute(RollUpSql.WantTaken, null, ct);
        await Apply(db, ct);
        return taken == Batch;
    }, ct);

    /// <summary>Computes whole regions from scratch, after a bulk load or to repair.</summary>
    public Task Whole(string[] regions, CancellationToken ct) => InTransaction(async db =>
    {
        await db.List<string>(RollUpSql.LockRegions, new { regions }, ct);
        await db.Execute(RollUpSql.AllRows, null, ct);
        await db.Execute(RollUpSql.Tables, null, ct);
        await db.Execute(RollUpSql.ClearAndWantAll, new { regions }, ct);
        await Apply(db, ct);
        return false;
    }, ct);

    /// <summary>Sums the regions' rows of what changed into districts and the federation, and decides which cells are hidden.</summary>
    public Task Upward(CancellationToken ct) => InTransaction(async db =>
    {
        await db.List<string>(RollUpSql.LockUpward, null, ct);
        await db.Execute(RollUpSql.Upper, null, ct);
        await db.Execute(BreakdownSql.Upper, null, ct);
        await HiddenCells.Decide(db, ct);
        return false;
    }, ct);

    async Task Apply(Db db, CancellationToken ct)
    {
        await db.Execute(IndicatorFacts.Fill, null, ct);
        await db.Execute(RollUpSql.Compute, null, ct);
        await db.Execute(RollUpSql.Apply, null, ct);
        await db.Execute(DeficitFacts.Apply, new { Now = time.GetUtcNow().UtcDateTime }, ct);
    }

    async Task<bool> InTransaction(Func<Db, Task<bool>> work, CancellationToken ct)
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
