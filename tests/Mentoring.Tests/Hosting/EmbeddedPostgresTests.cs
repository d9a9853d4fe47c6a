using System.Diagnostics;
using System.Globalization;
using Mentoring.Api.Hosting;
using Mentoring.Tests.Support;
using Npgsql;

namespace Mentoring.Tests.Hosting;

/// <summary>A real server that is really killed, in a data folder of each test's own.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class EmbeddedPostgresTests : IDisposable
{
    readonly string _folder = Directory.CreateDirectory(
        Path.Combine(Path.GetTempPath(), $"mentoring-hosting-{Guid.CreateVersion7():N}")).FullName;

    readonly List<string> _said = [];

    EmbeddedPostgresOptions Options => new()
    {
        DataFolder = _folder,
        BinariesFolder = Repository.At(".data", "postgresql-binaries"),
        Durable = false,
        Phases = new(line => { lock (_said) _said.Add(line); }),
    };

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task A_stopped_server_keeps_its_data_its_password_and_its_port()
    {
        string first;
        await using (var postgres = await Start())
        {
            first = postgres.ConnectionString;
            await Execute(first, "create table kept (id int); insert into kept values (7)");
        }

        Assert.That(ServerProcess(), Is.Null, "disposing stops the server");
        await using var again = await Start();
        Assert.That(again.ConnectionString, Is.EqualTo(first));
        Assert.That(await Scalar(again.ConnectionString, "select id from kept"), Is.EqualTo(7));
    }

    [Test]
    public async Task A_second_instance_on_the_same_data_is_refused()
    {
        await using var postgres = await Start();

        var problem = Assert.ThrowsAsync<HostingProblem>(Start);

        Assert.That(problem.Message, Does.StartWith($"Another instance already works on {_folder}"));
        Assert.That(await Scalar(postgres.ConnectionString, "select 1"), Is.EqualTo(1), "the first one is not harmed");
    }

    [Test]
    public async Task A_server_killed_under_the_running_product_is_started_again_with_its_data()
    {
        await using var postgres = await EmbeddedPostgres.Start(Options with { Durable = true }, CancellationToken.None);
        await Execute(postgres.ConnectionString, "create table kept (id int); insert into kept values (7)");

        Kill();

        await Until(() => { lock (_said) return _said.Any(line => line.Contains("started again", StringComparison.Ordinal)); });
        Assert.That(await Scalar(postgres.ConnectionString, "select id from kept"), Is.EqualTo(7));
    }

    [Test]
    public async Task What_a_killed_product_left_running_is_taken_over()
    {
        // A product that is killed leaves just this: a server without a lock and without a watch.
        var orphan = await EmbeddedPostgres.StartServer(Options, CancellationToken.None);
        await Execute(orphan.ConnectionTo(EmbeddedPostgres.Database), "create table kept (id int); insert into kept values (7)");
        var process = ServerProcess();

        await using var next = await Start();

        Assert.That(ServerProcess(), Is.Not.EqualTo(process));
        Assert.That(await Scalar(next.ConnectionString, "select id from kept"), Is.EqualTo(7));
    }

    [Test]
    public async Task A_server_killed_together_with_the_product_recovers_its_data()
    {
        var orphan = await EmbeddedPostgres.StartServer(Options with { Durable = true }, CancellationToken.None);
        await Execute(orphan.ConnectionTo(EmbeddedPostgres.Database), "create table kept (id int); insert into kept values (7)");

        Kill();

        await using var next = await Start();
        Assert.That(await Scalar(next.ConnectionString, "select id from kept"), Is.EqualTo(7));
    }

    [Test]
    public async Task The_number_of_a_dead_server_may_belong_to_another_program()
    {
        await using (var postgres = await Start())
            await Execute(postgres.ConnectionString, "create table kept (id int); insert into kept values (7)");
        await File.WriteAllTextAsync(PidFile, $"{Environment.ProcessId}\n");

        await using var again = await Start();

        Assert.That(await Scalar(again.ConnectionString, "select id from kept"), Is.EqualTo(7));
    }

    [Test]
    public async Task A_creation_that_was_cut_short_is_made_anew()
    {
        var unfinished = Directory.CreateDirectory(Path.Combine(_folder, "postgresql", "data.unfinished"));
        await File.WriteAllTextAsync(Path.Combine(unfinished.FullName, "PG_VERSION"), "18");

        await using var postgres = await Start();

        Assert.That(await Scalar(postgres.ConnectionString, "select 1"), Is.EqualTo(1));
    }

    [Test]
    public async Task Data_of_another_major_version_are_refused()
    {
        var data = Directory.CreateDirectory(Path.Combine(_folder, "postgresql", "data"));
        await File.WriteAllTextAsync(Path.Combine(data.FullName, "PG_VERSION"), "12\n");

        var problem = Assert.ThrowsAsync<HostingProblem>(Start);

        Assert.That(problem.Message, Does.StartWith($"The data in {data.FullName} belong to PostgreSQL 12 and the server at hand is PostgreSQL "));
    }

    [Test]
    public void A_disk_without_room_is_refused_before_anything_is_written()
    {
        var problem = Assert.ThrowsAsync<HostingProblem>(
            () => EmbeddedPostgres.Start(Options with { MinimumFreeSpace = long.MaxValue }, CancellationToken.None));

        Assert.That(problem.Message, Does.Match(@"has \d+ MB free and \d+ MB are needed"));
        Assert.That(Directory.EnumerateFileSystemEntries(_folder), Is.Empty);
    }

    [Test]
    public async Task Only_its_password_opens_it_and_only_from_this_machine()
    {
        await using var postgres = await Start();
        var stranger = new NpgsqlConnectionStringBuilder(postgres.ConnectionString) { Password = "guess", Pooling = false };

        var refusal = Assert.ThrowsAsync<PostgresException>(() => Scalar(stranger.ConnectionString, "select 1"));

        Assert.That(refusal.SqlState, Is.EqualTo(PostgresErrorCodes.InvalidPassword));
        Assert.That(await Scalar(postgres.ConnectionString, "show listen_addresses"), Is.EqualTo("127.0.0.1"));
        Assert.That(await Scalar(postgres.ConnectionString, "select count(*) from pg_hba_file_rules where auth_method <> 'scram-sha-256'"), Is.Zero);
        if (!OperatingSystem.IsWindows())
            Assert.That(File.GetUnixFileMode(Path.Combine(_folder, "postgresql", "password")), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Test]
    public async Task It_knows_russian_and_brings_the_extensions_of_the_schema()
    {
        await using var postgres = await Start();
        await Execute(postgres.ConnectionString, "create extension btree_gist; create extension pg_trgm; create extension citext; create extension pgcrypto");

        Assert.That(await Scalar(postgres.ConnectionString,
            "select string_agg(name, ' ' order by name) from unnest(array['Жук', 'Anna', 'Ёлкина', 'Егоров', 'яковлев']) name"),
            Is.EqualTo("Егоров Ёлкина Жук яковлев Anna"));
        Assert.That(await Scalar(postgres.ConnectionString, "select to_tsvector('russian', 'Школы') @@ to_tsquery('russian', 'ШКОЛА')"), Is.True);
        Assert.That(await Scalar(postgres.ConnectionString, "select similarity('Школа', 'школа')"), Is.EqualTo(1f));
    }

    [Test]
    [Platform("Linux")]
    public async Task Under_root_an_unprivileged_user_runs_it_and_as_a_plain_user_that_user()
    {
        await using var postgres = await Start();

        var uid = (await File.ReadAllLinesAsync($"/proc/{ServerProcess()}/status")).Single(l => l.StartsWith("Uid:", StringComparison.Ordinal)).Split('\t')[1];
        var own = (await File.ReadAllLinesAsync("/proc/self/status")).Single(l => l.StartsWith("Uid:", StringComparison.Ordinal)).Split('\t')[1];
        Assert.That(uid, Environment.IsPrivilegedProcess ? Is.Not.EqualTo("0") : Is.EqualTo(own));
    }

    Task<EmbeddedPostgres> Start() => EmbeddedPostgres.Start(Options, CancellationToken.None);

    string PidFile => Path.Combine(_folder, "postgresql", "data", "postmaster.pid");

    int? ServerProcess() => File.Exists(PidFile) ? int.Parse(File.ReadLines(PidFile).First(), CultureInfo.InvariantCulture) : null;

    void Kill()
    {
        using var server = Process.GetProcessById(ServerProcess()!.Value);
        server.Kill();
    }

    static async Task Until(Func<bool> happened)
    {
        var patience = Stopwatch.StartNew();
        while (!happened())
        {
            Assert.That(patience.Elapsed, Is.LessThan(TimeSpan.FromSeconds(30)), "it never happened");
            await Task.Delay(50);
        }
    }

    static async Task Execute(string connection, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    static async Task<object?> Scalar(string connection, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }
}
