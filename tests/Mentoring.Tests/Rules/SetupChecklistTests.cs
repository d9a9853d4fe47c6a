using System.Globalization;
using Mentoring.Api.Features.School.LocalActs;
using Mentoring.Api.Features.School.Setup;
using Mentoring.Api.Platform;

namespace Mentoring.Tests.Rules;

public sealed class SetupChecklistTests
{
    static readonly DateOnly Today = new(2026, 11, 23);

    static readonly SetupFacts Running = new()
    {
        Staff = 60, Teachers = 50, Curators = 1, Chairs = 1, CouncilMembers = 3, Psychologists = 1, Unionists = 1, Needs = 8, Mentors = 6, Mentees = 7,
        ProgramsPrepared = 1, ProgramsRunning = 7,
        Structure = MentoringStructure.Council, NextReviewOn = Today.AddDays(40), ProvidedKinds = 4, Provisions = 6,
        Acts = Enum.GetValues<ActKind>().ToDictionary(kind => kind, _ => ActStatus.InForce),
    };

    [TestCaseSource(nameof(Steps))]
    public void A_school_that_did_nothing_has_every_step_open(SetupStep step) =>
        Assert.That(SetupChecklist.State(step, new SetupFacts { Structure = null, Mentors = 0 }, Today),
            Is.EqualTo(step == SetupStep.Council ? SetupState.NotNeeded : SetupState.Open));

    [TestCaseSource(nameof(Steps))]
    public void A_running_school_has_every_step_done(SetupStep step) =>
        Assert.That(SetupChecklist.State(step, Running, Today), Is.EqualTo(SetupState.Done));

    public static IEnumerable<SetupStep> Steps() => Enum.GetValues<SetupStep>();

    [Test]
    public void A_draft_begins_a_step_and_only_force_ends_it() => Assert.Multiple(() =>
    {
        foreach (var status in (ActStatus[])[ActStatus.Draft, ActStatus.Agreed, ActStatus.Approved])
            Assert.That(SetupChecklist.State(SetupStep.Regulation,
                Running with { Acts = new Dictionary<ActKind, ActStatus> { [ActKind.Regulation] = status } }, Today), Is.EqualTo(SetupState.Started),
                    $"{status}");
        Assert.That(SetupChecklist.State(SetupStep.Curator, Running with { Curators = 0 }, Today), Is.EqualTo(SetupState.Started),
            "an order without a curator");
        Assert.That(SetupChecklist.State(SetupStep.Monitoring, Running with { NextReviewOn = Today.AddDays(-1) }, Today), Is.EqualTo(SetupState.Started),
            "a review is overdue");
    });

    [TestCase(0, 0, MentoringStructure.Responsible)]
    [TestCase(5, 5, MentoringStructure.Responsible)]
    [TestCase(6, 2, MentoringStructure.Council)]
    [TestCase(3, 6, MentoringStructure.Council)]
    [TestCase(20, 20, MentoringStructure.Council)]
    [TestCase(20, 21, MentoringStructure.Department)]
    public void The_structure_follows_the_numbers(int mentors, int mentees, MentoringStructure advised) =>
        Assert.That(StructureAdvice.For(mentors, mentees), Is.EqualTo(advised));

    const string ProvisionTable = """
        step     | Planned    | InProgress | Provided   | Withdrawn
        Start    | InProgress |            |            |
        Provide  | Provided   | Provided   |            |
        Reopen   |            |            | InProgress | Planned
        Withdraw | Withdrawn  | Withdrawn  | Withdrawn  |
        """;

    [Test]
    public void Each_step_of_a_provision_leads_where_the_table_says() => Assert.Multiple(() =>
    {
        var rows = ProvisionTable.Split('\n').Select(row => row.Split('|').Select(cell => cell.Trim()).ToArray()).ToList();
        foreach (var row in rows.Skip(1))
        {
            for (var i = 1; i < rows[0].Length; i++)
            {
                var (status, step) = (Enum.Parse<ProvisionStatus>(rows[0][i]), Enum.Parse<ProvisionStep>(row[0]));
                if (row[i].Length > 0) Assert.That(ProvisionLifecycle.Steps.Next(status, step).ToString(), Is.EqualTo(row[i]));
                else Assert.Throws<RuleViolation>(() => ProvisionLifecycle.Steps.Next(status, step), $"{status} {step}");
            }
        }

        Assert.That((rows.Count - 1) * (rows[0].Length - 1), Is.EqualTo(Enum.GetValues<ProvisionStatus>().Length * Enum.GetValues<ProvisionStep>().Length));
    });

    [TestCase("2026-09-30", 3, "2026-09-30", "2026-12-30")]
    [TestCase("2026-01-31", 1, "2026-02-01", "2026-02-28")]
    [TestCase("2026-01-31", 1, "2026-04-15", "2026-04-30", Description = "A late review keeps the rhythm and makes nothing due at once.")]
    public void The_next_review_keeps_the_rhythm(string due, int months, string reviewed, string next) =>
        Assert.That(RecordReview.Next(On(due), months, On(reviewed)), Is.EqualTo(On(next)));

    static DateOnly On(string day) => DateOnly.ParseExact(day, "O", CultureInfo.InvariantCulture);
}
