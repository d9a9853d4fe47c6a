using System.Collections.Concurrent;
using Hangfire.Logging;
using Mentoring.Api.Platform;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Mentoring.Tests.Support;

/// <summary>
/// The API in this process, on a database of its own. To start one takes seconds of the processor, so that fixtures which
/// change nothing in its making rent one after another: each finds the database as it was after the start, the caches
/// empty, the product's background work begun anew and the clock its own.
/// </summary>
public sealed class ApiHost : IAsyncDisposable
{
    static readonly ConcurrentBag<ApiHost> s_waiting = [];
    static readonly Lock s_start = new();

    readonly WebApplicationFactory<Program> _api;
    readonly LentClock _clock;
    readonly Answered _answered = new();
    string? _afterStart;

    ApiHost(string database, TimeProvider time, Action<IWebHostBuilder> configure)
    {
        Database = database;
        _clock = new LentClock(time);
        _api = new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
        {
            host.UseSetting("ConnectionStrings:Mentoring", database);
            host.UseSetting("Jobs:Enabled", "False");
            host.UseSetting("RateLimit:RequestsPerMinute", "100000");
            host.UseSetting("RateLimit:SecretsPerMinute", "100000");
            // Tests sign years after their tokens were made, by clocks that they move; how fresh a sign-in has to be, a fixture of its own says.
            host.UseSetting("Identity:ConfirmationMinutes", "100000000");
            host.ConfigureLogging(logging => logging.ClearProviders().AddProvider(new Failures()));
            host.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(_clock).AddSingleton<IStartupFilter>(_answered));
            configure(host);
        });
    }

    /// <summary>The owner's connection string.</summary>
    public string Database { get; }

    /// <summary>The operations that have answered its renter with success.</summary>
    public ICollection<string> Answered => _answered.Operations;

    /// <summary>Starts the API when it does not run yet; one at a time, since Hangfire hands its storage over in a static field.</summary>
    public IServiceProvider Services
    {
        get
        {
            lock (s_start) return _api.Services;
        }
    }

    public HttpClient Client()
    {
        _ = Services;
        return _api.CreateClient(new() { AllowAutoRedirect = false });
    }

    /// <summary>One that is made for the renter alone, and starts when it is first asked for something.</summary>
    public static ApiHost Own(string database, TimeProvider time, Action<IWebHostBuilder> configure) => new(database, time, configure);

    /// <summary>One that a fixture before may have used.</summary>
    public static async Task<ApiHost> Rent(TimeProvider time)
    {
        if (!s_waiting.TryTake(out var host)) host = Own(await TestDatabase.Copy(), time, api => api.ConfigureTestServices(ToBeLent));
        host._clock.Lent = time;
        await host.Renew();
        host._answered.Forget();
        return host;
    }

    static void ToBeLent(IServiceCollection services)
    {
        TestTokens.Trust(services);
        // Work that is stopped between two fixtures may take it as a failure.
        services.Configure<HostOptions>(host => host.BackgroundServiceExceptionBehavior = BackgroundServiceExceptionBehavior.Ignore);
    }

    /// <summary>For the next fixture.</summary>
    public void Return()
    {
        _clock.Lent = TimeProvider.System;
        s_waiting.Add(this);
    }

    public static async Task StopAll()
    {
        while (s_waiting.TryTake(out var host)) await host.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        // Hangfire writes to the log of the API that started last, and those that go on would meet a closed one.
        LogProvider.SetCurrentLogProvider(null);
        await _api.DisposeAsync();
        ForgetConnections();
        await TestDatabase.Drop(Database);
        if (_afterStart is not null) await TestDatabase.Drop(_afterStart);
    }

    /// <summary>
    /// As a restart would, without making everything again: nothing works, nothing is remembered, and the database is the one
    /// that the start left, with its keys and its own client.
    /// </summary>
    async Task Renew()
    {
        var background = Services.GetServices<IHostedService>().OfType<BackgroundService>().ToList();
        foreach (var service in background) await service.StopAsync(CancellationToken.None);
        ((MemoryCache)Services.GetRequiredService<IMemoryCache>()).Clear();
        if (_afterStart is null)
        {
            // The provider makes its keys when they are first asked for, and the API keeps them from then on.
            await Client().GetAsync("/.well-known/jwks");
            LetGo();
            _afterStart = await TestDatabase.SetAside(Database);
        }

        LetGo();
        await TestDatabase.Renew(Database, _afterStart);
        foreach (var service in background) await service.StartAsync(CancellationToken.None);
    }

    /// <summary>The owner's, those of the API and those of Hangfire, which has a pool of its own.</summary>
    void ForgetConnections()
    {
        using var owner = new NpgsqlConnection(Database);
        using var app = new NpgsqlConnection(Mentoring.Api.Hosting.Database.AsApp(Database).ConnectionString);
        NpgsqlConnection.ClearPool(owner);
        NpgsqlConnection.ClearPool(app);
    }

    /// <summary>Of the running API too.</summary>
    void LetGo()
    {
        Services.GetRequiredService<NpgsqlDataSource>().Clear();
        Services.GetRequiredService<HealthDatabase>().Clear();
        ForgetConnections();
    }

    /// <summary>The clock of the fixture that rents the API.</summary>
    sealed class LentClock(TimeProvider time) : TimeProvider
    {
        public TimeProvider Lent { get; set; } = time;

        public override TimeZoneInfo LocalTimeZone => Lent.LocalTimeZone;

        public override long TimestampFrequency => Lent.TimestampFrequency;

        public override DateTimeOffset GetUtcNow() => Lent.GetUtcNow();

        public override long GetTimestamp() => Lent.GetTimestamp();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            Lent.CreateTimer(callback, state, dueTime, period);
    }
}
