using System.Reflection;
using Dapper;
using Hangfire;
using Mentoring.Api.Features.Common.Imports;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Mentoring.Tests.Features.Common.Imports;

/// <summary>No sender holds the workers that others wait for: a turn for each organization, an end to every check.</summary>
[Covers(nameof(CancelImport), nameof(GetImport))]
public sealed class ImportTurnTests : ImportTest
{
    [Test]
    public async Task One_import_of_an_organization_works_at_a_time_and_others_do_not_wait_for_it()
    {
        var (school, curator) = await School();
        var (other, otherCurator) = await School();
        var long_ = await Received(curator, school, Roster.Of(700));
        var next = await Received(curator, school, Roster.Of(2));
        var foreign = await Received(otherCurator, other, Roster.Of(2));

        await using (var gate = await Gate.Close(Sql.ConnectionString, long_))
        {
            var working = Check(long_);
            await Gate.IsWaitedFor(Sql);
            await Check(next);
            Assert.That(await Status(curator, next), Is.EqualTo("Received"), "the worker is free again at once");
            await Check(foreign);
            Assert.That(await Status(otherCurator, foreign), Is.EqualTo("Checked"));
            await gate.Open();
            await working;
        }

        Assert.That(await Status(curator, long_), Is.EqualTo("Checked"));
        var again = await Sql.ExecuteScalarAsync<long>("select count(*) from hangfire.state where name = 'Scheduled'");
        Assert.That(again, Is.EqualTo(1), "the one that waited comes again");
        await Check(next);
        Assert.That(await Status(curator, next), Is.EqualTo("Checked"));
    }

    [Test]
    public async Task A_check_that_takes_too_long_ends_and_leaves_nothing_behind()
    {
        var (school, curator) = await School();
        var id = await Received(curator, school, Roster.Of(701));
        var settings = Services.GetRequiredService<IConfiguration>();
        settings["Imports:Longest"] = "00:00:03";
        await using (await Gate.Close(Sql.ConnectionString, id)) await Check(id);
        settings["Imports:Longest"] = null;

        var import = await Get(curator, id);
        Assert.That(((string?)import["status"], (string?)import["failure"]?["code"]), Is.EqualTo(("Failed", "import.took-too-long")));
        Assert.That((string?)import["failure"]!["message"], Does.Contain("1 minutes").And.Contains("in parts"));
        Assert.That(await Sql.ExecuteScalarAsync<long>("select count(*) from import_file where import_id = @id", new { id }), Is.Zero);
        Assert.That(await Sql.ExecuteScalarAsync<long>("select count(*) from import_problem where import_id = @id", new { id }), Is.Zero);
        await Eventually.Holds(async () => await Sql.ExecuteScalarAsync<long>("""
            select count(*) from pg_stat_activity where datname = current_database() and usename = 'mentoring_app' and state <> 'idle'
            """) == 0, "no statement works on");
        await Send(curator, school, Roster.Of(701).Zip()).Gives(202);
    }

    [Test]
    public async Task An_organization_leaves_only_so_many_imports_open()
    {
        var (school, curator) = await School();
        for (var i = 1; i < ImportReceipt.MostOpen; i++) await Received(curator, school, Roster.Of(i));
        var last = await Received(curator, school, Roster.Of(ImportReceipt.MostOpen));
        var more = Roster.Of(ImportReceipt.MostOpen + 1).Zip();
        await Send(curator, school, more).IsProblem(409, "import.too-many-open");
        await curator.Post($"{Imports}/{last}/cancel").Ok();
        await Send(curator, school, more).Gives(202);
    }

    [Test]
    public async Task Of_old_imports_the_problems_are_counted_but_not_kept()
    {
        var (school, curator) = await School();
        var faulty = new Roster().User(1, email: "no address").Role(1);
        var first = (Guid)(await Checked(curator, school, faulty.Zip()))["id"]!;
        await curator.Post($"{Imports}/{first}/cancel").Ok();
        await Sql.ExecuteAsync("""
            insert into import (id, kind, status, organization_id, region_code, file_name, file_hash, created_at, created_by)
            select ('ffffffff-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'Roster', 'Applied', organization_id, region_code, 'roster.zip', n::text,
                   now(), 'test'
              from import, generate_series(1, 25) n where id = @first
            """, new { first });
        await Received(curator, school, Roster.Of(3));
        Assert.That(await Sql.ExecuteScalarAsync<long>("select count(*) from import_problem where import_id = @first", new { first }), Is.Zero);
        Assert.That((int)(await Get(curator, first))["problems"]!, Is.EqualTo(1));
    }

    [Test]
    public void Both_jobs_go_to_the_workers_that_are_kept_for_imports()
    {
        foreach (var job in (Type[])[typeof(CheckImport), typeof(ApplyImport)])
            Assert.That(job.GetMethod("Run")!.GetCustomAttribute<QueueAttribute>()?.Queue, Is.EqualTo(Jobs.ImportQueue));
    }

    static async Task<Guid> Received(HttpClient client, Guid school, Roster roster) => (Guid)(await Send(client, school, roster.Zip()).Gives(202))["id"]!;

    static async Task<string?> Status(HttpClient client, Guid id) => (string?)(await Get(client, id))["status"];

    /// <summary>Holds a check up in the middle of its rows, where it tells how far it is.</summary>
    sealed class Gate(NpgsqlConnection connection, NpgsqlTransaction transaction) : IAsyncDisposable
    {
        public static async Task<Gate> Close(string database, Guid import)
        {
            var connection = new NpgsqlConnection(database);
            await connection.OpenAsync();
            var transaction = await connection.BeginTransactionAsync();
            await connection.ExecuteAsync(
                "insert into import_progress (import_id, rows_done, rows_total, told_at) values (@import, 0, 0, now())", new { import });
            return new(connection, transaction);
        }

        // Not on the gate's own connection: a transaction sees the activity as it first looked at it.
        public static Task IsWaitedFor(NpgsqlConnection outside) => Eventually.Holds(async () => await outside.ExecuteScalarAsync<long>("""
            select count(*) from pg_stat_activity
             where datname = current_database() and usename = 'mentoring_app' and wait_event_type = 'Lock' and query like '%insert into import_progress%'
            """) > 0, "the check has come to its thousandth row");

        public Task Open() => transaction.RollbackAsync();

        public async ValueTask DisposeAsync()
        {
            await transaction.DisposeAsync();
            await connection.DisposeAsync();
        }
    }
}
