using Dapper;
using Mentoring.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Mentoring.Tests.Features.Monitoring;

/// <summary>Workers die, meet and are overtaken by writers; the sums stay those of the facts.</summary>
public sealed class RollUpCrashTests : MonitoringTest
{
    [OneTimeSetUp]
    public Task Months() => OpenMonths();

    [Test]
    public async Task A_worker_that_dies_in_the_middle_leaves_nothing_half_applied_and_the_next_one_finishes()
    {
        var school = await World.School();
        await RollUp();
        await Program(school, "2026-10-10T10:00Z");
        var before = await Kept(World.Region, "2026-10", "meetings-per-program");
        var marks = await Sql.ExecuteScalarAsync<long>("select count(*) from indicator_stale");

        // The worker has taken its marks and written the organizations' rows when it waits for this row of the region.
        await using (var holder = new NpgsqlConnection(Sql.ConnectionString))
        {
            await holder.OpenAsync();
            await using var holding = await holder.BeginTransactionAsync();
            await holder.ExecuteAsync("select from territory_indicator where territory_code = @Region for update", new { World.Region });
            var working = RollUp();
            var worker = await Blocked();
            await Sql.ExecuteAsync("select pg_terminate_backend(@worker)", new { worker });
            Assert.ThrowsAsync<PostgresException>(() => working);
        }

        Assert.That(await Kept(school, "2026-10", "meetings-per-program"), Is.EqualTo("0/0"));
        Assert.That(await Kept(World.Region, "2026-10", "meetings-per-program"), Is.EqualTo(before));
        Assert.That(await Sql.ExecuteScalarAsync<long>("select count(*) from indicator_stale"), Is.EqualTo(marks), "the marks are there for the next worker");

        await RollUp();

        Assert.That(await Kept(school, "2026-10", "meetings-per-program"), Is.EqualTo("0/1"));
        Assert.That(await Sql.ExecuteScalarAsync<long>("select count(*) from indicator_stale"), Is.Zero);
        await FindsNoDifference();
    }

    [Test]
    public async Task A_worker_that_dies_before_the_last_step_is_followed_by_one_that_makes_it()
    {
        var school = await World.School();
        await RollUp();
        var federation = await Number("RU");
        await Program(school, "2026-10-10T10:00Z");
        await Services.GetRequiredService<Mentoring.Api.Features.Monitoring.RollUp>().Stale(World.Region, default);
        Assert.That(await Number("RU"), Is.EqualTo(federation));

        await RollUp();

        Assert.That(await Number("RU"), Is.EqualTo(federation + 1));
    }

    [Test]
    public async Task Many_workers_beside_many_writers_lose_nothing_and_count_nothing_twice()
    {
        var schools = new List<Guid>();
        for (var i = 0; i < 12; i++) schools.Add(i % 2 == 0 ? await World.School() : await World.School("05701000", World.OtherRegion));

        var writing = Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            await using var writer = new NpgsqlConnection(Sql.ConnectionString);
            await writer.OpenAsync();
            for (var i = 0; i < 60; i++)
                await writer.ExecuteAsync("""
                    insert into program (id, organization_id, region_code, title, form_code, kind_code, purpose_code, status, starts_on, ends_on, created_by,
                        activated_at)
                    select gen_random_uuid(), id, region_code, 'Программа', 'f', 'k', 'p', 'Active', '2026-09-01', '2027-05-31', 'test', '2026-10-10'
                           from organization where id = @school
                    """, new { school = schools[i % schools.Count] });
        }));
        var working = Enumerable.Range(0, 4).Select(async _ =>
        {
            do await RollUp(); while (!writing.IsCompleted);
        });
        await Task.WhenAll(working.Append(writing));
        await RollUp();

        var counted = await Sql.ExecuteScalarAsync<long>("""
            select sum(numerator) from organization_indicator where organization_id = any(@schools) and indicator = 'active-programs' and period = '2026-10-01'
            """, new { schools });
        Assert.That(counted, Is.EqualTo(240));
        await FindsNoDifference();
    }

    Task<decimal> Number(string territory) => Sql.ExecuteScalarAsync<decimal>(
        "select numerator from territory_indicator where territory_code = @territory and indicator = 'active-programs' and period = '2026-10-01'",
            new { territory });

    async Task FindsNoDifference()
    {
        var id = await Reconcile();
        Assert.That(await Sql.ExecuteScalarAsync<long>("select differences from reconciliation where id = @id", new { id }), Is.Zero);
    }

    /// <summary>The server process that waits for a lock which another one holds.</summary>
    async Task<int> Blocked()
    {
        for (var tries = 0; tries < 500; tries++)
        {
            if (await Sql.QueryFirstOrDefaultAsync<int?>("""
                select pid from pg_stat_activity where datname = current_database() and cardinality(pg_blocking_pids(pid)) > 0
                """) is { } pid) return pid;
            await Task.Delay(20);
        }

        throw new AssertionException("No worker came to wait.");
    }
}
