using Mentoring.Api.Features.School.Matching;
using Mentoring.Tests.Support;

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

    public static IEnumerable<TestCaseData> EveryPair() => LifecycleTable.Cells(Table);

    [TestCaseSource(nameof(EveryPair))]
    public void Each_step_leads_where_the_table_says(string status, string step, string next) =>
        LifecycleTable.Holds(MatchRequestLifecycle.Steps, status, step, next);

    [Test]
    public void The_table_holds_every_pair() => LifecycleTable.IsComplete<MatchRequestStatus, MatchRequestStep>(Table);
}
