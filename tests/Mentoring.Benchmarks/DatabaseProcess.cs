using System.Globalization;

namespace Mentoring.Benchmarks;

/// <summary>The PostgreSQL server with all its processes.</summary>
public sealed class DatabaseProcess
{
    /// <summary>Linux counts processor time in hundredths of a second.</summary>
    const double Ticks = 100;

    readonly string _id;

    DatabaseProcess(string id) => _id = id;

    /// <param name="folder">The data folder of the embedded server.</param>
    public static DatabaseProcess Of(string folder) =>
        new(File.ReadLines(Directory.EnumerateFiles(folder, "postmaster.pid", SearchOption.AllDirectories).Single()).First());

    /// <summary>Processor time of the server, of its processes, and of those that ended.</summary>
    public TimeSpan Processor
    {
        get
        {
            var all = Directory.EnumerateDirectories("/proc").Select(Stat).OfType<string[]>().ToList();
            var server = all.Single(stat => stat[0] == _id);
            return TimeSpan.FromSeconds((Sum(server, 4) + all.Where(stat => stat[3] == _id).Sum(stat => Sum(stat, 2))) / Ticks);
        }
    }

    /// <summary>Fields 14 to 17 of the manual: own time in user and system mode, then that of children that ended.</summary>
    static long Sum(string[] stat, int fields) => stat.Skip(13).Take(fields).Sum(time => long.Parse(time, CultureInfo.InvariantCulture));

    /// <returns>Null for what is no process or has just ended.</returns>
    static string[]? Stat(string folder)
    {
        try
        {
            if (!char.IsDigit(Path.GetFileName(folder)[0])) return null;
            var text = File.ReadAllText(Path.Combine(folder, "stat"));
            var name = (From: text.IndexOf('(', StringComparison.Ordinal), To: text.LastIndexOf(')'));
            return [text[..(name.From - 1)], text[name.From..name.To], .. text[(name.To + 2)..].Split(' ')];
        }
        catch (IOException)
        {
            return null;
        }
    }
}
