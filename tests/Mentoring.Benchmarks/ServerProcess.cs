using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Mentoring.Benchmarks;

/// <summary>A server in a process of its own, so that its memory is its own and the measuring does not run inside it.</summary>
public sealed class ServerProcess : IAsyncDisposable
{
    readonly Process _process;

    ServerProcess(Process process, Uri address)
    {
        _process = process;
        Address = address;
    }

    public Uri Address { get; }

    /// <summary>Resident memory now, MB.</summary>
    public double Memory => Status("VmRSS");

    /// <summary>The largest resident memory since the start or the last <see cref="ForgetPeak"/>, MB.</summary>
    public double PeakMemory => Status("VmHWM");

    /// <summary>Processor time since the start.</summary>
    public TimeSpan Processor => _process.TotalProcessorTime;

    public void ForgetPeak() => File.WriteAllText($"/proc/{_process.Id}/clear_refs", "5");

    public static async Task<ServerProcess> Start(string assembly, string arguments, IReadOnlyDictionary<string, string> environment, string ready)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo("dotnet", $"\"{assembly}\" {arguments}")
        {
            UseShellExecute = false, RedirectStandardOutput = true,
            WorkingDirectory = Path.GetDirectoryName(assembly)!
        };
        start.Environment["ASPNETCORE_URLS"] = address.ToString();
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        foreach (var (name, value) in environment) start.Environment[name] = value;
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        using var client = new HttpClient();
        for (var tries = 0; ; tries++)
        {
            try
            {
                (await client.GetAsync(new Uri(address, ready))).EnsureSuccessStatusCode();
                return new ServerProcess(process, address);
            }
            catch (HttpRequestException) when (tries < 300 && !process.HasExited)
            {
                await Task.Delay(200);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    double Status(string field)
    {
        var line = File.ReadLines($"/proc/{_process.Id}/status").First(l => l.StartsWith(field, StringComparison.Ordinal));
        return double.Parse(line.Split(' ', '\t').First(part => part.Length > 0 && char.IsDigit(part[0])), CultureInfo.InvariantCulture) / 1024;
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
