using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;

namespace Mentoring.Api.Platform;

/// <summary>What an antivirus says of a file.</summary>
public enum ScanVerdict { NotScanned, Clean, Infected }

/// <summary>The hook for an antivirus: asked about every file before it is kept.</summary>
public interface IFileScanner
{
    Task<ScanVerdict> Scan(byte[] content, CancellationToken ct);
}

/// <summary>No antivirus is configured: files are kept as not scanned.</summary>
public sealed class NoScanner : IFileScanner
{
    public Task<ScanVerdict> Scan(byte[] content, CancellationToken ct) => Task.FromResult(ScanVerdict.NotScanned);
}

/// <summary>ClamAV's daemon over TCP, by its INSTREAM command. While it cannot be asked, no file is accepted.</summary>
public sealed partial class ClamAv(string host, int port, ILogger<ClamAv> logger) : IFileScanner
{
    const int Chunk = 64 * 1024;
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public async Task<ScanVerdict> Scan(byte[] content, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Patience);
        try
        {
            var answer = await Ask(content, limit.Token);
            if (answer.EndsWith("FOUND", StringComparison.Ordinal)) return ScanVerdict.Infected;
            if (answer.EndsWith("OK", StringComparison.Ordinal)) return ScanVerdict.Clean;
            Unclear(logger, answer);
        }
        catch (Exception failure) when (failure is SocketException or IOException || failure is OperationCanceledException && !ct.IsCancellationRequested)
        {
            Unreachable(logger, failure.GetType().Name);
        }

        throw new Unavailable("file.scanner-down");
    }

    async Task<string> Ask(byte[] content, CancellationToken ct)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(host, port, ct);
        await using var stream = client.GetStream();
        await stream.WriteAsync("zINSTREAM\0"u8.ToArray(), ct);
        var length = new byte[4];
        for (var at = 0; at < content.Length; at += Chunk)
        {
            var size = Math.Min(Chunk, content.Length - at);
            BinaryPrimitives.WriteInt32BigEndian(length, size);
            await stream.WriteAsync(length, ct);
            await stream.WriteAsync(content.AsMemory(at, size), ct);
        }

        await stream.WriteAsync(new byte[4], ct);
        using var answer = new MemoryStream();
        await stream.CopyToAsync(answer, ct);
        return Encoding.ASCII.GetString(answer.ToArray()).TrimEnd('\0', '\n');
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The antivirus cannot be asked: {Failure}")]
    private static partial void Unreachable(ILogger logger, string failure);

    [LoggerMessage(Level = LogLevel.Error, Message = "The antivirus answered {Answer}")]
    private static partial void Unclear(ILogger logger, string answer);
}

public static class FileScanning
{
    /// <summary>ClamAV where <c>Antivirus:Host</c> names one.</summary>
    public static void AddFiles(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<Files>().AddScoped<FileRoom>().AddSingleton<StorageQuotas>().AddSingleton<StorageRoom>();
        var host = builder.Configuration["Antivirus:Host"];
        if (string.IsNullOrEmpty(host)) builder.Services.AddSingleton<IFileScanner, NoScanner>();
        else builder.Services.AddSingleton<IFileScanner>(services =>
            new ClamAv(host, builder.Configuration.GetValue("Antivirus:Port", 3310), services.GetRequiredService<ILogger<ClamAv>>()));
    }
}
