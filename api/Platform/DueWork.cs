using System.Text.Json;
using MediatR;

namespace Mentoring.Api.Platform;

/// <summary>
/// How a job works that does what the days have brought: it finds what is due and sends one command for each, in a scope and
/// a transaction of its own. One that fails takes nothing else along, whatever it fails with: it is noted, waits longer each
/// time, and is told of by <see cref="JobsHealth"/> when it fails again and again, until it is done or due no more.
/// </summary>
public sealed partial class DueWork(IServiceScopeFactory scopes, TimeProvider time, ILogger<DueWork> logger)
{
    static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    sealed record Failure(string Item, int Attempts, DateTime DueAt);

    /// <param name="job">Under this name the audit log keeps what was done; behind a slash, which of the job's works it is, where it has several.</param>
    /// <param name="sql">Finds what is due at <c>@Now</c>: all of it, so that what it does not find is told of no longer.</param>
    /// <param name="command">Null where nothing is to be done after all. Holds keys and days, nothing personal: it is noted if it fails.</param>
    public Task Each<TDue, TAnswer>(string job, string sql, Func<TDue, ICommand<TAnswer>?> command, CancellationToken ct) =>
        Each(job, sql, command, all: true, ct);

    /// <param name="all">Whether <paramref name="sql"/> finds everything that the job has to do, and not a part of it.</param>
    public async Task Each<TDue, TAnswer>(string job, string sql, Func<TDue, ICommand<TAnswer>?> command, bool all, CancellationToken ct)
    {
        var failures = (await Read<Failure>(job, Failures, ct)).ToDictionary(failure => failure.Item);
        var due = await Due();
        var refused = new List<(string Item, RuleViolation Refusal)>();
        foreach (var (item, step) in due)
        {
            if (failures.GetValueOrDefault(item)?.DueAt > Now) continue;
            var fault = await Try(job, step, ct);
            if (fault is RuleViolation refusal) refused.Add((item, refusal));
            else await Note(item, fault);
        }

        // A person or another worker took the step first: then it is due no more. What still is was refused for another reason.
        var still = refused.Count > 0 ? (await Due()).Select(one => one.Item).ToHashSet() : [];
        foreach (var (item, refusal) in refused) await Note(item, still.Contains(item) ? refusal : null);
        if (all) foreach (var item in failures.Keys.Except(due.Select(one => one.Item))) await Note(item, null);

        async Task<List<(string Item, ICommand<TAnswer> Step)>> Due() =>
            [.. (await Read<TDue>(job, sql, ct)).Select(command).OfType<ICommand<TAnswer>>()
                .Select(step => (JsonSerializer.Serialize(step, step.GetType()), step))];

        async Task Note(string item, Exception? fault)
        {
            var before = failures.GetValueOrDefault(item)?.Attempts ?? 0;
            if (fault is null && before == 0) return;
            if (fault is not null) ItemFailed(logger, job, before + 1, fault);
            await Write(job, fault is null ? Done : Failed,
                new { Job = job, Item = item, Now, DueAt = Now + Wait(before), Error = fault is null ? "" : DatabaseFailure.Name(fault) }, ct);
        }
    }

    DateTime Now => time.GetUtcNow().UtcDateTime;

    static TimeSpan Wait(int attempts) => TimeSpan.FromMinutes(Math.Min(LongestWait.TotalMinutes, 1 << Math.Min(attempts, 11)));

    /// <returns>What it failed with; null when it is done.</returns>
    async Task<Exception?> Try<TAnswer>(string job, ICommand<TAnswer> command, CancellationToken ct)
    {
        try
        {
            await using var scope = As(job);
            await scope.ServiceProvider.GetRequiredService<IMediator>().Send(command, ct);
            return null;
        }
        catch (Exception failure) when (failure is not OperationCanceledException && !DatabaseFailure.IsUnavailable(failure))
        {
            return failure;
        }
    }

    async Task<IReadOnlyList<T>> Read<T>(string job, string sql, CancellationToken ct)
    {
        await using var scope = As(job);
        return await scope.ServiceProvider.GetRequiredService<Db>().List<T>(sql, new { Now, Job = job }, ct);
    }

    async Task Write(string job, string sql, object values, CancellationToken ct)
    {
        await using var scope = As(job);
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        await using var transaction = await db.Begin(ct);
        await db.Execute(sql, values, ct);
        await transaction.CommitAsync(ct);
    }

    AsyncServiceScope As(string job)
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Caller>().BecomeJob(job.Split('/')[0]);
        return scope;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Job} could not do one of its items, attempt {Attempt}; the others go on")]
    static partial void ItemFailed(ILogger logger, string job, int attempt, Exception failure);

    const string Failures = "select item, attempts, due_at from due_failure where job = @Job";
    const string Failed = """
        insert into due_failure (job, item, failed_at, due_at, error) values (@Job, @Item, @Now, @DueAt, @Error)
        on conflict (job, item) do update set attempts = due_failure.attempts + 1, failed_at = @Now, due_at = @DueAt, error = @Error
        """;
    const string Done = "delete from due_failure where job = @Job and item = @Item";
}
