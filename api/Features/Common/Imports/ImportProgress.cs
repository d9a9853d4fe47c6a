using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Imports;

/// <summary>
/// Tells how far a job is while its transaction is open: on a connection of its own, into a row of its own, so that others
/// see it at once and nobody waits for anybody.
/// </summary>
public sealed class ImportProgress(IServiceScopeFactory scopes, TimeProvider time)
{
    /// <summary>How many rows pass between two looks at the clock.</summary>
    public const int Step = 1000;

    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>The progress of one run; the first report is told at once, then at most five a second.</summary>
    public Run Of(ImportWork.Import import) => new(this, import);

    public sealed class Run(ImportProgress progress, ImportWork.Import import)
    {
        long _told;

        public Task Tell(int done, int total, CancellationToken ct)
        {
            if (_told != 0 && progress.Clock.GetElapsedTime(_told) < Pause) return Task.CompletedTask;
            _told = progress.Clock.GetTimestamp();
            return progress.Write(import, done, total, ct);
        }
    }

    TimeProvider Clock => time;

    async Task Write(ImportWork.Import import, int done, int total, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Caller>().BecomeJob(nameof(ImportProgress));
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        await using var transaction = await db.Begin(ct);
        await db.Execute(Sql, new { import.Id, import.OrganizationId, import.RegionCode, done, total, Now = time.GetUtcNow().UtcDateTime }, ct);
        await News.Tell(db, Imports.Topic(import.Id), ct);
        await transaction.CommitAsync(ct);
    }

    const string Sql = """
        insert into import_progress (import_id, organization_id, region_code, rows_done, rows_total, told_at)
        values (@Id, @OrganizationId, @RegionCode, @done, @total, @Now)
        on conflict (import_id) do update set rows_done = excluded.rows_done, rows_total = excluded.rows_total, told_at = excluded.told_at
        """;
}
