using System.Globalization;
using System.Text.RegularExpressions;

namespace Mentoring.Api.Hosting;

/// <summary>The programs of one PostgreSQL release.</summary>
/// <param name="Folder">The folder that holds initdb, pg_ctl and postgres.</param>
/// <param name="Version">Such as 18.4.</param>
sealed partial record PostgresBinaries(string Folder, string Version)
{
    public const int OldestMajor = 15;

    public int Major => int.Parse(Regex.Match(Version, @"^\d+").Value, CultureInfo.InvariantCulture);

    public string Tool(string name) => Path.Combine(Folder, OperatingSystem.IsWindows() ? name + ".exe" : name);

    /// <summary>The server that npm brings, else one of this machine; where a cluster exists already, one of its major version.</summary>
    public static async Task<PostgresBinaries> Find(
        string installFolder, string dataFolder, int? clusterMajor, Unprivileged user, Phases phases, CancellationToken ct)
    {
        var (npm, obstacle) = await NpmPostgres.Install(installFolder, user, phases, ct);
        if (npm is not null && npm.Major == (clusterMajor ?? npm.Major)) return npm;

        var system = await OfThisMachine(ct);
        if (system.FirstOrDefault(s => s.Major == (clusterMajor ?? s.Major)) is { } found)
        {
            if (obstacle is not null) phases.Say($"{obstacle}: using PostgreSQL {found.Version} of this machine, in {found.Folder}");
            return found;
        }
        throw new HostingProblem((clusterMajor, npm) switch
        {
            ({ } major, { } other) =>
                $"The data in {dataFolder} belong to PostgreSQL {major} and the server at hand is PostgreSQL {other.Version}: install PostgreSQL "
                    + $"{major}, or move that folder away to start with an empty database.",
            _ => $"{obstacle}, and this machine has no PostgreSQL "
                + $"{clusterMajor?.ToString(CultureInfo.InvariantCulture) ?? $"{OldestMajor} or newer"}: install Node.js 20 or newer (or PostgreSQL), "
                    + $"or set ConnectionStrings:Mentoring to a server of yours.",
        });
    }

    /// <summary>The programs in a folder, or null when they are not there or do not run on this machine.</summary>
    public static async Task<PostgresBinaries?> In(string folder, CancellationToken ct)
    {
        var candidate = new PostgresBinaries(folder, "0");
        if (!((string[])["initdb", "pg_ctl", "postgres"]).All(tool => File.Exists(candidate.Tool(tool)))) return null;
        var said = await Shell.TryRun(candidate.Tool("postgres"), ["--version"], ct: ct);
        return said is { Succeeded: true } && VersionNumber().Match(said.Output) is { Success: true } match
            ? candidate with { Version = match.Value }
            : null;
    }

    static async Task<List<PostgresBinaries>> OfThisMachine(CancellationToken ct)
    {
        var found = new List<PostgresBinaries>();
        foreach (var folder in LikelyFolders().Distinct(StringComparer.Ordinal))
            if (await In(folder, ct) is { Major: >= OldestMajor } binaries) found.Add(binaries);
        return [.. found.OrderByDescending(b => b.Major)];
    }

    static IEnumerable<string> LikelyFolders()
    {
        var programFiles = Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles);
        return Versions("/usr/lib/postgresql", "*", "bin")
            .Concat(Versions("/usr", "pgsql-*", "bin"))
            .Concat(Versions("/opt/homebrew/opt", "postgresql*", "bin"))
            .Concat(Versions("/usr/local/opt", "postgresql*", "bin"))
            .Concat(Versions("/Applications/Postgres.app/Contents/Versions", "*", "bin"))
            .Concat(Versions(Path.Combine(programFiles, "PostgreSQL"), "*", "bin"))
            .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries));
    }

    static IEnumerable<string> Versions(string parent, string pattern, string bin) =>
        Directory.Exists(parent) ? Directory.EnumerateDirectories(parent, pattern).Select(d => Path.Combine(d, bin)) : [];

    [GeneratedRegex(@"\d+(\.\d+)*")]
    private static partial Regex VersionNumber();
}
