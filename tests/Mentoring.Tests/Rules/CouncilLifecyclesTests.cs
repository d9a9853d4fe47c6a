using Mentoring.Api.Features.School.Arbitration;
using Mentoring.Api.Features.School.Councils;
using Mentoring.Api.Features.School.Evaluations;
using Mentoring.Api.Features.School.Incentives;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Rules;

/// <summary>The lives of seats, meetings, decisions, incentives and cases, row by row.</summary>
public sealed class CouncilLifecyclesTests
{
    const string Seats = """
        step     | Invited   | Agreed    | Held  | Declined | Withdrawn | Ended
        Accept   | Held      |           |       |          |           |
        Agree    | Agreed    |           |       |          |           |
        Confirm  |           | Held      |       |          |           |
        Decline  | Declined  | Declined  |       |          |           |
        Withdraw | Withdrawn | Withdrawn |       |          |           |
        End      |           |           | Ended |          |           |
        """;

    const string Meetings = """
        step   | Planned   | InSession | Held | Cancelled
        Open   | InSession |           |      |
        Close  |           | Held      |      |
        Cancel | Cancelled |           |      |
        """;

    const string Decisions = """
        step     | Proposed  | Voting   | Adopted    | Rejected | Withdrawn | CarriedOut | Revoked
        OpenVote | Voting    |          |            |          |           |            |
        Adopt    |           | Adopted  |            |          |           |            |
        Reject   |           | Rejected |            |          |           |            |
        Withdraw | Withdrawn |          |            |          |           |            |
        CarryOut |           |          | CarriedOut |          |           |            |
        Revoke   |           |          | Revoked    |          |           |            |
        """;

    const string Incentives = """
        step       | Proposed     | Supported | NotSupported | Granted | Declined | Withdrawn
        Support    | Supported    |           |              |         |          |
        NotSupport | NotSupported |           |              |         |          |
        Grant      |              | Granted   |              |         |          |
        Decline    |              | Declined  |              |         |          |
        Withdraw   | Withdrawn    | Withdrawn |              |         |          |
        """;

    const string Evaluations = """
        step     | Open      | Concluded | Cancelled
        Mark     | Open      |           |
        Conclude | Concluded |           |
        Cancel   | Cancelled |           |
        """;

    const string Cases = """
        step     | Opened    | Assigned  | Hearing   | Decided  | Appealed  | Rehearing | Final | Settled | Withdrawn | Declined
        Assign   | Assigned  | Assigned  |           |          | Rehearing |           |       |         |           |
        Decline  | Declined  |           |           |          |           |           |       |         |           |
        Hear     |           | Hearing   |           |          |           |           |       |         |           |
        Settle   |           | Settled   | Settled   |          |           | Settled   |       |         |           |
        Decide   |           |           | Decided   |          |           | Final     |       |         |           |
        Appeal   |           |           |           | Appealed |           |           |       |         |           |
        Withdraw | Withdrawn | Withdrawn | Withdrawn |          | Withdrawn | Withdrawn |       |         |           |
        """;

    [TestCaseSource(nameof(Cells), new object[] { Seats })]
    public void A_seat(string status, string step, string next) => LifecycleTable.Holds(CouncilLifecycles.Seat, status, step, next);

    [TestCaseSource(nameof(Cells), new object[] { Meetings })]
    public void A_meeting(string status, string step, string next) => LifecycleTable.Holds(CouncilLifecycles.Meeting, status, step, next);

    [TestCaseSource(nameof(Cells), new object[] { Decisions })]
    public void A_decision(string status, string step, string next) => LifecycleTable.Holds(CouncilLifecycles.Decision, status, step, next);

    [TestCaseSource(nameof(Cells), new object[] { Incentives })]
    public void An_incentive(string status, string step, string next) => LifecycleTable.Holds(IncentiveLifecycle.Steps, status, step, next);

    [TestCaseSource(nameof(Cells), new object[] { Evaluations })]
    public void An_evaluation(string status, string step, string next) => LifecycleTable.Holds(EvaluationLifecycle.Steps, status, step, next);

    [TestCaseSource(nameof(Cells), new object[] { Cases })]
    public void A_case(string status, string step, string next) => LifecycleTable.Holds(CaseLifecycle.Steps, status, step, next);

    [Test]
    public void The_tables_hold_every_pair()
    {
        LifecycleTable.IsComplete<SeatStatus, SeatStep>(Seats);
        LifecycleTable.IsComplete<CouncilMeetingStatus, CouncilMeetingStep>(Meetings);
        LifecycleTable.IsComplete<DecisionStatus, DecisionStep>(Decisions);
        LifecycleTable.IsComplete<IncentiveStatus, IncentiveStep>(Incentives);
        LifecycleTable.IsComplete<EvaluationStatus, EvaluationStep>(Evaluations);
        LifecycleTable.IsComplete<CaseStatus, CaseStep>(Cases);
    }

    [Test]
    public void Nobody_does_in_a_case_what_is_another_ones_part()
    {
        foreach (var status in Enum.GetValues<CaseStatus>())
        {
            Assert.That(CaseLifecycle.For(status, complains: true, arbitrates: false, leads: true, mayAppeal: true),
                Is.SubsetOf(new[] { CaseStep.Withdraw, CaseStep.Appeal }));
            Assert.That(CaseLifecycle.For(status, complains: false, arbitrates: true, leads: false, mayAppeal: true),
                Is.SubsetOf(new[] { CaseStep.Hear, CaseStep.Settle, CaseStep.Decide }));
            Assert.That(CaseLifecycle.For(status, complains: false, arbitrates: false, leads: false, mayAppeal: true), Is.Empty);
        }
    }

    static IEnumerable<TestCaseData> Cells(string table) => LifecycleTable.Cells(table);
}
