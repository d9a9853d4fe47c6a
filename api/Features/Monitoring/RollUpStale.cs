using Dapper;
using Mentoring.Api.Platform;
using Npgsql;

namespace Mentoring.Api.Features.Monitoring;

/// <summary>
/// The job that brings the sums up to date with what was marked since; any number of workers may run it at once. A region that
/// fails holds up no other.
/// </summary>
public sealed partial class RollUpStale(NpgsqlDataSource source, RollUp rollUp, ILogger<RollUpStale> logger)
{
    public async Task Run(CancellationToken ct)
    {
        foreach (var region in await Marked(ct)) await Try(region, ct);

        // Also when this run took nothing: a worker may have died after its batch and before this step.
        await rollUp.Upward(ct);
    }

    async Task Try(string region, CancellationToken ct)
    {
        try
        {
            while (await rollUp.Stale(region, ct))
            {
            }
        }
        catch (Exception failure) when (failure is not OperationCanceledException && !DatabaseFailure.IsUnavailable(failure))
        {
            // Its marks stay, so that the next run tries again.
            RegionFailed(logger, region, failure);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The sums of region {Region} could not be brought up to date; the other regions go on")]
    static partial void RegionFailed(ILogger logger, string region, Exception failure);

    /// <summary>In an order of chance, so that workers who start together do not queue up at the same region.</summary>
    async Task<IReadOnlyList<string>> Marked(CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var rows = await connection.QueryMultipleAsync(new CommandDefinition(Sql, cancellationToken: ct));
        await rows.ReadAsync();
        return (await rows.ReadAsync<string>()).AsList();
    }

    const string Sql = """
        select set_config('scope.system', 'on', true);
        select t.code from territory t where t.level = 'Region' and exists (select from indicator_stale s where s.region_code = t.code) order by random();
        """;
}
