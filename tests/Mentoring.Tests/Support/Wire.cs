using System.Net;
using System.Net.Sockets;

namespace Mentoring.Tests.Support;

/// <summary>
/// A wire to a server that can be frozen: connections are taken and nothing comes back, as from a machine that hangs.
/// </summary>
public sealed class Wire : IDisposable
{
    readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    readonly CancellationTokenSource _cut = new();
    readonly string _host;
    readonly int _port;
    TaskCompletionSource _flow = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Wire(string host, int port)
    {
        (_host, _port) = (host, port);
        _listener.Start();
        Thaw();
        _ = Serve();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public void Freeze() => _flow = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Thaw() => _flow.TrySetResult();

    public void Dispose()
    {
        _cut.Cancel();
        _listener.Dispose();
    }

    async Task Serve()
    {
        while (!_cut.IsCancellationRequested) _ = Join(await _listener.AcceptTcpClientAsync(_cut.Token));
    }

    async Task Join(TcpClient caller)
    {
        using var here = caller;
        using var there = new TcpClient();
        await there.ConnectAsync(_host, _port, _cut.Token);
        await Task.WhenAny(Pass(here, there), Pass(there, here));
    }

    async Task Pass(TcpClient from, TcpClient to)
    {
        var piece = new byte[8192];
        while (await from.GetStream().ReadAsync(piece, _cut.Token) is > 0 and var size)
        {
            await _flow.Task.WaitAsync(_cut.Token);
            await to.GetStream().WriteAsync(piece.AsMemory(0, size), _cut.Token);
        }
    }
}
