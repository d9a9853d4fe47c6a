using Hangfire;
using Hangfire.Server;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Imports;

/// <summary>The job that checks a received file: every row's problems, and what applying it would do.</summary>
public sealed class CheckImport(Db db, Caller caller, ImportWork work)
{
    public sealed class OnReceived(IBackgroundJobClient jobs) : IHandle<ImportReceived>
    {
        public Task Handle(ImportReceived message, CancellationToken ct)
        {
            jobs.Enqueue<CheckImport>(job => job.Run(message.Id, null, CancellationToken.None));
            return Task.CompletedTask;
        }
    }

    [AutomaticRetry(Attempts = ImportWork.Retries, DelaysInSeconds = [1, 5, 15, 30, 60, 120])]
    public Task Run(Guid id, PerformContext? context, CancellationToken ct)
    {
        caller.BecomeJob(nameof(CheckImport));
        return work.Run(id, context, () => Check(id, ct), ct);
    }

    async Task Check(Guid id, CancellationToken ct)
    {
        if (!await work.Start(id, ImportStatus.Received, ImportStatus.Checking, ct)) return;

        await using var transaction = await db.Begin(ct);
        if (await work.Lock(id, ImportStatus.Checking, ct) is not { } import) return;
        var (_, rows, problems, counts) = await work.Stage(import, ct);
        await db.Execute(Checked, new { id, rows, problems, counts.Creates, counts.Updates, counts.Ends, counts.Unchanged }, ct);
        await News.Tell(db, Imports.Topic(id), ct);
        await transaction.CommitAsync(ct);
    }

    public const string Checked = """
        update import set status = 'Checked', rows_total = @rows, problems = @problems, creates = @Creates, updates = @Updates, ends = @Ends,
               unchanged = @Unchanged, version = version + 1
         where id = @id
        """;
}
