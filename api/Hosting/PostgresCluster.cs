using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace Mentoring.Api.Hosting;

/// <summary>The files of one cluster: its data, the superuser's password, its port and its log.</summary>
/// <param name="folder">A folder that the server's user can reach.</param>
sealed class PostgresCluster(string folder)
{
    public const string Superuser = "postgres";

    public string Folder => folder;
    public string Data => Path.Combine(folder, "data");
    public string Log => Path.Combine(folder, "server.log");
    string PasswordFile => Path.Combine(folder, "password");
    string PortFile => Path.Combine(folder, "port");
    string PidFile => Path.Combine(Data, "postmaster.pid");

    /// <summary>The major version that made the cluster; null when there is none yet.</summary>
    public int? Major => File.Exists(Path.Combine(Data, "PG_VERSION"))
        ? int.Parse(File.ReadAllText(Path.Combine(Data, "PG_VERSION")), CultureInfo.InvariantCulture)
        : null;

    public string Password => File.ReadAllText(PasswordFile).Trim();

    /// <summary>
    /// Makes the cluster beside its final place and moves it there when it is whole,
    /// so that a start cut short leaves nothing that looks like data.
    /// </summary>
    public async Task Create(PostgresBinaries binaries, Unprivileged user, CancellationToken ct)
    {
        var unfinished = Data + ".unfinished";
        if (Directory.Exists(unfinished)) Directory.Delete(unfinished, recursive: true);
        WritePassword(RandomNumberGenerator.GetHexString(32, lowercase: true));
        await user.Own(folder, ct);

        var outcome = await InitDb("--locale-provider=icu", "--icu-locale=ru-RU");
        // A build without ICU sorts Cyrillic by code point: ё comes last, everything else is right.
        if (outcome.Output.Contains("ICU is not supported", StringComparison.Ordinal)) outcome = await InitDb();
        if (!outcome.Succeeded)
            throw new HostingProblem(outcome.Output.Contains("No space left", StringComparison.Ordinal)
                ? $"The disk of {folder} is full: free some space and start again."
                : $"PostgreSQL could not create its data in {folder}: {outcome.Gist}");
        Directory.Move(unfinished, Data);

        Task<Shell.Outcome> InitDb(params string[] collation) => user.Run(binaries.Tool("initdb"),
            ["-D", unfinished, "-U", Superuser, "-E", "UTF8", .. Locale(), .. collation,
             "--auth=scram-sha-256", $"--pwfile={PasswordFile}"], folder, ct);
    }

    /// <summary>Full-text search needs a locale whose character classes know Cyrillic; its name differs by system.</summary>
    static string[] Locale() =>
        OperatingSystem.IsWindows() ? [] : [OperatingSystem.IsMacOS() ? "--locale=en_US.UTF-8" : "--locale=C.UTF-8"];

    /// <summary>The port of the last start when it is still free, else another one.</summary>
    public int ChoosePort()
    {
        if (File.Exists(PortFile) && int.TryParse(File.ReadAllText(PortFile), CultureInfo.InvariantCulture, out var last) && FreePort(last) is not null)
            return last;
        var chosen = FreePort(0) ?? throw new HostingProblem("No TCP port is free on 127.0.0.1 for PostgreSQL.");
        File.WriteAllText(PortFile, chosen.ToString(CultureInfo.InvariantCulture));
        return chosen;
    }

    public void ForgetPort() => File.Delete(PortFile);

    /// <summary>The process of the server that works on this cluster now; null when there is none.</summary>
    public int? RunningProcess()
    {
        var pid = WrittenProcess();
        return pid is { } id && IsServerOfThisCluster(id) ? pid : null;
    }

    /// <summary>After a power cut or a container's restart the number may belong to any program, and the server would refuse to start.</summary>
    public void RemoveStalePidFile()
    {
        if (WrittenProcess() is not null && RunningProcess() is null) File.Delete(PidFile);
    }

    int? WrittenProcess()
    {
        try
        {
            return int.TryParse(File.ReadLines(PidFile).FirstOrDefault(), CultureInfo.InvariantCulture, out var pid) ? pid : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    bool IsServerOfThisCluster(int pid)
    {
        try
        {
            // A server's working directory is its data folder, and a zombie has none.
            if (OperatingSystem.IsLinux())
                return new FileInfo($"/proc/{pid}/cwd").LinkTarget == RealPath(Data);
            using var process = System.Diagnostics.Process.GetProcessById(pid);
            return process.ProcessName.Contains("postgres", StringComparison.OrdinalIgnoreCase);
        }
        catch (Exception gone) when (gone is ArgumentException or IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>The path without symbolic links, as the kernel reports it.</summary>
    static string RealPath(string path)
    {
        var real = Path.GetPathRoot(path)!;
        foreach (var part in Path.GetRelativePath(real, path).Split(Path.DirectorySeparatorChar))
        {
            var next = new DirectoryInfo(Path.Combine(real, part));
            real = next.ResolveLinkTarget(returnFinalTarget: true) is { } target ? RealPath(target.FullName) : next.FullName;
        }
        return real;
    }

    void WritePassword(string password)
    {
        File.Delete(PasswordFile);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var writer = new StreamWriter(PasswordFile, options);
        writer.Write(password);
    }

    static int? FreePort(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port) { ExclusiveAddressUse = true };
            listener.Start();
            return ((IPEndPoint)listener.LocalEndpoint).Port;
        }
        catch (SocketException)
        {
            return null;
        }
    }
}
