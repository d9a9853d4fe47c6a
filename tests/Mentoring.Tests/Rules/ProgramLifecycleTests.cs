using Mentoring.Api.Features.School.Programs;
using Mentoring.Api.Platform;

namespace Mentoring.Tests.Rules;

public sealed class ProgramLifecycleTests
{
    /// <summary>The whole life, row by row; an empty cell is a step that is not possible.</summary>
    const string Table = """
        step             | Draft     | Consent   | Council   | Approved  | Active     | Paused     | Completed | EndedEarly | Cancelled
        Submit           | Consent   |           |           |           |            |            |           |            |
        ConsentsGiven    |           | Council   |           |           |            |            |           |            |
        ConsentRefused   |           | Draft     |           |           |            |            |           |            |
        ConsentWithdrawn |           | Draft     | Draft     | Draft     |            |            |           |            |
        CouncilApprove   |           |           | Approved  |           |            |            |           |            |
        CouncilReturn    |           |           | Draft     |           |            |            |           |            |
        HeadApprove      |           |           |           | Active    |            |            |           |            |
        HeadReturn       |           |           |           | Draft     |            |            |           |            |
        Pause            |           |           |           |           | Paused     |            |           |            |
        Resume           |           |           |           |           |            | Active     |           |            |
        EndEarly         |           |           |           |           | EndedEarly | EndedEarly |           |            |
        Complete         |           |           |           |           | Completed  |            |           |            |
        Cancel           | Cancelled | Cancelled | Cancelled | Cancelled |            |            |           |            |
        ConsentContested |           | Consent   | Consent   | Consent   | Paused     | Paused     |           |            |
        ConsentAnnulled  |           | Draft     |           |           |            | EndedEarly |           |            |
        """;

    public static IEnumerable<TestCaseData> EveryPair()
    {
        var rows = Table.Split('\n').Select(row => row.Split('|').Select(cell => cell.Trim()).ToArray()).ToList();
        foreach (var row in rows.Skip(1))
            for (var i = 1; i < rows[0].Length; i++)
                yield return new TestCaseData(Enum.Parse<ProgramStatus>(rows[0][i]), Enum.Parse<ProgramStep>(row[0]),
                    row[i])
                { TestName = $"{rows[0][i]} {row[0]} {row[i]}" };
    }

    [TestCaseSource(nameof(EveryPair))]
    public void Each_step_leads_where_the_table_says(ProgramStatus status, ProgramStep step, string next)
    {
        Assert.That(ProgramLifecycle.Allows(status, step), Is.EqualTo(next.Length > 0));
        if (next.Length > 0) Assert.That(ProgramLifecycle.Next(status, step).ToString(), Is.EqualTo(next));
        else Assert.Throws<RuleViolation>(() => ProgramLifecycle.Next(status, step));
    }

    [Test]
    public void The_table_holds_every_pair() =>
        Assert.That(EveryPair().Count(), Is.EqualTo(Enum.GetValues<ProgramStatus>().Length * Enum.GetValues<ProgramStep>().Length));

    [TestCase(ProgramStatus.Consent, ProgramStep.CouncilApprove)]
    [TestCase(ProgramStatus.Consent, ProgramStep.HeadApprove)]
    public void Nobody_approves_before_both_sides_have_consented(ProgramStatus status, ProgramStep step) =>
        Assert.That(Assert.Throws<RuleViolation>(() => ProgramLifecycle.Next(status, step))!.Code, Is.EqualTo("program.consents-missing"));
}
