using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using MimeKit;

namespace Mentoring.Tests.Support;

/// <summary>A mail server that keeps what it is given: speaks enough SMTP (RFC 5321) for a real client.</summary>
public sealed class SmtpSink : IAsyncDisposable
{
    readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    readonly CancellationTokenSource _end = new();
    readonly ConcurrentQueue<(string To, MimeMessage Message)> _letters = new();
    readonly Task _serving;

    public SmtpSink()
    {
        _listener.Start();
        _serving = Serve();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Refuses whatever comes, as a server does that is overloaded.</summary>
    public bool Refuses { get; set; }

    public IReadOnlyList<(string To, MimeMessage Message)> Letters => [.. _letters];

    public void Clear() => _letters.Clear();

    async Task Serve()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_end.Token);
                await Talk(client.GetStream());
            }
        }
        catch (OperationCanceledException)
        {
        }
    }

    async Task Talk(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
        await using var writer = new StreamWriter(stream, System.Text.Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 sink");
        var to = "";
        while (await reader.ReadLineAsync(_end.Token) is { } line)
        {
            var verb = line.Split(' ', ':')[0].ToUpperInvariant();
            if (verb == "RCPT") to = line[(line.IndexOf('<') + 1)..line.IndexOf('>')];
            if (verb == "DATA")
            {
                await writer.WriteLineAsync("354 go on");
                _letters.Enqueue((to, await Read(reader)));
            }

            await writer.WriteLineAsync(verb switch
            {
                "QUIT" => "221 bye",
                "MAIL" when Refuses => "451 later",
                _ => "250 ok",
            });
            if (verb == "QUIT") return;
        }
    }

    async Task<MimeMessage> Read(StreamReader reader)
    {
        var text = new System.Text.StringBuilder();
        while (await reader.ReadLineAsync(_end.Token) is { } line and not ".") text.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        using var raw = new MemoryStream(System.Text.Encoding.Latin1.GetBytes(text.ToString()));
        return await MimeMessage.LoadAsync(raw, _end.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Dispose();
        await _serving;
        _end.Dispose();
    }
}
