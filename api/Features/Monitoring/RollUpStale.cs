using Dapper;
using Npgsql;

namespace Mentoring.Api.Features.Monitoring;

/// <summary>The job that brings the sums up to date with what was marked since; any number of workers may run it at once.</summary>
public sealed class RollUpStale(NpgsqlDataSource source, RollUp rollUp)
{
    public async Task Run(CancellationToken ct)
    {
        foreach (var region in await Marked(ct))
            while (await rollUp.Stale(region, ct) > 0)
            {
            }

        // Also when this run took nothing: a worker may have died after its batch and before this step.
        await rollUp.Upward(ct);
    }

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
