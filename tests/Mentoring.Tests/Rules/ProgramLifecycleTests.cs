using Mentoring.Api.Features.School.Programs;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

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

    public static IEnumerable<TestCaseData> EveryPair() => LifecycleTable.Cells(Table);

    [TestCaseSource(nameof(EveryPair))]
    public void Each_step_leads_where_the_table_says(string status, string step, string next) =>
        LifecycleTable.Holds(ProgramLifecycle.Steps, status, step, next);

    [Test]
    public void The_table_holds_every_pair() => LifecycleTable.IsComplete<ProgramStatus, ProgramStep>(Table);

    [TestCase(ProgramStatus.Consent, ProgramStep.CouncilApprove)]
    [TestCase(ProgramStatus.Consent, ProgramStep.HeadApprove)]
    public void Nobody_approves_before_both_sides_have_consented(ProgramStatus status, ProgramStep step) =>
        Assert.That(Assert.Throws<RuleViolation>(() => ProgramLifecycle.Steps.Next(status, step))!.Code, Is.EqualTo("program.consents-missing"));
}
