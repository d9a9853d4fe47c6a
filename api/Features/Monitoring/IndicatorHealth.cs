using Dapper;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace Mentoring.Api.Features.Monitoring;

/// <summary>Degraded while the last reconciliation found sums that differ from the facts: still serving, but look.</summary>
public sealed class IndicatorHealth(NpgsqlDataSource source) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var results = await connection.QueryMultipleAsync(new CommandDefinition(Sql, cancellationToken: cancellationToken));
        await results.ReadAsync();
        return (await results.ReadAsync<long?>()).FirstOrDefault() > 0
            ? HealthCheckResult.Degraded("The last reconciliation found differences between sums and facts.")
            : HealthCheckResult.Healthy();
    }

    const string Sql = """
        select set_config('scope.system', 'on', true);
        select differences from reconciliation where finished_at is not null order by finished_at desc limit 1;
        """;
}
