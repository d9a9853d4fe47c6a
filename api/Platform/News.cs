using System.Collections.Concurrent;
using System.Threading.Channels;
using Npgsql;

namespace Mentoring.Api.Platform;

/// <summary>
/// News travels by LISTEN/NOTIFY, so that any API process can tell its callers what any worker does. The payload names the
/// topic alone; whoever listens reads the state from its row.
/// </summary>
public sealed partial class News(NpgsqlDataSource source, ILogger<News> logger) : BackgroundService
{
    readonly ConcurrentDictionary<Channel<bool>, string> _listeners = new();

    /// <summary>
    /// Wakes at every piece of news of the topic (bursts are one), at once at the start, and when it was <paramref name="quiet"/>
    /// for so long. Ends when it is cancelled.
    /// </summary>
    /// <returns>Whether there was news.</returns>
    public async IAsyncEnumerable<bool> Of(string topic, TimeSpan quiet, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        var mailbox = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        _listeners[mailbox] = topic;
        try
        {
            for (var news = true; !ct.IsCancellationRequested; news = await Wait(mailbox.Reader, quiet, ct)) yield return news;
        }
        finally
        {
            _listeners.TryRemove(mailbox, out _);
        }
    }

    static async Task<bool> Wait(ChannelReader<bool> mailbox, TimeSpan quiet, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(quiet);
        try
        {
            return await mailbox.ReadAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>Tells the topic's listeners when the transaction commits.</summary>
    public static Task Tell(Db db, string topic, CancellationToken ct) => db.List<string>("select pg_notify('news', @topic)::text", new { topic }, ct);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var connection = await source.OpenConnectionAsync(stoppingToken);
                connection.Notification += (_, told) => Deliver(told.Channel == "news" ? told.Payload : told.Channel);
                await using (var listen = new NpgsqlCommand("listen news; listen outbox", connection)) await listen.ExecuteNonQueryAsync(stoppingToken);
                foreach (var topic in _listeners.Values.Distinct()) Deliver(topic);
                while (true) await connection.WaitAsync(stoppingToken);
            }
            catch (Exception lost) when (lost is NpgsqlException or IOException)
            {
                ConnectionLost(logger, lost.Message);
                await Task.Delay(TimeSpan.FromSeconds(1), stoppingToken);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    void Deliver(string topic)
    {
        foreach (var (mailbox, wanted) in _listeners)
            if (wanted == topic) mailbox.Writer.TryWrite(true);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The news connection was lost and is opened again: {Reason}")]
    static partial void ConnectionLost(ILogger logger, string reason);
}
