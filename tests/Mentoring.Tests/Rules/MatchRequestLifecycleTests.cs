using Mentoring.Api.Features.School.Matching;
using Mentoring.Api.Platform;

namespace Mentoring.Tests.Rules;

public sealed class MatchRequestLifecycleTests
{
    /// <summary>The whole life, row by row; an empty cell is a step that is not possible.</summary>
    const string Table = """
        step      | Requested | Accepted | Declined | Expired | Closed
        FirstYes  | Requested |          |          |         |
        SecondYes | Accepted  |          |          |         |
        No        | Declined  |          |          |         |
        Expire    | Expired   |          |          |         |
        Close     | Closed    | Closed   |          |         |
        """;

    public static IEnumerable<TestCaseData> EveryPair()
    {
        var rows = Table.Split('\n').Select(row => row.Split('|').Select(cell => cell.Trim()).ToArray()).ToList();
        foreach (var row in rows.Skip(1))
            for (var i = 1; i < rows[0].Length; i++)
                yield return new TestCaseData(Enum.Parse<MatchRequestStatus>(rows[0][i]), Enum.Parse<MatchRequestStep>(row[0]),
                    row[i])
                { TestName = $"{rows[0][i]} {row[0]} {row[i]}" };
    }

    [TestCaseSource(nameof(EveryPair))]
    public void Each_step_leads_where_the_table_says(MatchRequestStatus status, MatchRequestStep step, string next)
    {
        Assert.That(MatchRequestLifecycle.Allows(status, step), Is.EqualTo(next.Length > 0));
        if (next.Length > 0) Assert.That(MatchRequestLifecycle.Next(status, step).ToString(), Is.EqualTo(next));
        else Assert.Throws<RuleViolation>(() => MatchRequestLifecycle.Next(status, step));
    }

    [Test]
    public void The_table_holds_every_pair() =>
        Assert.That(EveryPair().Count(), Is.EqualTo(Enum.GetValues<MatchRequestStatus>().Length * Enum.GetValues<MatchRequestStep>().Length));
}
