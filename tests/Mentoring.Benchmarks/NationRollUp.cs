using System.Diagnostics;
using System.Globalization;
using Dapper;
using Mentoring.Api.Features.Monitoring;
using Mentoring.Api.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Mentoring.Benchmarks;

/// <summary>The country's sums: from scratch beside a columnar engine, after one change, after many, and what they take on disk.</summary>
public static class NationRollUp
{
    const double FullGoal = 4, OneGoal = 30, MegabytesGoal = 0.25 * 850 / 9;

    /// <returns>Whether every goal was met.</returns>
    public static async Task<bool> Measure(double scale)
    {
        var folder = Path.Combine(TestBed.Data(), $"benchmarks-{Guid.CreateVersion7():n}");
        var options = new EmbeddedPostgresOptions
        {
            DataFolder = folder, BinariesFolder = Path.Combine(TestBed.Data(), "postgresql-binaries"), Phases = Phases.Console,
        };
        await using var postgres = await EmbeddedPostgres.Start(options, CancellationToken.None);
        try
        {
            return await Measure(postgres.ConnectionString, scale);
        }
        finally
        {
            NpgsqlConnection.ClearAllPools();
            await postgres.DisposeAsync();
            Directory.Delete(folder, recursive: true);
        }
    }

    static async Task<bool> Measure(string owner, double scale)
    {
        await Phases.Console.Time("Database up to date", () => { Database.BringUpToDate(owner); return Task.CompletedTask; });
        await using var connection = new NpgsqlConnection(owner);
        await connection.OpenAsync();
        await Phases.Console.Time("Nation generated", () => Volume.Generate(connection, Volume.Size.Nation(scale)));
        await using var services = TestBed.Sums(owner);
        await services.GetRequiredService<OpenMonths>().Run(CancellationToken.None);
        await using var columnar = await ColumnarLimit.Load(connection);
        var limit = await columnar.Compute();
        var full = await Seconds(services.GetRequiredService<FullRollUp>().Run);
        await Equal(connection, columnar);

        await connection.ExecuteAsync("delete from indicator_stale");
        await connection.ExecuteAsync("vacuum analyze");
        var roll = services.GetRequiredService<RollUpStale>();
        var programs = (await connection.QueryAsync<Guid>("select id from program where status = 'Active' order by id limit 60")).AsList();
        var one = new List<double>();
        foreach (var id in programs)
        {
            await connection.ExecuteAsync("update program set status = 'Completed', finished_at = now() where id = @id", new { id });
            one.Add(await Seconds(roll.Run));
        }

        var changed = (int)(10_000 * scale);
        await connection.ExecuteAsync("""
            insert into indicator_stale (organization_id, region_code, from_period)
            select id, region_code, '2026-11-01' from organization order by id limit @changed
            """, new { changed });
        var many = await Seconds(roll.Run);
        var hiding = await Hiding(connection, services.GetRequiredService<RollUp>());
        var megabytes = await connection.ExecuteScalarAsync<double>("""
            select (select sum(pg_total_relation_size(kept::regclass)) from unnest(array['organization_sums', 'organization_program_sums',
                       'organization_hidden', 'territory_indicator', 'territory_breakdown', 'territory_hidden']) kept) / 1e6 * 12
                   / (select count(*) from indicator_period) / (select count(*) from indicator where valid_to is null)
            """);
        var median = 1000 * one.Order().ElementAt(one.Count / 2);
        Say($"from scratch: {full:0.0} s beside {limit:0.0} s, {full / limit:0.0} × (goal ≤ {FullGoal} ×)");
        Say($"one program's change at the federation: {median:0} ms, at most {1000 * one.Max():0} ms (goal ≤ {OneGoal} ms)");
        Say($"{changed} schools changed at once: {many:0.0} s");
        Say($"what of a quarter is told, decided over the whole tree: {hiding:0.0} s for an indicator (goal < 20 s for all at scale 1)");
        Say($"storage a school year and indicator: {megabytes:0.0} MB (goal ≤ {MegabytesGoal * scale:0.0} MB)");
        return full <= FullGoal * limit && median <= OneGoal && megabytes <= MegabytesGoal * scale;
    }

    /// <summary>Of three months of programs' teachers, as if fewer than sixty of a school were not told.</summary>
    static async Task<double> Hiding(NpgsqlConnection connection, RollUp roll)
    {
        await connection.ExecuteAsync("""
            update indicator set least = 60 where code = 'active-programs';
            insert into indicator_hiding (period, indicator) select period, 'active-programs' from indicator_period order by period desc limit 3
            """);
        var seconds = await Seconds(roll.Upward);
        Say($"{await connection.ExecuteScalarAsync<long>("select count(*) from organization_hidden"):N0} cells of schools go along with small ones");
        return seconds;
    }

    static async Task Equal(NpgsqlConnection connection, ColumnarLimit columnar)
    {
        var theirs = await columnar.All();
        var ours = (await connection.QueryAsync<(string Territory, DateTime Month, string Indicator, decimal Numerator, decimal Denominator)>("""
            select t.territory_code, t.period::timestamp, t.indicator, t.numerator, t.denominator
              from territory_indicator t join indicator i on i.code = t.indicator and i.valid_to is null and i.theme = 'Programs'
             where (t.numerator, t.denominator) <> (0, 0)
            """)).Select(row => ColumnarLimit.Line(row.Territory, row.Month, row.Indicator, row.Numerator, row.Denominator)).ToHashSet(StringComparer.Ordinal);
        if (ours.SetEquals(theirs)) Say($"{ours.Count:N0} sums are equal on both sides");
        else throw new InvalidOperationException($"The sums differ: {string.Join(", ", ours.Except(theirs).Take(5))} against "
            + string.Join(", ", theirs.Except(ours).Take(5)));
    }

    static async Task<double> Seconds(Func<CancellationToken, Task> work)
    {
        var watch = Stopwatch.StartNew();
        await work(CancellationToken.None);
        return watch.Elapsed.TotalSeconds;
    }

    static void Say(FormattableString words) => Console.WriteLine(words.ToString(CultureInfo.InvariantCulture));
}
