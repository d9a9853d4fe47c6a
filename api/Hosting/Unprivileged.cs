using System.Security.Cryptography;
using System.Text;

namespace Mentoring.Api.Hosting;

/// <summary>
/// Runs PostgreSQL's programs as a user that it accepts: it refuses root, so under root a system user runs it,
/// who must be able to reach the binaries and own the data.
/// </summary>
sealed class Unprivileged
{
    readonly string? _user;
    readonly string[] _prefix;

    Unprivileged(string? user, string[] prefix) => (_user, _prefix) = (user, prefix);

    /// <summary>The user who runs the server when the product runs as root; null when it runs as a plain user.</summary>
    public string? User => _user;

    public static async Task<Unprivileged> Choose(CancellationToken ct)
    {
        if (OperatingSystem.IsWindows() || !Environment.IsPrivilegedProcess) return new(null, []);
        foreach (var user in (string[])["postgres", "nobody"])
        {
            if (await Shell.TryRun("id", ["-u", user], ct: ct) is not { Succeeded: true } id) continue;
            var group = (await Shell.Run("id", ["-g", user], ct: ct)).Output.Trim();
            string[][] ways =
            [
                ["setpriv", $"--reuid={id.Output.Trim()}", $"--regid={group}", "--clear-groups", "--"],
                ["runuser", "-u", user, "--"],
                ["sudo", "-n", "-u", user, "--"],
            ];
            foreach (var way in ways)
                if (await Shell.TryRun(way[0], [.. way[1..], "true"], "/", ct) is { Succeeded: true })
                    return new(user, way);
        }
        throw new HostingProblem("PostgreSQL refuses to run as root and no way was found to run it as the user postgres or nobody (setpriv, runuser, "
            + "sudo): start the product as a plain user.");
    }

    public Task<Shell.Outcome?> TryRun(string program, IEnumerable<string> arguments, string folder, CancellationToken ct) =>
        _user is null
            ? Shell.TryRun(program, arguments, folder, ct)
            : Shell.TryRun(_prefix[0], [.. _prefix[1..], program, .. arguments], folder, ct);

    public async Task<Shell.Outcome> Run(string program, IEnumerable<string> arguments, string folder, CancellationToken ct) =>
        await TryRun(program, arguments, folder, ct) ?? throw new HostingProblem($"The program {program} is missing or cannot be run.");

    /// <summary>
    /// The folder itself where the server's user can reach it, else one under /var/tmp that stands for it
    /// (the repository may lie in /root, which nobody else may enter).
    /// </summary>
    public async Task<string> Reachable(string folder, Phases phases, CancellationToken ct)
    {
        Directory.CreateDirectory(folder);
        if (_user is null || (await Run("test", ["-x", folder], "/", ct)).Succeeded) return folder;

        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(folder)))[..12];
        var substitute = $"/var/tmp/mentoring-{hash}";
        Directory.CreateDirectory(substitute);
        // Anyone may create names in /var/tmp: a folder or link that another user planted there is not ours.
        if (new DirectoryInfo(substitute).LinkTarget is not null || !(await Shell.Run("test", ["-O", substitute], ct: ct)).Succeeded)
            throw new HostingProblem($"The folder {substitute}, which is to stand for {folder}, belongs to another user: remove it or set "
                + $"Embedded:DataFolder to another folder.");
        await Shell.Run("chmod", ["755", substitute], ct: ct);
        phases.Say($"{folder} is closed to the user {_user}, who runs PostgreSQL for root: using {substitute}");
        return substitute;
    }

    /// <summary>Gives a file or folder, with all that is in it, to the server's user.</summary>
    public async Task Own(string path, CancellationToken ct)
    {
        if (_user is null) return;
        if (await Shell.Run("chown", ["-R", _user, path], ct: ct) is { Succeeded: false } refused)
            throw new HostingProblem($"{path} could not be given to the user {_user}: {refused.Gist}.");
    }

    /// <summary>Lets the server's user read a folder with all that is in it.</summary>
    public async Task Open(string path, CancellationToken ct)
    {
        if (_user is not null) await Shell.Run("chmod", ["-R", "a+rX", path], ct: ct);
    }
}
