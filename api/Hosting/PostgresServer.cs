using System.Globalization;
using Npgsql;

namespace Mentoring.Api.Hosting;

/// <summary>The running server of a cluster: how it is started, reached and stopped.</summary>
sealed class PostgresServer(PostgresCluster cluster, PostgresBinaries binaries, Unprivileged user, EmbeddedPostgresOptions options)
{
    const int Attempts = 40;
    const long LogLimit = 10_000_000;

    int _port;

    public string Version => binaries.Version;

    public bool IsRunning => cluster.RunningProcess() is not null;

    public string ConnectionTo(string database, bool pooling = true) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = _port,
        Database = database,
        Username = PostgresCluster.Superuser,
        Password = cluster.Password,
        Pooling = pooling,
        // Two hundred callers at once wait for a connection; they do not use up those of the jobs and of an administrator.
        MaxPoolSize = Math.Max(1, options.MaxConnections * 2 / 3),
    }.ConnectionString;

    /// <summary>Starts the server and waits until it answers, crash recovery included.</summary>
    public async Task Start(CancellationToken ct)
    {
        cluster.RemoveStalePidFile();
        for (var attempt = 1; ; attempt++)
        {
            // Whoever holds connection strings keeps the port over a restart.
            if (_port == 0) _port = cluster.ChoosePort();
            ForgetLongLog();
            var before = LogLength();
            var outcome = await PgCtl(["start", "--log", cluster.Log, "--timeout", "120", "-o", Settings()], ct);
            if (outcome.Succeeded) return;

            var log = LogSince(before);
            // The children of a killed server need a moment to notice.
            var stillDying = log.Contains("pre-existing shared memory", StringComparison.Ordinal);
            var portTaken = log.Contains("could not create any TCP/IP sockets", StringComparison.Ordinal);
            if (attempt == Attempts || !(stillDying || portTaken)) throw Refused(outcome, log);
            if (portTaken)
            {
                cluster.ForgetPort();
                _port = 0;
            }
            else
            {
                await Task.Delay(TimeSpan.FromMilliseconds(250), ct);
            }
        }
    }

    /// <summary>Ends the connections and stops; a server that does not stop in time is stopped at once and recovers at its next start.</summary>
    public async Task Stop(CancellationToken ct)
    {
        if (!IsRunning) return;
        if ((await PgCtl(["stop", "--mode", "fast", "--timeout", "30"], ct)).Succeeded || !IsRunning) return;
        await PgCtl(["stop", "--mode", "immediate", "--timeout", "10"], ct);
    }

    Task<Shell.Outcome> PgCtl(string[] arguments, CancellationToken ct) =>
        user.Run(binaries.Tool("pg_ctl"), ["--pgdata", cluster.Data, "--wait", "--silent", .. arguments], cluster.Folder, ct);

    string Settings()
    {
        List<string> settings =
        [
            string.Create(CultureInfo.InvariantCulture, $"port={_port}"),
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "password_encryption=scram-sha-256",
            string.Create(CultureInfo.InvariantCulture, $"max_connections={options.MaxConnections}"),
            "shared_buffers=256MB",
            // Compiling the many small queries of the product costs more than it saves.
            "jit=off",
            "timezone=UTC",
            "log_timezone=UTC",
        ];
        if (!options.Durable) settings.AddRange(["fsync=off", "synchronous_commit=off", "full_page_writes=off"]);
        return string.Join(' ', settings.Select(s => $"-c {s}"));
    }

    HostingProblem Refused(Shell.Outcome outcome, string log) =>
        new(log.Contains("No space left", StringComparison.Ordinal)
            ? $"The disk of {cluster.Folder} is full: free some space and start again."
            : $"PostgreSQL did not start: {new Shell.Outcome(outcome.ExitCode, log + outcome.Output).Gist} (its log is {cluster.Log}).");

    void ForgetLongLog()
    {
        if (LogLength() > LogLimit) File.Move(cluster.Log, cluster.Log + ".old", overwrite: true);
    }

    long LogLength() => File.Exists(cluster.Log) ? new FileInfo(cluster.Log).Length : 0;

    string LogSince(long position)
    {
        if (!File.Exists(cluster.Log)) return "";
        using var log = new FileStream(cluster.Log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        log.Position = Math.Min(position, log.Length);
        return new StreamReader(log).ReadToEnd();
    }
}
