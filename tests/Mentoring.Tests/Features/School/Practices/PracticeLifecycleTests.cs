using Mentoring.Api.Features.School.Practices;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Rules;

public sealed class PracticeLifecycleTests
{
    const string Table = """
        step      | Draft     | Submitted | InReview  | Selected  | Published  | Superseded | Withdrawn
        Submit    | Submitted |           |           |           |            |            |
        TakeUp    |           | InReview  | InReview  |           |            |            |
        Return    |           | Draft     | Draft     |           |            |            |
        Select    |           |           | Selected  |           |            |            |
        Publish   |           |           |           | Published |            |            |
        Supersede |           |           |           |           | Superseded |            |
        Withdraw  | Withdrawn | Withdrawn | Withdrawn | Withdrawn | Withdrawn  |            |
        """;

    [TestCaseSource(nameof(Cells), new object[] { Table })]
    public void A_practice(string status, string step, string next) => LifecycleTable.Holds(PracticeLifecycle.Steps, status, step, next);

    [Test]
    public void The_table_holds_every_pair() => LifecycleTable.IsComplete<PracticeStatus, PracticeStep>(Table);

    [Test]
    public void Nobody_decides_on_an_own_practice_and_nothing_is_selected_on_one_review() => Assert.Multiple(() =>
    {
        foreach (var status in Enum.GetValues<PracticeStatus>())
        {
            Assert.That(PracticeLifecycle.Permitted(status, authors: true, manages: true, reviewed: 5),
                Has.None.AnyOf(PracticeStep.TakeUp, PracticeStep.Return, PracticeStep.Select));
            Assert.That(PracticeLifecycle.Permitted(status, authors: false, manages: true, reviewed: 1), Has.None.EqualTo(PracticeStep.Select));
            Assert.That(PracticeLifecycle.Permitted(status, authors: false, manages: false, reviewed: 5), Is.Empty);
        }
    });

    static IEnumerable<TestCaseData> Cells(string table) => LifecycleTable.Cells(table);
}
