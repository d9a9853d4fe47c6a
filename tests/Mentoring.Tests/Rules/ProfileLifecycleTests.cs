using Mentoring.Api.Features.School.Profiles;
using Mentoring.Tests.Support;

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

    public static IEnumerable<TestCaseData> EveryMentor() => LifecycleTable.Cells(Mentors);

    public static IEnumerable<TestCaseData> EveryRequest() => LifecycleTable.Cells(Requests);

    public static IEnumerable<TestCaseData> EveryMentee() => LifecycleTable.Cells(Mentees);

    [TestCaseSource(nameof(EveryMentor))]
    public void Mentor_profiles(string status, string step, string next) => LifecycleTable.Holds(MentorLifecycle.Steps, status, step, next);

    [TestCaseSource(nameof(EveryRequest))]
    public void Learning_requests(string status, string step, string next) => LifecycleTable.Holds(LearningRequestLifecycle.Steps, status, step, next);

    [TestCaseSource(nameof(EveryMentee))]
    public void Mentee_profiles(string status, string to, string next) => LifecycleTable.Holds(MenteeLifecycle.Moves, status, to, next);

    [Test]
    public void The_tables_hold_every_pair()
    {
        LifecycleTable.IsComplete<MentorStatus, MentorStep>(Mentors);
        LifecycleTable.IsComplete<LearningRequestStatus, LearningRequestStep>(Requests);
        LifecycleTable.IsComplete<MenteeStatus, MenteeStatus>(Mentees);
    }
}
