using System.Runtime.CompilerServices;
using System.Threading.RateLimiting;
using MediatR;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Mentoring.Api.Platform;

/// <summary>
/// The one place from which the product streams. A stream that waits holds its socket and nothing else: news come through
/// the process's one listener, and each state is read with a connection that is given back at once. Rights are asked again
/// at every piece of news and every few seconds, so a stream ends soon after its caller's right, token or session does.
/// How many a caller and a process may have open is limited.
/// </summary>
public sealed partial class Streams(
    News news, Access access, IServiceScopeFactory scopes, IConfiguration configuration, IHostApplicationLifetime process, TimeProvider time,
    ILogger<Streams> logger)
    : IDisposable
{
    /// <summary>Connections that all streams of the process together use at the most, however many one piece of news wakes.</summary>
    const int ReadsAtOnce = 8;

    /// <summary>After how many seconds a caller who has too many may try again.</summary>
    const int ComeBackAfter = 30;

    readonly TimeSpan _check = TimeSpan.FromSeconds(configuration.GetValue("Streams:CheckSeconds", 10));
    readonly ConcurrencyLimiter _reads = new(new() { PermitLimit = ReadsAtOnce, QueueLimit = int.MaxValue });
    readonly ConcurrencyLimiter _ofProcess = new(new() { PermitLimit = configuration.GetValue("Streams:PerProcess", 2000) });
    readonly PartitionedRateLimiter<string> _ofCaller = PartitionedRateLimiter.Create<string, string>(caller =>
        RateLimitPartition.GetConcurrencyLimiter(caller, _ => new() { PermitLimit = configuration.GetValue("Streams:PerCaller", 20) }));

    /// <summary>Streams what <paramref name="query"/> answers, now and at every piece of news of the topic, as server-sent events.</summary>
    /// <param name="name">Of the events.</param>
    /// <param name="isLast">After such a state nothing more will come.</param>
    /// <exception cref="NotFound">Before the stream begins: what is absent answers 404 as everywhere.</exception>
    /// <exception cref="TooMany">The caller or the process has as many streams as it may.</exception>
    public async Task<ServerSentEventsResult<T>> Open<T>(HttpContext http, string topic, string name, IQuery<T> query, Func<T, bool> isLast) where T : class
    {
        if (!Take(http, _ofCaller.AttemptAcquire(RateLimits.Client(http)))) throw new TooMany("stream.too-many-of-caller", ComeBackAfter);
        if (!Take(http, _ofProcess.AttemptAcquire())) throw new TooMany("stream.too-many-of-process", ComeBackAfter);
        await http.RequestServices.GetRequiredService<IMediator>().Send(query, http.RequestAborted);
        return TypedResults.ServerSentEvents(States(http, topic, query, isLast, http.RequestAborted), name);
    }

    public void Dispose()
    {
        _reads.Dispose();
        _ofProcess.Dispose();
        _ofCaller.Dispose();
    }

    /// <summary>The place is given back when the request ends, however it does.</summary>
    static bool Take(HttpContext http, RateLimitLease place)
    {
        http.Response.RegisterForDispose(place);
        return place.IsAcquired;
    }

    async IAsyncEnumerable<T> States<T>(
        HttpContext http, string topic, IQuery<T> query, Func<T, bool> isLast, [EnumeratorCancellation] CancellationToken ct) where T : class
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(ct, process.ApplicationStopping);
        var expires = http.Features.Get<IAuthenticateResultFeature>()?.AuthenticateResult?.Properties?.ExpiresUtc;
        var rights = new Rights();
        await foreach (var told in news.Of(topic, _check, end.Token))
        {
            if (expires + Tokens.ClockSkew < time.GetUtcNow()) yield break;
            var state = await Look(http, query, rights, told, end.Token);
            if (state is not null) yield return state;
            if (rights.Ended || (state is not null && isLast(state))) yield break;
        }
    }

    /// <summary>What a stream's caller may see, as it was last asked.</summary>
    sealed class Rights
    {
        public IReadOnlyList<(string, string)> Reach { get; set; } = [];

        public bool Ended { get; set; }
    }

    /// <returns>The state as the caller may see it now; null when nothing is new, or when the right has ended.</returns>
    async Task<T?> Look<T>(HttpContext http, IQuery<T> query, Rights rights, bool told, CancellationToken ct) where T : class
    {
        var operation = http.GetEndpoint()!.Metadata.GetRequiredMetadata<OperationMetadata>();
        try
        {
            using var turn = await _reads.AcquireAsync(cancellationToken: ct);
            await using var scope = scopes.CreateAsyncScope();
            var caller = scope.ServiceProvider.GetRequiredService<Caller>();
            await access.Admit(http, caller, operation.Permission);
            if (!told && caller.Scope.Settings.SequenceEqual(rights.Reach)) return null;
            rights.Reach = caller.Scope.Settings;
            return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(query, ct);
        }
        catch (Exception end) when (end is NotFound or Unauthorized or Problem or OperationCanceledException)
        {
            rights.Ended = true;
        }
        catch (NpgsqlException failure)
        {
            // The answer has begun, so it can only end; whoever listens opens it again and is told what is the matter.
            Failed(logger, operation.Name, failure.Message);
            rights.Ended = true;
        }

        return null;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A stream of {Operation} ended because the database failed: {Reason}")]
    static partial void Failed(ILogger logger, string operation, string reason);
}
