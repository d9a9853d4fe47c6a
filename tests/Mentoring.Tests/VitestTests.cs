using System.Diagnostics;
using System.Text.Json.Nodes;
using Mentoring.Tests.Support;

namespace Mentoring.Tests;

/// <summary>Runs the web client's own tests, so that one command runs everything, and reports each of them. They take long, so that they start first.</summary>
[Category("WebClient"), Order(1)]
public sealed class VitestTests
{
    [Test]
    public async Task The_web_clients_own_tests_pass()
    {
        var folder = Repository.At("web-client");
        var report = Path.Combine(folder, "node_modules", ".vitest-report.json");
        var vitest = Path.Combine(folder, "node_modules", "vitest", "vitest.mjs");
        if (!File.Exists(vitest)) await Run("npm", ["ci"], folder);
        File.Delete(report);
        // The fixtures beside it have the other half of the processors.
        var workers = Math.Max(1, Environment.ProcessorCount / 2);
        var (code, output) = await Run("node", [vitest, "run", "--reporter=json", $"--outputFile={report}", $"--maxWorkers={workers}"], folder);
        Assert.That(File.Exists(report), Is.True, output);

        var results = JsonNode.Parse(await File.ReadAllTextAsync(report))!;
        foreach (var file in results["testResults"]!.AsArray())
            foreach (var test in file!["assertionResults"]!.AsArray())
                await TestContext.Out.WriteLineAsync($"{test!["status"]} {Path.GetFileName((string)file["name"]!)}: {test["fullName"]}");
        Assert.That((int)results["numTotalTests"]!, Is.GreaterThan(50));
        Assert.That(Failed(results), Is.Empty);
        // What no test waited for and nobody caught is in no result.
        Assert.That(code, Is.Zero, output);
    }

    static IEnumerable<string> Failed(JsonNode results) =>
        from file in results["testResults"]!.AsArray()
        where (string?)file!["status"] != "passed"
        from message in file["assertionResults"]!.AsArray().Where(t => (string?)t!["status"] == "failed")
            .Select(t => $"{t!["fullName"]}: {t["failureMessages"]![0]}")
            .DefaultIfEmpty($"{file["name"]}: {file["message"]}")
        select message;

    static async Task<(int Code, string Output)> Run(string program, string[] arguments, string folder)
    {
        // On Windows npm is a script, which only a shell starts.
        var start = OperatingSystem.IsWindows() && program == "npm"
            ? new ProcessStartInfo("cmd", ["/c", program, .. arguments])
            : new ProcessStartInfo(program, arguments);
        start.UseShellExecute = false;
        start.WorkingDirectory = folder;
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync() + await error;
        await process.WaitForExitAsync();
        return (process.ExitCode, output);
    }
}
