using System.Diagnostics;
using Mentoring.Tests.Support;
using Microsoft.Playwright;

namespace Mentoring.Tests.Browser;

/// <summary>
/// The browser of the tests: the system's Chromium, else the one that the npm package @sparticuz/chromium carries, so that
/// no root is needed. Where neither starts the tests are skipped with the reason, and fail when CI is set.
/// </summary>
public static class Chromium
{
    static readonly string[] Options =
    [
        "--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    static readonly string[] SystemPaths =
    [
        "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/snap/bin/chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe", @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    ];

    public static async Task<IBrowser> Launch(IPlaywright playwright)
    {
        var reasons = new List<string>();
        foreach (var find in (Func<Task<Found>>[])[FromSystem, FromPackage])
        {
            try
            {
                var found = await find();
                return await playwright.Chromium.LaunchAsync(new() { ExecutablePath = found.Path, Args = Options, Env = found.Environment });
            }
            catch (Exception failure) when (failure is PlaywrightException or FileNotFoundException or InvalidOperationException)
            {
                reasons.Add(failure.Message.Split('\n')[0]);
            }
        }

        var reason = $"No browser could be started: {string.Join("; ", reasons)}";
        if (Environment.GetEnvironmentVariable("CI") is { Length: > 0 }) Assert.Fail(reason);
        Assert.Ignore(reason);
        throw new UnreachableException();
    }

    sealed record Found(string Path, Dictionary<string, string>? Environment);

    static Task<Found> FromSystem() => Task.FromResult(new Found(
        SystemPaths.FirstOrDefault(File.Exists) ?? throw new FileNotFoundException("no Chromium or Chrome is installed"), null));

    /// <summary>Installs the package beside the test run and lets it unpack its browser and the libraries that a bare machine lacks.</summary>
    static async Task<Found> FromPackage()
    {
        var folder = Repository.At("tests", "Mentoring.Tests", "Browser", "Package");
        if (!Directory.Exists(Path.Combine(folder, "node_modules"))) await Run("npm", "ci --no-fund --no-audit", folder);
        var path = (await Run("node", "unpack.mjs", folder)).Trim();
        return new Found(path, new Dictionary<string, string> { ["LD_LIBRARY_PATH"] = Path.Combine(Path.GetDirectoryName(path)!, "al2023", "lib") });
    }

    static async Task<string> Run(string program, string arguments, string folder)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true,
            WorkingDirectory = folder
        };
        start.Environment["AWS_LAMBDA_JS_RUNTIME"] = "nodejs22.x";
        using var process = Process.Start(start) ?? throw new FileNotFoundException($"{program} is missing");
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} {arguments}: {(await error).Trim()}");
    }
}
