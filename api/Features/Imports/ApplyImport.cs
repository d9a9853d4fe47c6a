using Hangfire;
using Hangfire.Server;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Imports;

/// <summary>
/// The job that applies a confirmed import, in one transaction. It checks again first: what a person confirmed is not
/// applied to a staff or to dictionaries that changed meanwhile in a way that makes new problems.
/// </summary>
public sealed class ApplyImport(Db db, Caller caller, Audit audit, ImportWork work)
{
    public sealed class OnConfirmed(IBackgroundJobClient jobs) : IHandle<ImportConfirmed>
    {
        public Task Handle(ImportConfirmed message, CancellationToken ct)
        {
            jobs.Enqueue<ApplyImport>(job => job.Run(message.Id, null, CancellationToken.None));
            return Task.CompletedTask;
        }
    }

    [AutomaticRetry(Attempts = ImportWork.Retries, DelaysInSeconds = [1, 5, 15, 30, 60, 120])]
    public Task Run(Guid id, PerformContext? context, CancellationToken ct)
    {
        caller.BecomeJob(nameof(ApplyImport));
        return work.Run(id, context, () => Apply(id, ct), ct);
    }

    async Task Apply(Guid id, CancellationToken ct)
    {
        if (!await work.Start(id, ImportStatus.Confirmed, ImportStatus.Applying, ct)) return;

        await using var transaction = await db.Begin(ct);
        if (await work.Lock(id, ImportStatus.Applying, ct) is not { } import) return;
        var (kind, rows, problems, counts) = await work.Stage(import, ct);
        await db.Execute(CheckImport.Checked, new { id, rows, problems, counts.Creates, counts.Updates, counts.Ends, counts.Unchanged }, ct);
        if (problems == 0 || import.SkipProblemRows)
        {
            var progress = work.Progress(import);
            await kind.Apply(import, rows, done => progress.Tell(done, rows, ct), ct);
            await db.Execute("update import set status = 'Applied' where id = @id", new { id }, ct);
            await db.Execute(ImportSql.DropFile, new { Id = id }, ct);
            var detail = new { import = id, problems, counts.Creates, counts.Updates, counts.Ends };
            if (import.OrganizationId is { } organization) audit.About(organization, import.RegionCode!, id, detail: detail);
            else audit.AboutPlatform(detail, id);
            await audit.Append(nameof(ApplyImport), ct);
        }

        await News.Tell(db, Imports.Topic(id), ct);
        await transaction.CommitAsync(ct);
    }
}
