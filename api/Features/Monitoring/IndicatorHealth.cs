using Mentoring.Api.Platform;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Mentoring.Api.Features.Monitoring;

/// <summary>Degraded while the last reconciliation found sums that differ from the facts: still serving, but look.</summary>
public sealed class IndicatorHealth(HealthDatabase database) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        (await database.List<long?>(Sql, cancellationToken)).FirstOrDefault() > 0
            ? HealthCheckResult.Degraded("The last reconciliation found differences between sums and facts.")
            : HealthCheckResult.Healthy();

    const string Sql = "select differences from reconciliation where finished_at is not null order by finished_at desc limit 1";
}
