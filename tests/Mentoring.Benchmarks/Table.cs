using System.Globalization;

namespace Mentoring.Benchmarks;

/// <summary>One measured thing beside what nothing on this machine could beat.</summary>
/// <param name="Ratio">Ours over the limit; for memory, megabytes above idle.</param>
/// <param name="PeakMemory">Of the API's process while it was measured, MB.</param>
public sealed record Line(string Benchmark, string Unit, Figures Ours, Figures? Limit, double PeakMemory, double Ratio, double Goal, bool Met)
{
    /// <summary>The goal is a bound from above.</summary>
    public bool AtMost { get; init; }
}

/// <summary>The one table that everything ends in, in Markdown.</summary>
public static class Table
{
    public static void Print(IEnumerable<Line> lines)
    {
        Console.WriteLine("| benchmark | throughput, ours / limit | p50 ms, ours / limit | p99 ms, ours / limit | processor ms a request, server, ours "
            + "/ limit | the same, database | peak memory MB | ratio | goal | met |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|");
        foreach (var line in lines)
        {
            string Pair(Func<Figures, double> of, string format, string unit = "") =>
                $"{Shown(of(line.Ours), format)} / {Shown(line.Limit is null ? double.NaN : of(line.Limit), format)}{unit}";
            Console.WriteLine($"| {line.Benchmark} | {Pair(f => f.PerSecond, "N0",
                $" {line.Unit}")} | {Pair(f => f.P50, "N1")} | {Pair(f => f.P99, "N1")} | {Pair(f => f.Server, "N2")} | {Pair(f => f.Database, "N2")} "
                + $"| {Shown(line.PeakMemory, "N0")} | {Shown(line.Ratio, "0.00")} "
                + $"| {Shown(line.Goal, line.AtMost ? "≤ 0.##" : "≥ 0.##")} | {(line.Met ? "yes" : "no")} |");
        }
    }

    static string Shown(double value, string format) => double.IsNaN(value) ? "–" : value.ToString(format, CultureInfo.InvariantCulture);
}
