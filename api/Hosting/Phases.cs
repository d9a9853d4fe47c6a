using System.Diagnostics;
using System.Globalization;

namespace Mentoring.Api.Hosting;

/// <summary>Tells the person who waits what is being done and how long each part took.</summary>
/// <param name="write">Where a line goes: the console, or a test's output.</param>
public sealed class Phases(Action<string> write)
{
    const int Column = 64;

    /// <summary>Says nothing.</summary>
    public static readonly Phases Silent = new(_ => { });

    public static readonly Phases Console = new(System.Console.Out.WriteLine);

    /// <summary>Does the work and then prints <c>what ........ 0.4 s</c>, where <paramref name="name"/> may use the result.</summary>
    public async Task<T> Time<T>(Func<T, string> name, Func<Task<T>> work)
    {
        var watch = Stopwatch.StartNew();
        var result = await work();
        write(Line(name(result), watch.Elapsed));
        return result;
    }

    /// <summary>Does the work and then prints <c>what ........ 0.4 s</c>.</summary>
    public Task Time(string name, Func<Task> work) =>
        Time(_ => name, async () => { await work(); return true; });

    /// <summary>Prints a line that has no duration.</summary>
    public void Say(string line) => write(line);

    static string Line(string name, TimeSpan took) =>
        $"{name} ".PadRight(Column, '.') + string.Create(CultureInfo.InvariantCulture, $" {took.TotalSeconds,5:0.0} s");
}
