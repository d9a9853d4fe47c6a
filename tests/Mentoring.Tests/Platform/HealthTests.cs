using Mentoring.Api.Hosting;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Mentoring.Tests.Platform;

/// <summary>Readiness while the database hangs, and while callers have taken every connection.</summary>
[NonParallelizable]
public sealed class HealthTests : ApiTest
{
    const int Connections = 3;

    /// <summary>Whoever watches processes gives up before; an answer that hangs would not come in this time either.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    Wire _wire = null!;

    protected override void Configure(IWebHostBuilder host) => host.ConfigureTestServices(services =>
    {
        services.AddSingleton(provider => NpgsqlDataSource.Create($"{Wired(provider)};Maximum Pool Size={Connections};Timeout=15"));
        services.AddSingleton(provider => new HealthDatabase(Wired(provider)));
    });

    [OneTimeTearDown]
    public void Cut() => _wire.Dispose();

    [Test]
    public async Task A_database_that_hangs_is_told_in_time_and_so_is_its_return()
    {
        using var client = Anonymous();
        client.Timeout = Patience;
        await client.GetAsync("/health/ready").Gives(200);
        _wire.Freeze();
        try
        {
            for (var attempt = 0; attempt < 3; attempt++) await client.GetAsync("/health/ready").Gives(503);
            await client.GetAsync("/health/live").Gives(200);
        }
        finally
        {
            _wire.Thaw();
        }

        await Eventually.Holds(async () => (await client.GetAsync("/health/ready")).IsSuccessStatusCode, "ready again");
    }

    [Test]
    public async Task Callers_who_hold_every_connection_do_not_make_it_unready()
    {
        var source = Services.GetRequiredService<NpgsqlDataSource>();
        var held = new List<NpgsqlConnection>();
        try
        {
            // One is the listener's for news.
            for (var i = 0; i < Connections - 1; i++) held.Add(await source.OpenConnectionAsync());
            using var client = Anonymous();
            client.Timeout = Patience;
            await client.GetAsync("/health/ready").Gives(200);
        }
        finally
        {
            foreach (var connection in held) await connection.DisposeAsync();
        }
    }

    string Wired(IServiceProvider provider)
    {
        var app = new NpgsqlConnectionStringBuilder(provider.GetRequiredService<Database>().AppConnectionString);
        _wire ??= new Wire(app.Host!, app.Port);
        app.Port = _wire.Port;
        return app.ConnectionString;
    }
}
