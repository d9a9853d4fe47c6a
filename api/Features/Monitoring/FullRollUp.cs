using Dapper;
using Npgsql;

namespace Mentoring.Api.Features.Monitoring;

/// <summary>
/// Computes every sum of the country from scratch, region by region: after a bulk load, after months were opened backwards,
/// or to repair what a reconciliation found. Small regions go together, since each transaction costs more than they do.
/// </summary>
public sealed class FullRollUp(NpgsqlDataSource source, OpenMonths months, RollUp rollUp)
{
    /// <summary>So many organizations at most are computed in one transaction, unless a region has more.</summary>
    const int Together = 1000;

    /// <summary>Regions never meet on a row.</summary>
    const int Workers = 2;

    public sealed record Size(string Code, int Organizations);

    public async Task Run(CancellationToken ct)
    {
        await months.Run(ct);
        var atOnce = new ParallelOptions { MaxDegreeOfParallelism = Workers, CancellationToken = ct };
        await Parallel.ForEachAsync(Batches(await Sizes(source, ct), Together), atOnce, async (regions, stop) => await rollUp.Whole(regions, stop));
        await rollUp.Upward(ct);
    }

    internal static async Task<IReadOnlyList<string>> Regions(NpgsqlDataSource source, CancellationToken ct) =>
        [.. (await Sizes(source, ct)).Select(region => region.Code)];

    /// <summary>Neighbours in the order of their codes, so that whoever does the same holds the regions in the same order.</summary>
    public static IReadOnlyList<string[]> Batches(IEnumerable<Size> regions, int together)
    {
        var (batches, batch, taken) = (new List<string[]>(), new List<string>(), 0);
        foreach (var (code, organizations) in regions)
        {
            if (batch.Count > 0 && taken + organizations > together)
            {
                batches.Add([.. batch]);
                (batch, taken) = ([], 0);
            }

            batch.Add(code);
            taken += organizations;
        }

        return batch.Count > 0 ? [.. batches, [.. batch]] : batches;
    }

    static async Task<IReadOnlyList<Size>> Sizes(NpgsqlDataSource source, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        return (await connection.QueryAsync<Size>(new CommandDefinition(WithSums, cancellationToken: ct))).AsList();
    }

    /// <summary>Regions with organizations, or with sums that were left behind.</summary>
    const string WithSums = """
        select t.code, (select count(*)::int from organization o where o.region_code = t.code) organizations
          from territory t
         where t.level = 'Region' and (exists (select from organization where region_code = t.code)
               or exists (select from territory_indicator where territory_code = t.code))
         order by t.code
        """;
}
