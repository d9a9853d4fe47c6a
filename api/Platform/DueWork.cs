using System.Text.Json;
using MediatR;

namespace Mentoring.Api.Platform;

/// <summary>
/// How a job works that does what the days have brought: it finds what is due and sends one command for each, in a scope and
/// a transaction of its own. One that fails takes nothing else along, whatever it fails with: it is noted, waits longer each
/// time, and is told of by <see cref="JobsHealth"/> when it fails again and again.
/// </summary>
public sealed partial class DueWork(IServiceScopeFactory scopes, TimeProvider time, ILogger<DueWork> logger)
{
    static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    sealed record Failure(string Item, int Attempts, DateTime DueAt);

    /// <param name="job">Under this name the audit log keeps what was done.</param>
    /// <param name="sql">Finds what is due at <c>@Now</c>.</param>
    /// <param name="command">Null where nothing is to be done after all. Holds keys and days, nothing personal: it is noted if it fails.</param>
    public async Task Each<TDue, TAnswer>(string job, string sql, Func<TDue, ICommand<TAnswer>?> command, CancellationToken ct)
    {
        var failures = (await Read<Failure>(job, Failures, ct)).ToDictionary(failure => failure.Item);
        foreach (var due in await Read<TDue>(job, sql, ct))
        {
            if (command(due) is not { } step) continue;
            var item = JsonSerializer.Serialize(step, step.GetType());
            var failure = failures.GetValueOrDefault(item);
            if (failure?.DueAt > Now) continue;

            var error = await Try(job, step, (failure?.Attempts ?? 0) + 1, ct);
            if (error is not null) await Write(job, Failed, new { Job = job, Item = item, Now, DueAt = Now + Wait(failure?.Attempts ?? 0), Error = error }, ct);
            else if (failure is not null) await Write(job, Done, new { Job = job, Item = item }, ct);
        }
    }

    DateTime Now => time.GetUtcNow().UtcDateTime;

    static TimeSpan Wait(int attempts) => TimeSpan.FromMinutes(Math.Min(LongestWait.TotalMinutes, 1 << Math.Min(attempts, 11)));

    /// <returns>What it failed with, in no words of the data; null when it is done or need not be.</returns>
    async Task<string?> Try<TAnswer>(string job, ICommand<TAnswer> command, int attempt, CancellationToken ct)
    {
        try
        {
            await using var scope = As(job);
            await scope.ServiceProvider.GetRequiredService<IMediator>().Send(command, ct);
            return null;
        }
        catch (RuleViolation)
        {
            // A person or another worker took the step first.
            return null;
        }
        catch (Exception failure) when (failure is not OperationCanceledException && !DatabaseFailure.IsUnavailable(failure))
        {
            ItemFailed(logger, job, attempt, failure);
            return DatabaseFailure.Name(failure);
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
        scope.ServiceProvider.GetRequiredService<Caller>().BecomeJob(job);
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
