using System.Diagnostics;
using FluentValidation;
using MediatR;

namespace Mentoring.Api.Platform;

/// <summary>Writes the name and the duration of every use case, never its payload.</summary>
public sealed partial class Log<TRequest, TResult>(ILogger<Log<TRequest, TResult>> logger) : IPipelineBehavior<TRequest, TResult>
    where TRequest : IRequest<TResult>
{
    public async Task<TResult> Handle(TRequest request, CancellationToken ct, RequestHandlerDelegate<TResult> next)
    {
        var name = Operations.NameOf(typeof(TRequest));
        using var activity = Telemetry.Source.StartActivity(name);
        var started = Stopwatch.GetTimestamp();
        try
        {
            return await next();
        }
        finally
        {
            Ran(logger, name, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Operation} took {Milliseconds:0.0} ms")]
    static partial void Ran(ILogger logger, string operation, double milliseconds);
}

/// <summary>Refuses a request that breaks its validator's rules.</summary>
public sealed class Validate<TRequest, TResult>(IEnumerable<IValidator<TRequest>> validators) : IPipelineBehavior<TRequest, TResult>
    where TRequest : IRequest<TResult>
{
    public async Task<TResult> Handle(TRequest request, CancellationToken ct, RequestHandlerDelegate<TResult> next)
    {
        foreach (var validator in validators)
        {
            var checkedRequest = await validator.ValidateAsync(request, ct);
            if (!checkedRequest.IsValid) throw new ValidationException(checkedRequest.Errors);
        }

        return await next();
    }
}

/// <summary>
/// Runs a command in one transaction: claim the idempotency key, run, append the audit entry, keep the answer, commit.
/// A key that was used before answers what was answered then, and runs nothing. A refusal rolls back, save one that counts.
/// </summary>
public sealed class Transact<TRequest, TResult>(Db db, Idempotency idempotency, Audit audit, StorageRoom room) : IPipelineBehavior<TRequest, TResult>
    where TRequest : IRequest<TResult>
{
    public async Task<TResult> Handle(TRequest request, CancellationToken ct, RequestHandlerDelegate<TResult> next)
    {
        if (request is not ICommand<TResult> || db.InTransaction) return await next();

        await room.RequireRoomForWrites(ct);
        await using var transaction = await db.Begin(ct);
        var claim = await idempotency.Claim<TRequest, TResult>(request, ct);
        if (claim.Replayed) return claim.Answer!;

        TResult answer;
        try
        {
            answer = await next();
        }
        catch (Problem refusal) when (refusal.Counted)
        {
            await transaction.CommitAsync(ct);
            throw;
        }

        await audit.Append(Operations.NameOf(typeof(TRequest)), ct);
        await idempotency.Keep(claim, answer, ct);
        await transaction.CommitAsync(ct);
        return answer;
    }
}
