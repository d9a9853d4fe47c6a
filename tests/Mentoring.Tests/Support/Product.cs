using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Mentoring.Tests.Support;

/// <summary>The product as people start it: a process of its own, with the web client, jobs and demo data as asked.</summary>
public sealed class Product : IAsyncDisposable
{
    static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(3);

    readonly Process _process;
    readonly ConcurrentQueue<string> _output;

    Product(Process process, Uri address, ConcurrentQueue<string> output) => (_process, Address, _output) = (process, address, output);

    public Uri Address { get; }

    /// <summary>What it printed so far.</summary>
    public string Output => string.Join('\n', _output);

    /// <param name="database">The owner's connection string.</param>
    public static async Task<Product> Start(string database, params (string Name, string Value)[] settings)
    {
        var assembly = typeof(Program).Assembly.Location;
        var address = new Uri($"http://localhost:{FreePort()}");
        var start = new ProcessStartInfo("dotnet", [assembly, "--urls", address.ToString()])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Repository.At("api"),
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ConnectionStrings__Mentoring"] = database;
        start.Environment["RateLimit__RequestsPerMinute"] = "100000";
        start.Environment["RateLimit__SecretsPerMinute"] = "100000";
        foreach (var (name, value) in settings) start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;

        var output = new ConcurrentQueue<string>();
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => output.Enqueue(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => output.Enqueue(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var product = new Product(process, address, output);
        await product.Ready();
        return product;
    }

    public HttpClient Client() => new() { BaseAddress = Address, DefaultRequestHeaders = { { "Accept-Language", "en" } } };

    /// <summary>What a power cut does to it.</summary>
    public async Task KillNine()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) await KillNine();
        _process.Dispose();
    }

    async Task Ready()
    {
        using var client = Client();
        var watch = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                if ((await client.GetAsync("/health/ready")).IsSuccessStatusCode) return;
            }
            catch (HttpRequestException)
            {
                if (_process.HasExited || watch.Elapsed > LongestStart) Assert.Fail($"The product did not start:\n{Output}");
            }

            await Task.Delay(100);
        }
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
