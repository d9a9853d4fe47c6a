using MediatR;

namespace Mentoring.Api.Platform;

/// <summary>
/// How a job works that does what the days have brought: it finds what is due and sends one command for each, in a scope and
/// a transaction of its own, so that one that fails takes nothing else along.
/// </summary>
public sealed class DueWork(IServiceScopeFactory scopes, TimeProvider time)
{
    /// <param name="job">Under this name the audit log keeps what was done.</param>
    /// <param name="sql">Finds what is due at <c>@Now</c>.</param>
    /// <param name="command">Null where nothing is to be done after all.</param>
    public async Task Each<TDue, TAnswer>(string job, string sql, Func<TDue, ICommand<TAnswer>?> command, CancellationToken ct)
    {
        foreach (var due in await Find<TDue>(job, sql, ct))
            if (command(due) is { } step) await Send(job, step, ct);
    }

    async Task<IReadOnlyList<TDue>> Find<TDue>(string job, string sql, CancellationToken ct)
    {
        await using var scope = As(job);
        return await scope.ServiceProvider.GetRequiredService<Db>().List<TDue>(sql, new { Now = time.GetUtcNow().UtcDateTime }, ct);
    }

    async Task Send<TAnswer>(string job, ICommand<TAnswer> command, CancellationToken ct)
    {
        try
        {
            await using var scope = As(job);
            await scope.ServiceProvider.GetRequiredService<IMediator>().Send(command, ct);
        }
        catch (RuleViolation)
        {
            // A person or another worker took the step first.
        }
    }

    AsyncServiceScope As(string job)
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Caller>().BecomeJob(job);
        return scope;
    }
}
