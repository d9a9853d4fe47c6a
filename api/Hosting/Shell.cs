using System.ComponentModel;
using System.Diagnostics;

namespace Mentoring.Api.Hosting;

/// <summary>Runs a program to its end and collects what it said.</summary>
static class Shell
{
    public sealed record Outcome(int ExitCode, string Output)
    {
        public bool Succeeded => ExitCode == 0;

        /// <summary>The line that says most about a failure: the first one that calls itself an error, else the last one.</summary>
        public string Gist
        {
            get
            {
                var lines = Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
                return lines.FirstOrDefault(l => l.Contains("error", StringComparison.OrdinalIgnoreCase)
                                              || l.Contains("fatal", StringComparison.OrdinalIgnoreCase))
                    ?? lines.LastOrDefault() ?? $"exit code {ExitCode}";
            }
        }
    }

    /// <summary>The outcome, or null when there is no such program.</summary>
    public static async Task<Outcome?> TryRun(
        string program, IEnumerable<string> arguments, string? folder = null, CancellationToken ct = default)
    {
        using var process = new Process { StartInfo = Describe(program, arguments, folder) };
        try
        {
            process.Start();
        }
        catch (Win32Exception)
        {
            return null;
        }
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        try
        {
            await process.WaitForExitAsync(ct);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
        // On Windows the server that pg_ctl leaves behind keeps the pipes open, so their end may never come.
        await Task.WhenAny(Task.WhenAll(output, errors), Task.Delay(TimeSpan.FromSeconds(1), CancellationToken.None));
        return new(process.ExitCode, await Said(output) + await Said(errors));
    }

    /// <summary>The outcome of a program that is known to be there.</summary>
    public static async Task<Outcome> Run(
        string program, IEnumerable<string> arguments, string? folder = null, CancellationToken ct = default) =>
        await TryRun(program, arguments, folder, ct) ?? throw new HostingProblem($"The program {program} is missing or cannot be run.");

    static async Task<string> Said(Task<string> text) => text.IsCompletedSuccessfully ? await text : "";

    static ProcessStartInfo Describe(string program, IEnumerable<string> arguments, string? folder)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder ?? "",
        };
        // Settings of the person's own PostgreSQL client must not leak into our server.
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("PG", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        return start;
    }
}
