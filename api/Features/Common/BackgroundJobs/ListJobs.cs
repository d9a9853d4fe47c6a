using Hangfire;
using Hangfire.States;
using Hangfire.Storage;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.BackgroundJobs;

/// <summary>How the last run of a job came out.</summary>
public enum JobOutcome
{
    /// <summary>It has not run yet.</summary>
    None,
    Succeeded,

    /// <summary>It failed as often as is tried, and waits for somebody.</summary>
    Failed,

    /// <summary>It failed and is tried again by itself.</summary>
    Retrying,
    Running,

    /// <summary>It waits for a free worker.</summary>
    Waiting,
}

/// <summary>What runs by the clock: when it ran last and how that came out, when it runs next, and what of it fails again and again.</summary>
public static class ListJobs
{
    public static void Map(RouteGroupBuilder jobs) =>
        jobs.MapGet("/", async (IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new Query(), ct)))
            .Operation(nameof(ListJobs), Permission.OperationsWatch);

    public sealed record Query : IQuery<Result>;

    /// <param name="Workers">Processes that take up work now; none means that nothing runs.</param>
    /// <param name="Failed">Runs that failed as often as is tried.</param>
    /// <param name="Jobs">Those that are late or failed first.</param>
    public sealed record Result(int Workers, long Failed, IReadOnlyList<Item> Jobs);

    /// <param name="Id">A name that stays, such as `roll-up`.</param>
    /// <param name="Cron">When it runs, in UTC; with six fields the first one is seconds.</param>
    /// <param name="Late">It should have run by now.</param>
    /// <param name="FailingItems">Pieces of its work that failed last time and wait to be tried again; those at three times or more in `stuckItems`.</param>
    public sealed record Item(
        string Id, string Cron, DateTime? LastRunAt, JobOutcome Outcome, DateTime? NextRunAt, bool Late, int FailingItems, int StuckItems);

    sealed record Failing(string Job, int Items, int Stuck);

    public sealed class Handler(JobStorage storage, HealthDatabase database) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            // Rows of the platform's own, which no caller's scope opens.
            var failing = (await database.List<Failing>(FailingSql, ct)).ToDictionary(row => row.Job);
            var late = (await NextRun.All(database, ct)).Where(next => next.IsOverdue || next.IsSilent).Select(next => next.Id).ToHashSet();
            using var connection = storage.GetConnection();
            var items = connection.GetRecurringJobs().Where(job => !job.Removed).Select(job =>
            {
                var items = job.Job is { } of ? failing.GetValueOrDefault(of.Type.Name) : null;
                return new Item(
                    job.Id, job.Cron, job.LastExecution, OutcomeOf(job), job.NextExecution, late.Contains(job.Id), items?.Items ?? 0, items?.Stuck ?? 0);
            });
            var monitoring = storage.GetMonitoringApi();
            var ordered = items.OrderByDescending(item => item.Late || item.Outcome == JobOutcome.Failed || item.StuckItems > 0)
                .ThenBy(item => item.Id, StringComparer.Ordinal);
            return new(monitoring.Servers().Count, monitoring.GetStatistics().Failed, [.. ordered]);
        }

        static JobOutcome OutcomeOf(RecurringJobDto job) => job.LastJobState switch
        {
            null when job.LastExecution is null => JobOutcome.None,
            _ when job.LastJobState == FailedState.StateName => JobOutcome.Failed,
            _ when job.LastJobState == ScheduledState.StateName => JobOutcome.Retrying,
            _ when job.LastJobState == ProcessingState.StateName => JobOutcome.Running,
            _ when job.LastJobState == EnqueuedState.StateName || job.LastJobState == AwaitingState.StateName => JobOutcome.Waiting,
            // What went well is forgotten after a day.
            _ => JobOutcome.Succeeded,
        };
    }

    const string FailingSql = """
        select split_part(job, '/', 1) job, count(*)::int items, count(*) filter (where attempts >= 3)::int stuck from due_failure group by 1
        """;
}
