using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Mentoring.Api.Hosting;

/// <summary>
/// A PostgreSQL server of the product's own, so that a clone starts without any other installation:
/// one lock, one cluster, one server, watched while the product runs and stopped with it.
/// </summary>
public sealed class EmbeddedPostgres : IAsyncDisposable
{
    public const string Database = "mentoring";

    readonly InstanceLock _lock;
    readonly PostgresServer _server;
    readonly CancellationTokenSource _stopping = new();
    readonly Task _watch;

    EmbeddedPostgres(InstanceLock instance, PostgresServer server, string dataFolder, Phases phases)
    {
        (_lock, _server, DataFolder) = (instance, server, dataFolder);
        _watch = Watch(phases);
    }

    public string DataFolder { get; }

    /// <summary>The superuser's connection to the product's database.</summary>
    public string ConnectionString => _server.ConnectionTo(Database);

    /// <summary>Installs the server and creates its data where they are missing, and starts it.</summary>
    /// <exception cref="HostingProblem">It cannot be started; the message says what to do.</exception>
    public static async Task<EmbeddedPostgres> Start(EmbeddedPostgresOptions options, CancellationToken ct)
    {
        options = options with { DataFolder = Path.GetFullPath(options.DataFolder) };
        InstanceLock? instance = null;
        try
        {
            instance = Lock(options);
            var server = await options.Phases.Time(
                s => $"PostgreSQL {s.Version} ready", () => StartServer(options, ct));
            return new(instance, server, options.DataFolder, options.Phases);
        }
        catch (Exception failure)
        {
            instance?.Dispose();
            if (failure is UnauthorizedAccessException or IOException { HResult: HostingProblem.ReadOnlyFileSystem })
                throw new HostingProblem($"The data folder {options.DataFolder} cannot be written ({failure.Message}): give this user the right to, "
                    + $"or set Embedded:DataFolder to another folder.", failure);
            throw;
        }
    }

    static InstanceLock Lock(EmbeddedPostgresOptions options)
    {
        Directory.CreateDirectory(options.DataFolder);
        var free = new DriveInfo(OperatingSystem.IsWindows() ? Path.GetPathRoot(options.DataFolder)! : options.DataFolder).AvailableFreeSpace;
        if (free < options.MinimumFreeSpace)
            throw new HostingProblem($"The disk of {options.DataFolder} has {free / 1_000_000} MB free and {options.MinimumFreeSpace / 1_000_000} MB "
                + $"are needed: free some space, or set Embedded:DataFolder to a folder on another disk.");
        return InstanceLock.TryTake(Path.Combine(options.DataFolder, "lock"))
            ?? throw new HostingProblem($"Another instance already works on {options.DataFolder}: stop it first, or set Embedded:DataFolder to "
                + $"another folder for this one.");
    }

    internal static async Task<PostgresServer> StartServer(EmbeddedPostgresOptions options, CancellationToken ct)
    {
        var user = await Unprivileged.Choose(ct);
        var cluster = new PostgresCluster(await user.Reachable(Path.Combine(options.DataFolder, "postgresql"), options.Phases, ct));
        var install = await user.Reachable(
            Path.GetFullPath(options.BinariesFolder ?? Path.Combine(options.DataFolder, "postgresql-binaries")), options.Phases, ct);
        var binaries = await PostgresBinaries.Find(install, cluster.Data, cluster.Major, user, options.Phases, ct);

        var server = new PostgresServer(cluster, binaries, user, options);
        // What a killed instance left running is stopped, so that every start is the same start.
        await server.Stop(ct);
        if (cluster.Major is null)
            await options.Phases.Time("PostgreSQL data created", () => cluster.Create(binaries, user, ct));
        else
            await user.Own(cluster.Folder, ct);
        await server.Start(ct);
        await CreateDatabase(server, ct);
        return server;
    }

    static async Task CreateDatabase(PostgresServer server, CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(server.ConnectionTo("postgres", pooling: false));
        await connection.OpenAsync(ct);
        await using var exists = new NpgsqlCommand($"select from pg_database where datname = '{Database}'", connection);
        await using (var reader = await exists.ExecuteReaderAsync(ct))
            if (reader.HasRows) return;
        await using var create = new NpgsqlCommand($"create database {Database}", connection);
        await create.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Starts the server again when it has died under the running product.</summary>
    async Task Watch(Phases phases)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(500));
        try
        {
            while (await timer.WaitForNextTickAsync(_stopping.Token))
            {
                if (_server.IsRunning) continue;
                var watch = Stopwatch.StartNew();
                try
                {
                    await _server.Start(_stopping.Token);
                    phases.Say(string.Create(CultureInfo.InvariantCulture,
                        $"PostgreSQL had stopped unexpectedly and was started again in {watch.Elapsed.TotalSeconds:0.0} s"));
                }
                catch (Exception failure) when (failure is HostingProblem or IOException or UnauthorizedAccessException)
                {
                    phases.Say(failure.Message);
                    await Task.Delay(TimeSpan.FromSeconds(5), _stopping.Token);
                }
            }
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
        }
    }

    /// <summary>Stops the server within bounded time and lets go of the data folder.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_stopping.IsCancellationRequested) return;
        await _stopping.CancelAsync();
        await _watch;
        try
        {
            await _server.Stop(CancellationToken.None);
        }
        finally
        {
            _lock.Dispose();
            _stopping.Dispose();
        }
    }
}
