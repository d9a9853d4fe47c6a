using Cronos;
using Hangfire;
using Hangfire.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Mentoring.Api.Platform;

/// <summary>
/// Hangfire reckons a recurring job's next run when it starts the one before. If the clock was ahead then, the job is silent
/// until that time, and scheduling it again changes nothing. At the start and every minute this finds such jobs and sets
/// them going; what is overdue all the same it reports.
/// </summary>
public sealed partial class RecurringJobs(HealthDatabase database, IRecurringJobManager jobs, JobStorage storage, ILogger<RecurringJobs> logger)
    : BackgroundService
{
    static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Look(stoppingToken);
                await Task.Delay(Pause, stoppingToken);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    /// <summary>Heals what is silent and reports what is overdue.</summary>
    public async Task Look(CancellationToken ct)
    {
        try
        {
            var all = await NextRun.All(database, ct);
            foreach (var silent in all.Where(job => job.IsSilent))
            {
                Silent(logger, silent.Id, silent.At);
                Renew(silent.Id);
            }

            var overdue = string.Join(", ", all.Where(job => job is { IsOverdue: true, IsSilent: false }).Select(job => job.Id));
            if (overdue.Length > 0) Overdue(logger, overdue);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            NotLooked(logger, failure.Message);
        }
    }

    /// <summary>Forgets when it ran and adds it again, so that its next run is reckoned from now.</summary>
    void Renew(string id)
    {
        using var connection = storage.GetConnection();
        var kept = connection.GetRecurringJobs().Find(job => job.Id == id);
        // Of a job that this version does not know, the process that does know takes care.
        if (kept?.Job is null) return;
        jobs.RemoveIfExists(id);
        jobs.AddOrUpdate(id, kept.Job, kept.Cron, new RecurringJobOptions());
    }

    [LoggerMessage(EventName = "RecurringJobSilent", Level = LogLevel.Warning,
        Message = "The recurring job {Job} was not to run before {At:O}, as if a clock had been ahead; it is scheduled anew")]
    static partial void Silent(ILogger logger, string job, DateTime at);

    [LoggerMessage(EventName = "RecurringJobsOverdue", Level = LogLevel.Error,
        Message = "Recurring jobs are overdue: {Jobs}. Look whether a process runs jobs, and at /hangfire/recurring")]
    static partial void Overdue(ILogger logger, string jobs);

    [LoggerMessage(EventName = "RecurringJobsNotLookedAt", Level = LogLevel.Warning, Message = "Recurring jobs were not looked at: {Reason}")]
    static partial void NotLooked(ILogger logger, string reason);
}

/// <summary>When a recurring job runs next, as Hangfire keeps it.</summary>
/// <param name="At">Long ago when Hangfire gave the job up.</param>
/// <param name="Now">By the database's clock, which all processes share.</param>
public sealed record NextRun(string Id, string Cron, DateTime At, DateTime Now)
{
    /// <summary>What the clocks of two machines may differ, and what a busy worker may be late.</summary>
    static readonly TimeSpan Leeway = TimeSpan.FromMinutes(2);

    /// <summary>Later than its schedule has it, also by a clock that is ahead a little: reckoned by one that was far ahead.</summary>
    public bool IsSilent => At > Expression.GetNextOccurrence(Now + Leeway);

    public bool IsOverdue => At < Now - Leeway;

    CronExpression Expression => CronExpression.Parse(Cron, Cron.Split(' ').Length == 6 ? CronFormat.IncludeSeconds : CronFormat.Standard);

    public static Task<IReadOnlyList<NextRun>> All(HealthDatabase database, CancellationToken ct) => database.List<NextRun>(Sql, ct);

    const string Sql = """
        select s.value id, h.value cron, to_timestamp(s.score) at, clock_timestamp() now
          from hangfire.set s join hangfire.hash h on h.key = 'recurring-job:' || s.value and h.field = 'Cron'
         where s.key = 'recurring-jobs' order by s.value
        """;
}

/// <summary>
/// Degraded while a recurring job is overdue or silent, or one of its items fails again and again: still serving, but look.
/// Also where no job runs at all.
/// </summary>
public sealed class JobsHealth(HealthDatabase database) : IHealthCheck
{
    sealed record Stuck(string Job, long Items);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var late = string.Join(", ", (await NextRun.All(database, cancellationToken)).Where(job => job.IsOverdue || job.IsSilent).Select(job => job.Id));
        var stuck = string.Join(", ", (await database.List<Stuck>(StuckSql, cancellationToken)).Select(job => $"{job.Job} ({job.Items})"));
        var faults = new List<string>();
        if (late.Length > 0) faults.Add($"Recurring jobs are overdue: {late}.");
        if (stuck.Length > 0) faults.Add($"Items fail again and again, look at due_failure: {stuck}.");
        return faults.Count > 0 ? HealthCheckResult.Degraded(string.Join(' ', faults)) : HealthCheckResult.Healthy();
    }

    /// <summary>Three times is no bad moment any more.</summary>
    const string StuckSql = "select job, count(*) items from due_failure where attempts >= 3 group by job order by job";
}
