using Dapper;
using Npgsql;

namespace Mentoring.Api.Features.Monitoring;

/// <summary>
/// Computes every sum of the country from scratch, region by region: after a bulk load, after months were opened backwards,
/// or to repair what a reconciliation found.
/// </summary>
public sealed class FullRollUp(NpgsqlDataSource source, OpenMonths months, RollUp rollUp)
{
    public async Task Run(CancellationToken ct)
    {
        await months.Run(ct);
        foreach (var region in await Regions(source, ct)) await rollUp.Whole(region, ct);
        await rollUp.Upward(ct);
    }

    internal static async Task<IReadOnlyList<string>> Regions(NpgsqlDataSource source, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        return (await connection.QueryAsync<string>(new CommandDefinition(WithSums, cancellationToken: ct))).AsList();
    }

    /// <summary>Regions with organizations, or with sums that were left behind.</summary>
    const string WithSums = """
        select code from territory
         where level = 'Region' and (exists (select from organization where region_code = code) or exists (select from territory_indicator where territory_code = code))
         order by code
        """;
}
