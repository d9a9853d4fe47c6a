using System.Diagnostics;
using System.Net.Http.Headers;

namespace Mentoring.Benchmarks;

/// <summary>What a server did under load. Times are milliseconds.</summary>
/// <param name="Server">Processor time of a request in the server: what other work on the machine disturbs least.</param>
/// <param name="Database">Processor time of a request in the database.</param>
public sealed record Figures(double PerSecond, double P50, double P99, double Server, double Database, int Bytes)
{
    public static Figures Rate(double perSecond) => new(perSecond, double.NaN, double.NaN, double.NaN, double.NaN, 0);
}

/// <summary>A closed loop: as many connections as given, each sends its next request when the last one was answered.</summary>
public static class Load
{
    public static async Task<Figures> Run(Uri address, string token, int connections, TimeSpan time, Func<(TimeSpan Server, TimeSpan Database)> processor)
    {
        using var handler = new SocketsHttpHandler { MaxConnectionsPerServer = connections, PooledConnectionLifetime = Timeout.InfiniteTimeSpan };
        using var client = new HttpClient(handler);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);

        var bytes = (await client.GetByteArrayAsync(address)).Length;
        var spent = processor();
        var started = Stopwatch.GetTimestamp();
        var loops = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Loop(client, address, started, time)));
        var elapsed = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var now = processor();
        var times = loops.SelectMany(t => t).Order().ToArray();
        return new Figures(times.Length / elapsed, times[times.Length / 2], times[(int)(times.Length * 0.99)],
            (now.Server - spent.Server).TotalMilliseconds / times.Length, (now.Database - spent.Database).TotalMilliseconds / times.Length, bytes);
    }

    static async Task<List<double>> Loop(HttpClient client, Uri address, long started, TimeSpan time)
    {
        var times = new List<double>(10_000);
        while (Stopwatch.GetElapsedTime(started) < time)
        {
            var sent = Stopwatch.GetTimestamp();
            using var answer = await client.GetAsync(address);
            answer.EnsureSuccessStatusCode();
            await answer.Content.CopyToAsync(Stream.Null);
            times.Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
        }

        return times;
    }
}
