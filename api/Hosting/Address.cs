using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Mentoring.Api.Hosting;

/// <summary>Where the product is reached: decided and tried before anything slow is done, told when all is ready.</summary>
public static class Address
{
    const string Default = "http://localhost:5080";

    /// <summary>Sets the default address, refuses one that is taken, and has it printed when the product serves.</summary>
    public static void PrepareAddress(this WebApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        string[] settings = ["urls", "http_ports", "https_ports", "Kestrel:Endpoints"];
        if (!settings.Any(setting => configuration.GetSection(setting).Exists())) builder.WebHost.UseUrls(Default);

        foreach (var url in (configuration["urls"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            RefuseTaken(BindingAddress.Parse(url));
        builder.Services.AddHostedService<Announcement>();
    }

    static void RefuseTaken(BindingAddress address)
    {
        if (address.IsUnixPipe || address.IsNamedPipe || address.Port == 0) return;
        var host = IPAddress.TryParse(address.Host, out var given) ? given
            : string.Equals(address.Host, "localhost", StringComparison.OrdinalIgnoreCase) ? IPAddress.Loopback
            : IPAddress.Any;
        try
        {
            using var listener = new TcpListener(host, address.Port);
            listener.Start();
        }
        catch (SocketException taken) when (taken.SocketErrorCode is SocketError.AddressAlreadyInUse or SocketError.AccessDenied)
        {
            var why = taken.SocketErrorCode == SocketError.AccessDenied ? "may not be used by this user" : "is already taken by another program";
            throw new HostingProblem(string.Create(CultureInfo.InvariantCulture,
                $"Port {address.Port} {why}: stop that program, or choose another address with --urls http://localhost:{address.Port + 1}."), taken);
        }
    }

    sealed class Announcement(IServer server) : IHostedLifecycleService
    {
        public Task StartedAsync(CancellationToken cancellationToken)
        {
            foreach (var url in server.Features.Get<IServerAddressesFeature>()?.Addresses ?? []) Phases.Console.Say($"Mentoring  {url}");
            return Task.CompletedTask;
        }

        public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;
        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;
        public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;
        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
        public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
