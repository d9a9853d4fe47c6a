using System.Globalization;

namespace Mentoring.Benchmarks;

/// <summary>What is measured, how long, and on how much.</summary>
/// <param name="Scale">1 is 4,200 schools, 26,000 programs and 300,000 meetings; of the nation, the whole.</param>
/// <param name="People">In the roster that is imported; rows of the rosters that are spread in different ways.</param>
public sealed record Options(IReadOnlySet<string> What, bool Quick, double Scale, int People)
{
    static readonly string[] Known = ["list", "dashboard", "tutees", "route", "proposal", "streams", "roster", "spread", "matching", "nation"];

    public static readonly string Usage = $"usage: [{string.Join('|', Known)}|all] [--quick] [--scale 1] [--people 200000]";

    public int Rounds => Quick ? 3 : 5;

    public TimeSpan Round => TimeSpan.FromSeconds(Quick ? 2 : 5);

    /// <summary>Connections of the load, twice the cores: more only queue.</summary>
    public static int Connections => 2 * Environment.ProcessorCount;

    /// <returns>Null when the arguments make no sense.</returns>
    public static Options? Parse(string[] args)
    {
        var what = args.Where((arg, i) => !arg.StartsWith('-') && (i == 0 || args[i - 1] is not ("--scale" or "--people"))).ToHashSet();
        if (what.Count == 0 || what.Contains("all")) what = [.. Known];
        return what.IsSubsetOf(Known) && Number(args, "--scale", 1) is > 0 and <= 1 and var scale && Number(args, "--people", 200_000) is >= 1 and var people
            ? new(what, args.Contains("--quick"), scale, (int)people)
            : null;
    }

    static double Number(string[] args, string name, double otherwise)
    {
        var at = Array.IndexOf(args, name);
        return at < 0 ? otherwise : double.TryParse(args.ElementAtOrDefault(at + 1), CultureInfo.InvariantCulture, out var number) ? number : 0;
    }
}
