using Mentoring.Api.Platform;

namespace Mentoring.Tests.Support;

/// <summary>A life written as a table: steps down, statuses across, an empty cell where a step is not possible.</summary>
public static class LifecycleTable
{
    public static IEnumerable<TestCaseData> Cells(string table)
    {
        var rows = table.Split('\n').Select(row => row.Split('|').Select(cell => cell.Trim()).ToArray()).ToList();
        foreach (var row in rows.Skip(1))
            for (var i = 1; i < rows[0].Length; i++)
                yield return new TestCaseData(rows[0][i], row[0], row[i]) { TestName = $"{{m}} {rows[0][i]} {row[0]} {row[i]}" };
    }

    public static void Holds<TStatus, TStep>(Lifecycle<TStatus, TStep> life, string status, string step, string next) where TStatus : struct,
        Enum where TStep : struct, Enum
    {
        var (from, by) = (Enum.Parse<TStatus>(status), Enum.Parse<TStep>(step));
        Assert.That(life.Allows(from, by), Is.EqualTo(next.Length > 0));
        Assert.That(life.From(from).Contains(by), Is.EqualTo(next.Length > 0));
        if (next.Length > 0) Assert.That(life.Next(from, by).ToString(), Is.EqualTo(next));
        else Assert.That(ProblemTexts.English, Does.ContainKey(Assert.Throws<RuleViolation>(() => life.Next(from, by))!.Code));
    }

    public static void IsComplete<TStatus, TStep>(string table) where TStatus : struct, Enum where TStep : struct, Enum =>
        Assert.That(Cells(table).Count(), Is.EqualTo(Enum.GetValues<TStatus>().Length * Enum.GetValues<TStep>().Length));
}
