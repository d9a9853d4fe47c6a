using Hangfire;
using Hangfire.Server;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Imports;

/// <summary>The job that checks a received file: every row's problems, and what applying it would do.</summary>
public sealed class CheckImport(Db db, Caller caller, ImportWork work, IBackgroundJobClient jobs)
{
    public sealed class OnReceived(IBackgroundJobClient jobs) : IHandle<ImportReceived>
    {
        public Task Handle(ImportReceived message, CancellationToken ct)
        {
            jobs.Enqueue<CheckImport>(job => job.Run(message.Id, null, CancellationToken.None));
            return Task.CompletedTask;
        }
    }

    [Queue(Jobs.ImportQueue)]
    [AutomaticRetry(Attempts = ImportWork.Retries, DelaysInSeconds = [1, 5, 15, 30, 60, 120])]
    public Task Run(Guid id, PerformContext? context, CancellationToken ct)
    {
        caller.BecomeJob(nameof(CheckImport));
        var step = new ImportWork.Step(id, ImportStatus.Received, ImportLifecycle.Steps.Next(ImportStatus.Received, ImportStep.Check),
            Later: () => jobs.Schedule<CheckImport>(job => job.Run(id, null, CancellationToken.None), ImportWork.Pause));
        return work.Run(step, context, Check, ct);
    }

    async Task Check(ImportWork.Import import, CancellationToken ct)
    {
        var (_, rows, problems, counts) = await work.Stage(import, ct);
        await Keep(db, import.Id, rows, problems, counts, ct);
    }

    public static Task Keep(Db db, Guid id, int rows, int problems, ImportWork.Counts counts, CancellationToken ct) => db.Execute(Checked, new
    {
        id, rows, problems, counts.Creates, counts.Updates, counts.Ends, counts.Unchanged, counts.Elsewhere,
        Staff = counts.Staffing?.Staff ?? 0, Joins = counts.Staffing?.Joins ?? 0, Leaves = counts.Staffing?.Leaves ?? 0, counts.AsksMassChange,
        counts.Staffing?.OfWhom, counts.MissingPages, counts.RowsMissing,
    }, ct);

    const string Checked = """
        update import set status = 'Checked', rows_total = @rows, problems = @problems, creates = @Creates, updates = @Updates, ends = @Ends,
               unchanged = @Unchanged, elsewhere = @Elsewhere, staff = @Staff, joins = @Joins, leaves = @Leaves, asks_mass_change = @AsksMassChange,
               mass_change_of = @OfWhom, missing_pages = @MissingPages, rows_missing = @RowsMissing,
               version = version + 1
         where id = @id
        """;
}
