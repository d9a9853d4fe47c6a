using Dapper;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace Mentoring.Api.Platform;

/// <summary>Live: the process answers. Ready: all of it has started, and the database answers too.</summary>
public static class Health
{
    /// <summary>How long a check may take: less than what asks for it waits.</summary>
    static readonly TimeSpan Longest = TimeSpan.FromSeconds(3);

    public static void AddHealth(this WebApplicationBuilder builder, string connectionString)
    {
        builder.Services.AddSingleton(_ => new HealthDatabase(connectionString));
        builder.Services.AddHealthChecks().AddCheck<DatabaseHealth>("database").AddCheck<StartHealth>("start");
        // Those of the features too.
        builder.Services.PostConfigure<HealthCheckServiceOptions>(options =>
        {
            foreach (var check in options.Registrations) check.Timeout = Longest;
        });
    }

    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready").AllowAnonymous();
    }

    /// <summary>What the container's health check runs: asks the process beside it whether it is ready.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> Probe()
    {
        var port = Environment.GetEnvironmentVariable("ASPNETCORE_HTTP_PORTS") ?? "8080";
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(4) };
        try
        {
            return (await client.GetAsync(new Uri($"http://127.0.0.1:{port}/health/ready"))).IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException)
        {
            return 1;
        }
    }
}

/// <summary>
/// A connection of its own for questions about health: they are answered while callers use up all others, and never hang on
/// a database that is there and says nothing.
/// </summary>
public sealed class HealthDatabase(string connectionString) : IAsyncDisposable
{
    const int Seconds = 3;

    readonly NpgsqlDataSource _source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString)
    {
        MinPoolSize = 0, MaxPoolSize = 1, Timeout = Seconds, CommandTimeout = Seconds, MaxAutoPrepare = 0,
    });

    /// <summary>Reads with the rights of the platform. Does not wait for the driver to give up once <paramref name="ct"/> is cancelled.</summary>
    public Task<IReadOnlyList<T>> List<T>(string sql, CancellationToken ct) => Read<T>(sql, ct).WaitAsync(ct);

    /// <summary>Lets go of the connection: the next question opens another one.</summary>
    public void Clear() => _source.Clear();

    public ValueTask DisposeAsync() => _source.DisposeAsync();

    async Task<IReadOnlyList<T>> Read<T>(string sql, CancellationToken ct)
    {
        await using var connection = await _source.OpenConnectionAsync(ct);
        var command = new CommandDefinition($"select set_config('scope.system', 'on', true);\n{sql}", cancellationToken: ct);
        await using var results = await connection.QueryMultipleAsync(command);
        await results.ReadAsync();
        return (await results.ReadAsync<T>()).AsList();
    }
}

/// <summary>What starts does so side by side, the server that takes requests too: nobody is sent here before the last has started.</summary>
public sealed class StartHealth(IHostApplicationLifetime lifetime) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
        lifetime.ApplicationStarted.IsCancellationRequested ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The process is still starting."));
}

public sealed class DatabaseHealth(HealthDatabase database) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await database.List<int>("select 1", cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (NpgsqlException)
        {
            return HealthCheckResult.Unhealthy("The database does not answer.");
        }
    }
}
