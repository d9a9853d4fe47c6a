using Mentoring.Api.Features.School.Profiles;
using Mentoring.Api.Platform;

namespace Mentoring.Tests.Rules;

/// <summary>Every status with every step, for the three small lives of this chapter.</summary>
public sealed class ProfileLifecycleTests
{
    const string Mentors = """
        step    | Draft     | Confirmed | Paused
        Revise  | Draft     | Draft     | Draft
        Confirm | Confirmed |           |
        Pause   |           | Paused    |
        Resume  |           |           | Confirmed
        Reopen  |           | Draft     |
        """;

    const string Requests = """
        step     | Draft     | Submitted | Accepted  | Returned  | Fulfilled | Withdrawn
        Revise   | Draft     |           |           | Draft     |           |
        Submit   | Submitted |           |           |           |           |
        Accept   |           | Accepted  |           |           |           |
        Return   |           | Returned  |           |           |           |
        Fulfil   |           |           | Fulfilled |           |           |
        Withdraw | Withdrawn | Withdrawn | Withdrawn | Withdrawn |           |
        """;

    const string Mentees = """
        to      | Open    | Matched | Closed
        Open    |         | Open    | Open
        Matched | Matched |         |
        Closed  | Closed  | Closed  |
        """;

    static IEnumerable<TestCaseData> Rows(string table)
    {
        var rows = table.Split('\n').Select(row => row.Split('|').Select(cell => cell.Trim()).ToArray()).ToList();
        foreach (var row in rows.Skip(1))
            for (var i = 1; i < rows[0].Length; i++)
                yield return new TestCaseData(rows[0][i], row[0], row[i]) { TestName = $"{rows[0][i]} {row[0]} {row[i]}" };
    }

    public static IEnumerable<TestCaseData> EveryMentor() => Rows(Mentors);

    public static IEnumerable<TestCaseData> EveryRequest() => Rows(Requests);

    public static IEnumerable<TestCaseData> EveryMentee() => Rows(Mentees);

    [TestCaseSource(nameof(EveryMentor))]
    public void Mentor_profiles(string status, string step, string next) =>
        Check(next, MentorLifecycle.Allows, MentorLifecycle.Next, Enum.Parse<MentorStatus>(status), Enum.Parse<MentorStep>(step));

    [TestCaseSource(nameof(EveryRequest))]
    public void Learning_requests(string status, string step, string next) =>
        Check(next, LearningRequestLifecycle.Allows, LearningRequestLifecycle.Next, Enum.Parse<LearningRequestStatus>(status),
            Enum.Parse<LearningRequestStep>(step));

    [TestCaseSource(nameof(EveryMentee))]
    public void Mentee_profiles(string status, string to, string next) =>
        Check(next, MenteeLifecycle.Allows, MenteeLifecycle.Next, Enum.Parse<MenteeStatus>(status), Enum.Parse<MenteeStatus>(to));

    [Test]
    public void The_tables_hold_every_pair() => Assert.Multiple(() =>
    {
        Assert.That(EveryMentor().Count(), Is.EqualTo(Enum.GetValues<MentorStatus>().Length * Enum.GetValues<MentorStep>().Length));
        Assert.That(EveryRequest().Count(), Is.EqualTo(Enum.GetValues<LearningRequestStatus>().Length * Enum.GetValues<LearningRequestStep>().Length));
        Assert.That(EveryMentee().Count(), Is.EqualTo(Enum.GetValues<MenteeStatus>().Length * Enum.GetValues<MenteeStatus>().Length));
    });

    static void Check<TStatus, TStep>(string next, Func<TStatus, TStep, bool> allows, Func<TStatus, TStep, TStatus> step, TStatus status, TStep taken)
    {
        Assert.That(allows(status, taken), Is.EqualTo(next.Length > 0));
        if (next.Length > 0) Assert.That(step(status, taken)!.ToString(), Is.EqualTo(next));
        else Assert.Throws<RuleViolation>(() => step(status, taken));
    }
}
