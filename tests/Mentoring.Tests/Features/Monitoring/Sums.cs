using Dapper;
using Mentoring.Api.Features.Monitoring;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Mentoring.Tests.Features.Monitoring;

/// <summary>Sums of what a fixture of another area does over the API: brought up to date, read as "numerator/denominator", reconciled.</summary>
public sealed class Sums(IServiceProvider services, NpgsqlConnection sql, DateOnly today)
{
    public DateOnly ThisMonth { get; } = new(today.Year, today.Month, 1);

    public DateOnly LastMonth => ThisMonth.AddMonths(-1);

    public async Task RollUp()
    {
        await services.GetRequiredService<OpenMonths>().Run(default);
        await services.GetRequiredService<RollUpStale>().Run(default);
    }

    /// <summary>After a roll-up, of this month.</summary>
    public async Task<string?> Now(Guid organization, string indicator)
    {
        await RollUp();
        return await Of(organization, ThisMonth, indicator);
    }

    public Task<string?> Of(Guid organization, DateOnly month, string indicator) => sql.QuerySingleOrDefaultAsync<string>("""
        select concat(trim_scale(numerator), '/', trim_scale(denominator)) from organization_indicator
         where organization_id = @organization and period = @month and indicator = @indicator
        """, new { organization, month, indicator });

    /// <summary>With the organizations that reported and were expected.</summary>
    public Task<string?> Of(string territory, string indicator) => sql.QuerySingleOrDefaultAsync<string>("""
        select concat(trim_scale(numerator), '/', trim_scale(denominator), ' ', organizations_reported, '/', organizations_expected)
          from territory_indicator where territory_code = @territory and period = @ThisMonth and indicator = @indicator
        """, new { territory, ThisMonth, indicator });

    /// <summary>Of marks that wait there is none: what was written concerns no sum.</summary>
    public Task<bool> AreMarked() => sql.ExecuteScalarAsync<bool>("select exists (select from indicator_stale)");

    /// <returns>How many sums differ from the facts, at any level.</returns>
    public async Task<long> Differences()
    {
        var id = await services.GetRequiredService<ReconcileIndicators>().Run(default);
        return await sql.ExecuteScalarAsync<long>("select differences from reconciliation where id = @id", new { id });
    }
}
